import { CollectorError } from '../errors.js';
import type { RowKey } from './row_key.js';
import type { PutRequest, StoredLog } from './storage.js';

/** The largest value of a row, in bytes, unless told otherwise (protocol section 3). */
export const MAX_ROW_BYTES = 10 * 1024 * 1024;

/** A row as it is written: LogEntry messages, each as a recordio frame. */
export interface Row extends RowKey {
  readonly value: Uint8Array;
}

/**
 * Cuts a stretch of logs into rows of at most `maxRowBytes`, each filled as far as it goes; nothing is copied.
 *
 * @throws CollectorError LOG_TOO_LARGE, after the rows before the log that is too large
 */
export function* cutRows(request: PutRequest, maxRowBytes: number): Generator<Row> {
  const { index, count, records, path } = request;
  if (records.length <= maxRowBytes) {
    yield { lastIndex: index + BigInt(count - 1), count, value: records };
    return;
  }
  let start = 0;
  let first = 0;
  let logs = 0;
  for (const { from, to } of frames(records)) {
    if (to - start > maxRowBytes && logs > first) {
      yield row(index, first, logs, records.subarray(start, from));
      start = from;
      first = logs;
    }
    if (to - from > maxRowBytes) {
      const why = `log ${index + BigInt(logs)} of ${path} takes ${to - from} bytes, and a row has room for ${maxRowBytes}`;
      throw new CollectorError('LOG_TOO_LARGE', why);
    }
    logs++;
  }
  yield row(index, first, logs, records.subarray(start));
}

function row(index: bigint, first: number, end: number, value: Uint8Array): Row {
  return { lastIndex: index + BigInt(end - 1), count: end - first, value };
}

/** The logs of a row's value, in order. */
export function* logsOf({ lastIndex, count, value }: Row): Generator<StoredLog> {
  let index = lastIndex - BigInt(count - 1);
  for (const { content, to } of frames(value)) {
    yield { index: index++, data: value.subarray(content, to) };
  }
}

/** Where each recordio frame begins, where its content does, and where it ends. */
function* frames(value: Uint8Array): Generator<{ from: number; content: number; to: number }> {
  let from = 0;
  while (from < value.length) {
    let size = 0;
    let content = from;
    for (let scale = 1; ; scale *= 0x80) {
      const byte = value[content++];
      if (byte === undefined) throw broken();
      size += (byte & 0x7f) * scale;
      if (byte < 0x80) break;
    }
    const to = content + size;
    if (to > value.length) throw broken();
    yield { from, content, to };
    from = to;
  }
}

function broken(): CollectorError {
  return new CollectorError('STORAGE_FAILED', 'storage: the value of a row is not recordio frames');
}

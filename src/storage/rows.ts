import { CollectorError, storageError } from '../common/errors.js';
import type { RowKey } from './row_key.js';
import type { PutRequest } from './storage.js';

/**
 * The most bytes that a row's value may have: 10 MiB (protocol section 3).
 * No row has more logs than that, because a log takes at least the byte that says how long it is.
 */
export const MAX_ROW_BYTES = 10 * 1024 * 1024;

export interface Row extends RowKey {
  /** The row's logs, each as a recordio frame, back to back. */
  readonly value: Uint8Array;
}

/** How many rows are stored at once: with tiny rows, a bundle has millions, and each takes half a kilobyte. */
export const MAX_ROWS_AT_ONCE = 10_000;

/** What a put stores, or the first of it. */
export interface CutLogs {
  readonly rows: readonly Row[];
  /** The index of the first log that is too large for a row; from it on nothing is stored. */
  readonly tooLarge: bigint | undefined;
  /** The logs after MAX_ROWS_AT_ONCE rows, if there are more. */
  readonly rest: PutRequest | undefined;
}

/**
 * Stores logs in rows, MAX_ROWS_AT_ONCE at a time.
 *
 * @param write stores rows; what it rejects with ends it all
 * @throws CollectorError LOG_TOO_LARGE where a log does not fit into a row; those before it are stored
 */
export function putInRows(
  request: PutRequest,
  maxRowSize: number,
  write: (rows: readonly Row[]) => Promise<void>,
): Promise<void> {
  // Hot: nearly every put is one row, and then nothing else waits for it.
  if (request.records.length <= maxRowSize) return write(cutLogs(request, maxRowSize).rows);
  return putMany(request, maxRowSize, write);
}

async function putMany(
  request: PutRequest,
  maxRowSize: number,
  write: (rows: readonly Row[]) => Promise<void>,
): Promise<void> {
  for (let left: PutRequest | undefined = request; left !== undefined;) {
    const { rows, tooLarge, rest }: CutLogs = cutLogs(left, maxRowSize);
    await write(rows);
    if (tooLarge !== undefined) {
      const { project, path } = request;
      const why = `is too large for a row of ${maxRowSize} bytes`;
      throw new CollectorError('LOG_TOO_LARGE', `log ${tooLarge} of ${project}/${path} ${why}`);
    }
    left = rest;
  }
}

/** Cuts logs into rows of at most `maxRowSize` bytes, each filled as far as it goes. Copies nothing. */
export function cutLogs(request: PutRequest, maxRowSize: number): CutLogs {
  const { index, count, records } = request;
  if (records.length <= maxRowSize) {
    const row = { lastIndex: index + BigInt(count) - 1n, count, value: records };
    return { rows: [row], tooLarge: undefined, rest: undefined };
  }
  const rows: Row[] = [];
  const frames = new Frames(records);
  let start = 0;
  let end = 0;
  let logs = 0;
  let before = 0;
  const endRow = () => {
    const value = records.subarray(start, end);
    rows.push({ lastIndex: index + BigInt(logs) - 1n, count: logs - before, value });
    start = end;
    before = logs;
  };
  const rest = () => ({
    ...request,
    index: index + BigInt(logs),
    count: count - logs,
    records: records.subarray(start),
  });
  while (frames.next()) {
    if (frames.end - start > maxRowSize && logs > before) {
      endRow();
      if (rows.length === MAX_ROWS_AT_ONCE) return { rows, tooLarge: undefined, rest: rest() };
    }
    if (frames.end - start > maxRowSize) {
      return { rows, tooLarge: index + BigInt(logs), rest: undefined };
    }
    end = frames.end;
    logs++;
  }
  endRow();
  return { rows, tooLarge: undefined, rest: undefined };
}

/** Iterates over consecutive recordio frames, without an object per frame. */
export class Frames {
  /** Where the content of the current frame begins and ends. */
  start = 0;
  end = 0;

  constructor(private readonly bytes: Uint8Array) {}

  /**
   * Goes to the next frame; false where there is none.
   *
   * @throws CollectorError STORAGE_FAILED where a frame is broken
   */
  next(): boolean {
    const { bytes } = this;
    let at = this.end;
    if (at === bytes.length) return false;
    let size = 0;
    let scale = 1;
    let byte: number;
    do {
      if (at === bytes.length) throw brokenRow();
      byte = bytes[at++]!;
      size += (byte & 0x7f) * scale;
      scale *= 0x80;
    } while (byte >= 0x80);
    if (size > bytes.length - at) throw brokenRow();
    this.start = at;
    this.end = at + size;
    return true;
  }
}

/**
 * Returns the logs of a put or of a row, one by one, as views into `records`.
 *
 * @throws CollectorError STORAGE_FAILED where a frame is broken
 */
export function* readRecords(records: Uint8Array): Generator<Uint8Array, void, void> {
  const frames = new Frames(records);
  while (frames.next()) yield records.subarray(frames.start, frames.end);
}

function brokenRow() {
  return storageError('DataLoss', 'a row does not consist of whole recordio frames');
}

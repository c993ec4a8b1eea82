import { storageError } from '../common/errors.js';
import { LookAhead, type ReadRows } from './look_ahead.js';
import { firstIndex, isAfter, type RowKey } from './row_key.js';
import { Frames, MAX_ROW_BYTES, type Row } from './rows.js';
import type { GetRequest, StoredLog, StreamRequest } from './storage.js';

const NO_DATA = new Uint8Array(0);

/** What `Storage.get` asks for, of one stream. */
export type LogRange = Omit<GetRequest, keyof StreamRequest>;

/** The logs of a stream as `Storage.get` promises them, from its rows. */
export async function* getLogs(
  readRows: ReadRows,
  { index = 0n, limit = Infinity, keysOnly = false }: LogRange,
): AsyncGenerator<StoredLog, void, void> {
  if (limit <= 0) return;
  let next = index;
  let left = limit;
  for await (const row of rowsInOrder(readRows, index, keysOnly)) {
    const first = firstIndex(row);
    if (first > next) next = first;
    const frames = new Frames(row.value);
    if (!keysOnly) skip(frames, Number(next - first), row);
    for (; next <= row.lastIndex; next++) {
      if (!keysOnly) skip(frames, 1, row);
      const data = keysOnly ? NO_DATA : row.value.subarray(frames.start, frames.end);
      yield { index: next, data };
      if (--left === 0) return;
    }
  }
}

/** The rows that hold a log at `index` or later which none before them holds; no log that a later row holds is skipped. */
async function* rowsInOrder(
  readRows: ReadRows,
  index: bigint,
  keysOnly: boolean,
): AsyncGenerator<Row, void, void> {
  const ahead = new LookAhead(readRows);
  let next = index;
  let better: RowKey | undefined;
  do {
    const from = better;
    better = undefined;
    for await (const row of readRows(from?.lastIndex ?? index, keysOnly)) {
      if (row.lastIndex < next || (from !== undefined && isAfter(from, row))) continue;
      if (firstIndex(row) > next) {
        const best = await ahead.best(row, next);
        if (best !== row) {
          better = best;
          break;
        }
      }
      yield row;
      next = row.lastIndex + 1n;
    }
  } while (better !== undefined);
}

/**
 * The last log of the contiguous run from index 0, as `Storage.tail` promises it; looks at every key of the run.
 *
 * @param known an index that the run is known to reach up to, without it: keys before it are not looked at
 */
export async function tailLog(readRows: ReadRows, known = 0n): Promise<StoredLog | undefined> {
  let next = known;
  for await (const row of readRows(next, true)) {
    // A row that begins too late is skipped and never missed: one that reaches back before it also covers it.
    if (firstIndex(row) <= next && row.lastIndex >= next) next = row.lastIndex + 1n;
    // No later row reaches back to the next log: none has more logs than a row has bytes.
    else if (row.lastIndex - BigInt(MAX_ROW_BYTES) >= next) break;
  }
  if (next === 0n) return undefined;
  for await (const row of readRows(next - 1n, false)) {
    // It is gone where the stream was expunged in between.
    return row.lastIndex === next - 1n ? lastLog(row) : undefined;
  }
  return undefined;
}

function lastLog(row: Row): StoredLog {
  const frames = new Frames(row.value);
  skip(frames, row.count, row);
  return { index: row.lastIndex, data: row.value.subarray(frames.start, frames.end) };
}

function skip(frames: Frames, logs: number, { lastIndex, count }: RowKey): void {
  for (let i = 0; i < logs; i++) {
    if (frames.next()) continue;
    throw storageError('DataLoss', `the row that ends at log ${lastIndex} has fewer than ${count}`);
  }
}

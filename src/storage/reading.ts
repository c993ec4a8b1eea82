import { logsOf, type Row } from './rows.js';
import type { RowKey } from './row_key.js';
import type { GetRequest, StoredLog } from './storage.js';

/** What a store of rows offers to read one stream by. */
export interface RowReader {
  /** The keys of the stream's rows whose last index is `from` or more, ascending. */
  keys(from: bigint): AsyncIterable<RowKey>;
  /** The same with their values. */
  rows(from: bigint): AsyncIterable<Row>;
  /** One row's value; undefined where it is gone. */
  value(key: RowKey): Promise<Uint8Array | undefined>;
}

/** Which logs of a stream are wanted. */
export type LogRange = Pick<GetRequest, 'index' | 'limit' | 'keysOnly'>;

/**
 * The logs from an index on, ascending, each once.
 *
 * Rows come by their last index. Mostly each begins where the one before it ended; but a redelivery that was cut
 * differently leaves rows that overlap, and one that begins earlier may come after one that begins later. So where a row
 * begins past the log that is wanted, the rows behind it are asked first.
 */
export async function* readLogs(
  reader: RowReader,
  { index = 0n, limit = Infinity, keysOnly = false }: LogRange,
): AsyncGenerator<StoredLog> {
  const late = new LateRows(reader);
  let next = index;
  let left = limit;
  const source = keysOnly ? reader.keys(index) : reader.rows(index);
  for await (const row of source) {
    while (firstIndex(row) > next && row.lastIndex >= next) {
      const filler = await late.covering(next, row);
      if (filler === undefined) next = firstIndex(row);
      else {
        for await (const log of logsFrom(reader, filler, next, keysOnly)) {
          if (left-- === 0) return;
          yield log;
        }
        next = filler.lastIndex + 1n;
      }
    }
    if (row.lastIndex < next) continue;
    for await (const log of logsFrom(reader, row, next, keysOnly)) {
      if (left-- === 0) return;
      yield log;
    }
    next = row.lastIndex + 1n;
  }
}

/** The last log of the contiguous run from index 0, through rows that overlap (departure 11). */
export async function readTail(reader: RowReader): Promise<StoredLog | undefined> {
  const late = new LateRows(reader);
  let next = 0n;
  for await (const row of reader.keys(0n)) {
    if (row.lastIndex < next) continue;
    if (firstIndex(row) > next) {
      const filler = await late.covering(next, row);
      if (filler === undefined || firstIndex(filler) > next) break;
      next = filler.lastIndex + 1n;
    } else {
      next = row.lastIndex + 1n;
    }
  }
  if (next === 0n) return undefined;
  for await (const log of readLogs(reader, { index: next - 1n, limit: 1 })) {
    return log;
  }
  return undefined;
}

function firstIndex({ lastIndex, count }: RowKey): bigint {
  return lastIndex - BigInt(count - 1);
}

async function* logsFrom(
  reader: RowReader,
  row: RowKey | Row,
  next: bigint,
  keysOnly: boolean,
): AsyncGenerator<StoredLog> {
  if (keysOnly) {
    const first = firstIndex(row);
    for (let index = first > next ? first : next; index <= row.lastIndex; index++) {
      yield { index, data: NOTHING };
    }
    return;
  }
  const value = 'value' in row ? row.value : await reader.value(row);
  if (value === undefined) return;
  for (const log of logsOf({ ...row, value })) {
    if (log.index >= next) yield log;
  }
}

const NOTHING = new Uint8Array(0);

/**
 * The rows that begin before one that sorts before them. They are looked for once, by keys alone, when the first gap
 * shows: a stream may have many gaps, and mostly has no such row.
 */
class LateRows {
  private found: RowKey[] | undefined;

  constructor(private readonly reader: RowReader) {}

  /** Of the rows behind `row`, the one that goes on from `next` or soonest after it, before `row` does. */
  async covering(next: bigint, row: RowKey): Promise<RowKey | undefined> {
    this.found ??= await this.look(row.lastIndex);
    let best: RowKey | undefined;
    let start = firstIndex(row);
    for (const late of this.found) {
      if (late.lastIndex < row.lastIndex) continue;
      const first = firstIndex(late);
      if (first >= start) continue;
      best = late;
      start = first > next ? first : next;
      if (start === next) break;
    }
    return best;
  }

  private async look(from: bigint): Promise<RowKey[]> {
    const late: RowKey[] = [];
    let most = -1n;
    for await (const row of this.reader.keys(from)) {
      const first = firstIndex(row);
      if (first < most) late.push(row);
      else most = first;
    }
    return late;
  }
}

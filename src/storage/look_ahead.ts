import { firstIndex, isAfter, type RowKey } from './row_key.js';
import { MAX_ROW_BYTES, type Row } from './rows.js';

/**
 * The rows of one stream in the order of their keys, from the first whose last log is at `from` or later.
 * Where only keys are asked for, values are empty.
 */
export type ReadRows = (from: bigint, keysOnly: boolean) => AsyncIterable<Row>;

/**
 * Finds logs that a reader would lose at what looks like a gap.
 *
 * Rows sort by their last log. So where logs were delivered twice and cut differently, the row that begins first can come
 * later: 50 to 99 stands before 0 to 99. Every key is looked at once at most, however many gaps there are, and only those
 * rows are remembered that begin before one that stands before them.
 */
export class LookAhead {
  /** Ordered by key, and each begins before the next one: one that begins later is covered by that next one. */
  private readonly inverted: RowKey[] = [];
  /** The last key that was looked at. */
  private seen: RowKey | undefined;
  /** The greatest first index that was looked at. */
  private greatestFirst = 0n;
  /** Whether `seen` was the stream's last key. */
  private ended = false;

  constructor(private readonly readRows: ReadRows) {}

  /** The row to go on with, where `row` is the next one and begins after the wanted index: itself, or one that begins before it. */
  async best(row: RowKey, wanted: bigint): Promise<RowKey> {
    while (this.inverted.length > 0 && !isAfter(this.inverted[0]!, row)) this.inverted.shift();
    if (this.seen === undefined || isAfter(row, this.seen)) {
      this.seen = row;
      this.greatestFirst = firstIndex(row);
      this.ended = false;
    }
    if (!this.isSettled(row, wanted)) await this.look(row, wanted);
    return this.candidate(row);
  }

  private candidate(row: RowKey): RowKey {
    const first = this.inverted[0];
    return first !== undefined && firstIndex(first) < firstIndex(row) ? first : row;
  }

  /** Whether no row that was not looked at can be better: none has more logs than a row has bytes. */
  private isSettled(row: RowKey, wanted: bigint): boolean {
    const first = firstIndex(this.candidate(row));
    if (this.ended || first <= wanted) return true;
    return this.seen!.lastIndex - BigInt(MAX_ROW_BYTES) >= first;
  }

  private async look(row: RowKey, wanted: bigint): Promise<void> {
    for await (const key of this.readRows(this.seen!.lastIndex, true)) {
      if (!isAfter(key, this.seen!)) continue;
      this.see(key);
      if (this.isSettled(row, wanted)) return;
    }
    this.ended = true;
  }

  private see({ lastIndex, count }: RowKey): void {
    const key = { lastIndex, count };
    const first = firstIndex(key);
    this.seen = key;
    if (first > this.greatestFirst) {
      this.greatestFirst = first;
      return;
    }
    const { inverted } = this;
    while (inverted.length > 0 && firstIndex(inverted.at(-1)!) >= first) inverted.pop();
    inverted.push(key);
  }
}

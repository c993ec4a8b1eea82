import { firstIndex } from '../../storage/row_key.js';
import type { Row } from '../../storage/rows.js';

/** Logs by their stream indices, both included. */
export interface LogRange {
  readonly first: bigint;
  readonly last: bigint;
}

/** Which logs the rows of a stream hold; it keeps one range per contiguous run. */
export class Coverage {
  rows = 0;
  /** Of the rows' values. */
  bytes = 0;
  /** Rows that hold a log which a row before them holds too. */
  overlapping = 0;
  /** In order; neither overlapping nor adjacent. */
  private readonly runs: LogRange[] = [];

  /** Counts a row; rows come in the order of their keys, so that none ends before one that came. */
  add(row: Row): void {
    this.rows++;
    this.bytes += row.value.length;
    let first = firstIndex(row);
    let overlaps = false;
    for (let run = this.runs.at(-1); run !== undefined && run.last >= first - 1n;) {
      overlaps ||= run.last >= first;
      if (run.first < first) first = run.first;
      this.runs.pop();
      run = this.runs.at(-1);
    }
    if (overlaps) this.overlapping++;
    this.runs.push({ first, last: row.lastIndex });
  }

  /** From the first log that is stored to the last one; undefined where none is. */
  get extent(): LogRange | undefined {
    const [first] = this.runs;
    return first && { first: first.first, last: this.runs.at(-1)!.last };
  }

  get logs(): bigint {
    return this.runs.reduce((sum, { first, last }) => sum + last - first + 1n, 0n);
  }

  /**
   * Returns the logs that are missing from index 0 on.
   *
   * @param terminalIndex the index of the stream's last log; -1 where it is unknown: up to the last log that is stored
   */
  gaps(terminalIndex: bigint): LogRange[] {
    const gaps: LogRange[] = [];
    let next = 0n;
    for (const { first, last } of this.runs) {
      if (first > next) gaps.push({ first: next, last: first - 1n });
      next = last + 1n;
    }
    if (terminalIndex >= next) gaps.push({ first: next, last: terminalIndex });
    return gaps;
  }
}

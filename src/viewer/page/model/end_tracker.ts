import type { Entry } from '../../wire.js';
import { countUnits, endOf, type Gap } from './units.js';

/** Keeps how long a stream is while its logs come one after another, and what is missing between them. */
export class EndTracker {
  /** The number of the last log's first unit, which may have begun before it. */
  begin = 0;
  open = false;
  offsetMs = 0;

  /**
   * @param trusted whether sequences number units; else they are counted
   * @param index of the last log; -1 before the first one
   * @param end the number after the last unit, also one that goes on in the next log
   */
  constructor(
    private readonly trusted: boolean,
    public index = -1,
    public end = 0,
  ) {}

  /** Takes the next log. @returns the logs that are missing before it; false where its sequence contradicts them */
  add(entry: Entry): Gap | undefined | false {
    const { index, sequence, offsetMs } = entry;
    const { ended, open } = countUnits(entry);
    const missing = index - this.index - 1;
    let gap: Gap | undefined;
    if (missing > 0) {
      const first = this.end;
      const end = this.trusted ? Math.max(first, sequence) : first;
      gap = { fromIndex: this.index + 1, toIndex: index - 1, first, end };
      // A line that goes on behind the gap is the same line.
      this.open &&= this.trusted && sequence < first;
      this.end = end;
    }
    const begin = this.end - (this.open ? 1 : 0);
    if (this.trusted && missing === 0 && sequence !== begin) return false;
    this.index = index;
    this.begin = begin;
    this.end = begin + ended + (open ? 1 : 0);
    this.open = open;
    this.offsetMs = offsetMs;
    return gap;
  }

  /** Goes on behind a log whose sequence is trusted, whatever comes before it. */
  jump(entry: Entry): void {
    this.index = entry.index;
    this.begin = entry.sequence;
    this.end = endOf(entry);
    this.open = countUnits(entry).open;
    this.offsetMs = entry.offsetMs;
  }
}

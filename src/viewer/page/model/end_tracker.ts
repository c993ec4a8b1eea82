import type { Entry } from '../../wire.js';
import { countUnits, type Gap } from './units.js';

/** Keeps how long a stream is while its logs come one after another, and what is missing between them. */
export class EndTracker {
  /** Of the last log; -1 before the first one. */
  index = -1;
  /** The number after the last unit, also one that goes on in the next log. */
  end = 0;
  open = false;
  offsetMs = 0;

  /** @param trusted whether sequences number units; else they are counted */
  constructor(private readonly trusted: boolean) {}

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
    this.end = begin + ended + (open ? 1 : 0);
    this.open = open;
    this.offsetMs = offsetMs;
    return gap;
  }

  /** Goes on behind a log whose sequence is trusted, whatever comes before it. */
  jump(entry: Entry): void {
    const { ended, open } = countUnits(entry);
    this.index = entry.index;
    this.end = entry.sequence + ended + (open ? 1 : 0);
    this.open = open;
    this.offsetMs = entry.offsetMs;
  }
}

import type { Entry } from '../../wire.js';
import { countUpTo } from './count_up_to.js';
import { PAGE_BYTES, type ReadEntries } from './log_pages.js';
import { endOf } from './units.js';

/** A log that begins with the beginning of a unit. */
export interface Anchor {
  readonly index: number;
  readonly unit: number;
}

/** How many anchors are kept: enough to find any unit of a large stream in one or two requests. */
const MAX_ANCHORS = 4096;

/** How far before the guess the first request begins, in logs. */
const MARGIN_LOGS = 4;

/** The most requests for one unit: halving alone finds it among 2^40 logs. */
const MAX_REQUESTS = 64;

/** After this many guesses by proportion the range is halved instead. */
const MAX_GUESSES = 6;

/** The range is read as a whole where it has no more logs. */
const SMALL_RANGE = 64;

/** Finds logs by the numbers of their units, by anchors and by proportion between them. */
export class Locator {
  /** Ascending in both. */
  private anchors: Anchor[] = [{ index: 0, unit: 0 }];

  constructor(private readonly read: ReadEntries) {}

  note(anchor: Anchor): void {
    const at = this.after(anchor.unit);
    const before = this.anchors[at - 1];
    if (before !== undefined && before.index >= anchor.index) return;
    const behind = this.anchors[at];
    if (behind !== undefined && behind.index <= anchor.index) return;
    this.anchors.splice(at, 0, anchor);
    // Every other one goes; the first stays.
    if (this.anchors.length > MAX_ANCHORS)
      this.anchors = this.anchors.filter((_, i) => i % 2 === 0);
  }

  clear(): void {
    this.anchors = [{ index: 0, unit: 0 }];
  }

  /** Returns the last anchor at or before a unit. */
  before(unit: number): Anchor {
    return this.anchors[this.after(unit) - 1]!;
  }

  /**
   * Reads the logs from the first one on that touches a unit.
   *
   * @param last a log's index and the number after its last unit, which is past the unit
   * @returns none where the sequences of the logs contradict each other
   */
  async locate(unit: number, last: { index: number; end: number }): Promise<readonly Entry[]> {
    const at = this.after(unit);
    let { index: low, unit: lowUnit } = this.anchors[at - 1]!;
    const behind = this.anchors[at];
    let high = behind === undefined ? last.index : behind.index - 1;
    let highUnit = behind === undefined ? last.end : behind.unit;
    let margin = MARGIN_LOGS;
    for (let requests = 0; requests < MAX_REQUESTS && low <= high; requests++) {
      const share =
        requests < MAX_GUESSES ? (unit - lowUnit) / Math.max(1, highUnit - lowUnit) : 0.5;
      const guess = low + Math.floor(Math.min(1, share) * (high - low)) - margin;
      const from = high - low <= SMALL_RANGE ? low : Math.max(low, guess);
      const entries = await this.read(from, { byteCount: PAGE_BYTES });
      const found = entries.findIndex((entry) => endOf(entry) > unit);
      if (found > 0 || (found === 0 && from === low)) return entries.slice(found);
      if (found === 0) {
        // The first log from there on touches the unit, and perhaps one before it does.
        high = from;
        highUnit = endOf(entries[0]!);
        margin *= 4;
      } else if (entries.length === 0) {
        high = from - 1;
      } else {
        low = entries.at(-1)!.index + 1;
        lowUnit = endOf(entries.at(-1)!);
      }
    }
    return [];
  }

  /** Returns where an anchor of this unit would stand behind all that begin at it or before. */
  private after(unit: number): number {
    return countUpTo(this.anchors.length, (at) => this.anchors[at]!.unit, unit);
  }
}

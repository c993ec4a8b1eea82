import { BINARY, type Entry } from '../../wire.js';
import { ChunkBuilder, EndTracker } from './chunk_builder.js';
import { ChunkCache } from './chunk_cache.js';
import { type Anchor, Locator } from './locator.js';
import { PAGE_BYTES, type ReadEntries } from './log_pages.js';
import type { Gap, Unit } from './units.js';

const MAX_GAPS = 1000;

/** The most requests for one line or datagram: past them, what is there of it is shown. */
const MAX_PAGES_PER_LOAD = 64;

interface Start extends Anchor {
  /** Where they have been read already. */
  readonly entries?: readonly Entry[] | undefined;
  /** Whether the first unit may have begun in an earlier log. */
  readonly drop: boolean;
}

/** How far a stream is known: its last log's index, and the number after its last unit. */
interface Extent {
  readonly type: number | undefined;
  readonly index: number;
  readonly end: number;
}

/** The units of a stream that are in the page, those that are known to be missing, and how others are loaded. */
export class LoadedUnits {
  /** Whether sequences number the units; else they are counted from the beginning. */
  numbered = true;
  gaps: Gap[] = [];
  private readonly cache = new ChunkCache();
  private readonly locator: Locator;

  constructor(private readonly read: ReadEntries) {
    this.locator = new Locator(read);
  }

  /** Returns a line or datagram, if it is in the page. */
  find(number: number): Unit | undefined {
    const chunk = this.cache.find(number);
    return chunk?.units[number - chunk.first];
  }

  /** Returns binary data, as far as they are in the page: from an offset on, to the end of a log. */
  bytes(offset: number): Uint8Array | undefined {
    const chunk = this.cache.find(offset);
    let at = chunk?.first ?? 0;
    for (const piece of chunk?.pieces ?? []) {
      if (offset < at + piece.length) return piece.subarray(offset - at);
      at += piece.length;
    }
    return undefined;
  }

  gapAt(number: number): Gap | undefined {
    return this.gaps.find(({ first, end }) => first <= number && number < end);
  }

  /** Returns, from a unit on, the first one that is neither in the page nor missing. */
  endOfKnown(unit: number): number {
    for (let next = unit; ;) {
      const end = this.cache.find(next)?.end ?? this.gapAt(next)?.end;
      if (end === undefined) return next;
      next = end;
    }
  }

  /**
   * Loads what a unit is in.
   *
   * @returns whether it is known now; undefined where the sequences of logs contradict each other
   * @throws ApiError
   */
  async load(unit: number, last: Extent): Promise<boolean | undefined> {
    const start = this.numbered
      ? await this.startOf(unit, last)
      : { ...this.locator.before(unit), drop: false };
    if (start === undefined) return undefined;
    const tracker = new EndTracker(this.numbered, start.index - 1, start.unit);
    const builder = new ChunkBuilder(tracker);
    let entries = start.entries;
    let next = start.index;
    for (let pages = 0; pages < MAX_PAGES_PER_LOAD; pages++) {
      entries ??= await this.read(next);
      if (entries.length === 0) break;
      for (const entry of entries) {
        const gap = builder.add(entry);
        if (gap === false) return undefined;
        this.noteGap(gap);
      }
      next = entries.at(-1)!.index + 1;
      entries = undefined;
      if (tracker.end > unit && !tracker.open) break;
    }
    const [chunk] = builder.chunks;
    if (start.drop && chunk?.units.shift() !== undefined) chunk.first++;
    this.keep(builder);
    return this.endOfKnown(unit) > unit;
  }

  /**
   * Returns what takes the logs that follow all others.
   *
   * @returns undefined where the unit that they go on with is not in the page
   */
  builderBehind(tracker: EndTracker): ChunkBuilder | undefined {
    const { index, open } = tracker;
    // One that was loaded past the end that was known may lack what comes now.
    this.cache.dropPast(index + 1);
    const chunk = this.cache.last();
    const beside = chunk?.nextIndex === index + 1;
    const full = (chunk?.bytes ?? 0) >= PAGE_BYTES && chunk?.open === false;
    if (beside && !full) return new ChunkBuilder(tracker, chunk);
    return beside || !open ? new ChunkBuilder(tracker) : undefined;
  }

  keep({ chunks }: ChunkBuilder): void {
    for (const chunk of chunks) {
      if (!chunk.open) this.noteAnchor({ index: chunk.nextIndex, unit: chunk.end });
      if (chunk.end > chunk.first) this.cache.add(chunk);
    }
  }

  noteGap(gap: Gap | undefined | false): void {
    if (!gap || this.gaps.length >= MAX_GAPS) return;
    if (this.gaps.some(({ fromIndex }) => fromIndex === gap.fromIndex)) return;
    this.gaps.push(gap);
    this.gaps.sort((one, other) => one.fromIndex - other.fromIndex);
  }

  noteAnchor(anchor: Anchor): void {
    this.locator.note(anchor);
  }

  /** Drops what ends within a unit: logs follow that are not in the page. */
  dropOpen(): void {
    this.cache.dropOpen();
  }

  clear(): void {
    this.cache.clear();
    this.locator.clear();
    this.gaps = [];
  }

  /** Returns where to begin by the sequences of logs; undefined where these contradict each other. */
  private async startOf(unit: number, last: Extent): Promise<Start | undefined> {
    const entries = await this.locator.locate(unit, last);
    const [first] = entries;
    if (first === undefined) return undefined;
    const drop = last.type !== BINARY && first.sequence < unit && first.index > 0;
    // Behind a gap a log may begin past the unit.
    return { index: first.index, unit: first.sequence, entries, drop };
  }
}

import { BINARY, type Entry, TEXT } from '../../wire.js';
import { type Chunk, countUnits, endOf, type Gap, MAX_UNIT_BYTES } from './units.js';

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

/** Makes chunks of logs that are added in their order. */
export class ChunkBuilder {
  readonly chunks: Chunk[] = [];
  /** Missing logs that take no units: told with the next unit. */
  private pendingGap: Gap | undefined;

  /**
   * @param tracker goes on with each log that is added
   * @param current the chunk that the first log goes on with, if there is one
   */
  constructor(
    readonly tracker: EndTracker,
    private current?: Chunk,
  ) {
    if (current !== undefined) this.chunks.push(current);
  }

  /** Adds the next log. @returns as `EndTracker.add` */
  add(entry: Entry): Gap | undefined | false {
    const gap = this.tracker.add(entry);
    if (gap === false) return false;
    const chunk = this.chunkFor(entry, gap);
    if (entry.type === BINARY) {
      chunk.pieces.push(entry.data);
      chunk.end += entry.data.length;
      chunk.bytes += entry.data.length;
    } else if (entry.type === TEXT) {
      for (const { value, ends } of entry.lines) this.addPart(chunk, entry, value, ends);
    } else {
      this.addPart(chunk, entry, entry.data, !entry.partial);
    }
    chunk.nextIndex = entry.index + 1;
    return gap;
  }

  /** Returns the chunk that a log belongs to: a new one after missing units. */
  private chunkFor({ index }: Entry, gap: Gap | undefined): Chunk {
    const { current } = this;
    const { begin } = this.tracker;
    if (current !== undefined && begin <= current.end) {
      if (gap !== undefined) this.pendingGap = gap;
      current.open = begin < current.end;
      return current;
    }
    const empty = { bytes: 0, units: [], pieces: [], open: false, used: 0 };
    this.current = { first: begin, end: begin, nextIndex: index, ...empty };
    this.chunks.push(this.current);
    return this.current;
  }

  private addPart(chunk: Chunk, { offsetMs }: Entry, value: Uint8Array, ends: boolean): void {
    const gap = this.pendingGap;
    this.pendingGap = undefined;
    chunk.bytes += value.length;
    if (!chunk.open) {
      chunk.units.push({ parts: [], size: 0, offsetMs, gap, leftOut: 0 });
      chunk.end++;
    }
    const unit = chunk.units.at(-1)!;
    const kept = value.subarray(0, MAX_UNIT_BYTES - unit.size);
    unit.parts.push(kept);
    unit.size += kept.length;
    unit.leftOut += value.length - kept.length;
    unit.gap ??= gap;
    chunk.open = !ends;
  }
}

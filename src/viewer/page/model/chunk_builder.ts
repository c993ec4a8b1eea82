import { BINARY, type Entry, TEXT } from '../../wire.js';
import type { EndTracker } from './end_tracker.js';
import { type Chunk, type Gap, MAX_UNIT_BYTES } from './units.js';

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

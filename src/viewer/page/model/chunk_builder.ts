import { BINARY, type Entry, TEXT } from '../../wire.js';
import { type Chunk, type Gap, MAX_UNIT_BYTES } from './units.js';

/** Makes chunks of logs that are added in their order, and finds the gaps between them. */
export class ChunkBuilder {
  readonly chunks: Chunk[] = [];
  readonly gaps: Gap[] = [];
  /** Whether a log's sequence was not what its predecessors make it: then sequences tell nothing. */
  inconsistent = false;
  private current: Chunk | undefined;
  /** Missing logs that take no units: told with the next unit. */
  private pendingGap: Gap | undefined;

  /**
   * @param trusted whether units are numbered by the sequences of logs; else they are counted from `startUnit` on
   * @param startUnit the number of the first log's first unit
   */
  constructor(
    private readonly trusted: boolean,
    private readonly startUnit: number,
  ) {}

  /** Goes on with a chunk. */
  static resume(trusted: boolean, chunk: Chunk): ChunkBuilder {
    const builder = new ChunkBuilder(trusted, chunk.first);
    builder.current = chunk;
    builder.chunks.push(chunk);
    return builder;
  }

  /** The number after the last unit. */
  get end(): number {
    return this.current?.end ?? this.startUnit;
  }

  get open(): boolean {
    return this.current?.open ?? false;
  }

  add(entry: Entry): void {
    const chunk = this.chunkFor(entry);
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
  }

  /** Returns the chunk that a log belongs to: a new one after missing units. */
  private chunkFor(entry: Entry): Chunk {
    const { current } = this;
    if (current === undefined) return this.begin(entry, this.startUnit);
    if (entry.index === current.nextIndex) {
      const expected = current.end - (current.open ? 1 : 0);
      if (this.trusted && entry.sequence !== expected) this.inconsistent = true;
      return current;
    }
    const first = current.end;
    const end = this.trusted ? Math.max(first, entry.sequence) : first;
    const gap = { fromIndex: current.nextIndex, toIndex: entry.index - 1, first, end };
    this.gaps.push(gap);
    if (end > first) return this.begin(entry, end);
    this.pendingGap = gap;
    // A line that goes on behind the gap is the same line.
    if (!(this.trusted && entry.sequence < first)) current.open = false;
    return current;
  }

  private begin(entry: Entry, first: number): Chunk {
    const { index } = entry;
    const empty = { bytes: 0, units: [], pieces: [], open: false, used: 0 };
    this.current = { first, end: first, fromIndex: index, nextIndex: index, ...empty };
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

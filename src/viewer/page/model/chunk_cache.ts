import { countUpTo } from './count_up_to.js';
import type { Chunk } from './units.js';

/** The most bytes of logs that stay in the page: many screens, a fraction of a browser's memory. */
const MAX_CACHED_BYTES = 8 * 1024 * 1024;

/** The parts of a stream that were looked at last, in order and without overlaps. */
export class ChunkCache {
  private chunks: Chunk[] = [];
  private clock = 0;

  /** Returns the chunk that a unit is in. */
  find(unit: number): Chunk | undefined {
    const chunk = this.chunks[this.indexOf(unit)];
    if (chunk === undefined || unit >= chunk.end) return undefined;
    chunk.used = ++this.clock;
    return chunk;
  }

  last(): Chunk | undefined {
    return this.chunks.at(-1);
  }

  /** Adds a chunk instead of those that it overlaps, and drops those that were not looked at for the longest. */
  add(chunk: Chunk): void {
    chunk.used = ++this.clock;
    this.chunks = this.chunks.filter(
      (other) => other !== chunk && (other.end <= chunk.first || other.first >= chunk.end),
    );
    this.chunks.splice(this.indexOf(chunk.first) + 1, 0, chunk);
    let bytes = this.chunks.reduce((sum, one) => sum + one.bytes, 0);
    while (bytes > MAX_CACHED_BYTES && this.chunks.length > 1) {
      const oldest = this.chunks.reduce((one, other) => (other.used < one.used ? other : one));
      if (oldest === chunk) return;
      this.chunks.splice(this.chunks.indexOf(oldest), 1);
      bytes -= oldest.bytes;
    }
  }

  /** Drops the chunks that hold a log with this index, or a later one. */
  dropPast(index: number): void {
    this.chunks = this.chunks.filter(({ nextIndex }) => nextIndex <= index);
  }

  /** Drops what ends within a unit: it goes on in logs that are not in the page. */
  dropOpen(): void {
    this.chunks = this.chunks.filter(({ open }) => !open);
  }

  clear(): void {
    this.chunks = [];
  }

  /** Returns the position of the last chunk that begins at a unit or before; -1 where there is none. */
  private indexOf(unit: number): number {
    return countUpTo(this.chunks.length, (at) => this.chunks[at]!.first, unit) - 1;
  }
}

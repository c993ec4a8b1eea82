import { countUpTo } from './count_up_to.js';

/** The most lines that are remembered: four bytes each. */
export const MAX_FOUND = 2_000_000;

/** The lines that a search has found, ascending. */
export class FoundLines {
  size = 0;
  private lines = new Uint32Array(256);

  /** Whether there are more than are remembered. */
  get full(): boolean {
    return this.size === MAX_FOUND;
  }

  add(more: Uint32Array): void {
    const kept = more.subarray(0, MAX_FOUND - this.size);
    if (this.size + kept.length > this.lines.length) {
      const larger = new Uint32Array(Math.max(this.lines.length * 2, this.size + kept.length));
      larger.set(this.lines.subarray(0, this.size));
      this.lines = larger;
    }
    this.lines.set(kept, this.size);
    this.size += kept.length;
  }

  /** Returns the first line behind another one. */
  after(line: number): number | undefined {
    const at = this.countUpTo(line);
    return at < this.size ? this.lines[at] : undefined;
  }

  /** Returns the last line before another one. */
  before(line: number): number | undefined {
    const at = this.countUpTo(line - 1);
    return at > 0 ? this.lines[at - 1] : undefined;
  }

  /** Returns how many lines come up to one, with it. */
  countUpTo(line: number): number {
    return countUpTo(this.size, (at) => this.lines[at]!, line);
  }
}

/** Counts the bytes of what is under way, up to a limit. */
export class MemoryBudget {
  private bytes = 0;

  constructor(private readonly maxBytes: number) {}

  /** Acquires bytes; returns false if too few are free. */
  tryAcquire(bytes: number): boolean {
    if (this.bytes + bytes > this.maxBytes) return false;
    this.bytes += bytes;
    return true;
  }

  /** The acquired bytes. */
  get taken(): number {
    return this.bytes;
  }

  /** Releases bytes. */
  release(bytes: number): void {
    this.bytes -= bytes;
  }
}

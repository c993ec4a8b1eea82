/** Counts the bytes of what is under way, against a bound. */
export class MemoryBudget {
  private bytes = 0;

  constructor(private readonly maxBytes: number) {}

  /** Takes room for so many bytes; false where there is none. */
  tryAcquire(bytes: number): boolean {
    if (this.bytes + bytes > this.maxBytes) return false;
    this.bytes += bytes;
    return true;
  }

  /** The bytes that are under way. */
  get taken(): number {
    return this.bytes;
  }

  /** Gives the room back. */
  release(bytes: number): void {
    this.bytes -= bytes;
  }
}

/**
 * Calls back for what takes longer than it may: all have the same time, so that one timer, for the oldest, is enough.
 *
 * Hot: a timer for each request costs more than the look at its body.
 */
export class Deadlines<T> {
  /** When the time of each is up, in ms of `performance.now`; the oldest first. */
  private readonly ends = new Map<T, number>();
  private timer: NodeJS.Timeout | undefined;

  /**
   * @param ms the time of each, in milliseconds
   * @param onEnd is called for each that was not deleted by then
   */
  constructor(
    private readonly ms: number,
    private readonly onEnd: (late: T) => void,
  ) {}

  /** The time begins; anew for what is there already. */
  add(item: T): void {
    this.ends.delete(item);
    this.ends.set(item, performance.now() + this.ms);
    // Left running where its item is deleted before: most are, and the next one finds the timer there.
    this.timer ??= this.wake(this.ms);
  }

  /** Whether or not it is there (any more). */
  delete(item: T): void {
    this.ends.delete(item);
  }

  private wake(ms: number): NodeJS.Timeout {
    return setTimeout(() => {
      this.endLate();
    }, ms).unref();
  }

  private endLate(): void {
    this.timer = undefined;
    const now = performance.now();
    for (const [item, end] of this.ends) {
      // A timer may be early by a part of a millisecond.
      if (end - now >= 1) {
        this.timer = this.wake(Math.ceil(end - now));
        return;
      }
      this.ends.delete(item);
      this.onEnd(item);
    }
  }
}

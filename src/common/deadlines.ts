import { Chain, type Link } from './chain.js';

/** An item whose time runs. */
export interface Running<T> {
  readonly item: T;
  /** When the time is up, in ms of `performance.now`. */
  readonly end: number;
  /** Undefined when the time no longer runs. */
  link: Link<Running<T>> | undefined;
}

/**
 * Calls back for what takes longer than it may: all have the same time, so that one timer, for the oldest, is enough.
 *
 * Hot: a timer for each request costs more than the look at its body.
 */
export class Deadlines<T> {
  /** The oldest first. */
  private readonly running = new Chain<Running<T>>();
  private timer: NodeJS.Timeout | undefined;

  /**
   * @param ms the time of each, in milliseconds
   * @param onEnd is called for each that was not stopped by then
   */
  constructor(
    private readonly ms: number,
    private readonly onEnd: (late: T) => void,
  ) {}

  start(item: T): Running<T> {
    const running: Running<T> = { item, end: performance.now() + this.ms, link: undefined };
    running.link = this.running.add(running);
    // Not for each: most are stopped in time, and others that run find the timer there.
    this.timer ??= this.wake(this.ms);
    return running;
  }

  /** Whether or not the time still runs. */
  stop(running: Running<T>): void {
    if (running.link === undefined) return;
    this.running.remove(running.link);
    running.link = undefined;
    if (this.running.head !== undefined) return;
    clearTimeout(this.timer);
    this.timer = undefined;
  }

  private wake(ms: number): NodeJS.Timeout {
    return setTimeout(() => this.endLate(), ms).unref();
  }

  private endLate(): void {
    this.timer = undefined;
    const now = performance.now();
    for (let link = this.running.head; link !== undefined; link = this.running.head) {
      const leftMs = link.item.end - now;
      // A timer may be early by a part of a millisecond.
      if (leftMs >= 1) {
        this.timer ??= this.wake(Math.ceil(leftMs));
        return;
      }
      this.stop(link.item);
      this.onEnd(link.item.item);
    }
  }
}

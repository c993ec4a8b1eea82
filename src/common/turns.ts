import { abortReason } from './abort.js';

/** How long work holds the event loop without a pause, in ms: a tenth of what others may wait (100 ms). */
const TURN_MS = 10;

/** Gives the event loop a turn. By the global function, which the simulation replaces. */
export function nextTurn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

/** Divides long work into pieces, between which the event loop has a turn. */
export class Turns {
  private since: number;
  private doneMs = 0;

  /**
   * @param signal ends the work, between two pieces
   * @param now a clock, in ms
   */
  constructor(
    private readonly signal: AbortSignal | undefined,
    private readonly now: () => number = () => performance.now(),
  ) {
    this.since = now();
  }

  /** How long all pieces have held the event loop, in ms. */
  get workedMs(): number {
    return this.doneMs + this.now() - this.since;
  }

  /**
   * Gives the event loop a turn where the current piece is long enough; returns undefined where it is not yet.
   *
   * @throws CollectorError the signal's reason
   */
  next(): Promise<void> | undefined {
    return this.now() - this.since < TURN_MS ? undefined : this.take();
  }

  private async take(): Promise<void> {
    this.doneMs += this.now() - this.since;
    await nextTurn();
    this.since = this.now();
    if (this.signal?.aborted === true) throw abortReason(this.signal);
  }
}

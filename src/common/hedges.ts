import type { Batch, Caller, PendingItem } from './batch.js';
import { Semaphore } from './semaphore.js';

/** Slow batches beside each other one: what hangs must not hold up what comes later. */
export const SLOW_FACTOR = 4;

/** A batch that takes no longer is never slow, in milliseconds; and one that takes longer always is. */
const SLOW_MS_MIN = 50;
const SLOW_MS_MAX = 1000;
/** Until the first answer, which comes on a connection that is new. */
const FIRST_SLOW_MS = 100;

/** What a batch of many bytes may take besides: its bytes in a millisecond, by a poor connection. */
const BYTES_PER_MS = 20_000;

/** How many times what a batch takes at best. */
const FACTOR = 3;
/** How much a batch that takes longer than those before moves what one takes at best. */
const WEIGHT = 1 / 8;

export interface HedgeOptions<I, A> {
  /** How many items by themselves are under way at once; 0: none are sent. */
  readonly maxItems: number;
  /** A larger item is sent only once, in bytes: it may well take its time. */
  readonly maxItemBytes: number;
  /** Sends an item by itself, and settles it where that says for sure what becomes of it. A rejection says nothing. */
  readonly send: (item: PendingItem<I, A>, signal: AbortSignal) => Promise<void>;
}

/**
 * Sends the items of slow batches once more, each by itself, so that one which hangs does not hold the others of its batch.
 * The first that settles an item ends its other call. Slow is what takes several times as long as the fastest lately, and
 * more for many bytes, so that a backend that always takes long gets hardly an item twice.
 */
export class Hedges<I, A> {
  private bestMs: number | undefined;
  private readonly places: Semaphore;

  constructor(private readonly options: HedgeOptions<I, A>) {
    this.places = new Semaphore(options.maxItems);
  }

  /** After how many milliseconds a batch is slow. */
  get slowMs(): number {
    if (this.bestMs === undefined) return FIRST_SLOW_MS;
    return Math.min(Math.max(SLOW_MS_MIN, FACTOR * this.bestMs), SLOW_MS_MAX);
  }

  /** Watches a batch from when it is sent. An item that is alone has nothing to be held by. */
  begin(batch: Batch<I, A>): void {
    if (batch.callers.length === 1) return;
    const bytes = batch.callers.reduce((sum, caller) => sum + caller.bytes, 0);
    batch.slowTimer = setTimeout(
      () => {
        // First what came while the event loop was held.
        setImmediate(() => this.sendEach(batch));
      },
      this.slowMs + bytes / BYTES_PER_MS,
    );
  }

  /** The batch has ended: all of its items are settled. */
  end({ begun, signal, slowTimer }: Batch<I, A>): void {
    if (slowTimer === undefined) return;
    clearTimeout(slowTimer);
    const ms = Math.min(performance.now() - begun, SLOW_MS_MAX);
    const { bestMs = ms } = this;
    if (ms >= bestMs) this.bestMs = bestMs + WEIGHT * (ms - bestMs);
    // One that was given up would have taken longer.
    else if (!signal.aborted) this.bestMs = ms;
  }

  private sendEach(batch: Batch<I, A>): void {
    const { maxItems, maxItemBytes } = this.options;
    if (maxItems === 0) return;
    for (const caller of batch.callers) {
      if (!caller.settled && caller.bytes <= maxItemBytes) void this.sendOnce(caller, batch);
    }
  }

  /** Never rejects. */
  private async sendOnce(caller: Caller<I, A>, batch: Batch<I, A>): Promise<void> {
    const { signal } = (caller.hedge = new AbortController());
    try {
      await this.places.acquire(1, signal);
    } catch {
      return;
    }
    try {
      if (!caller.settled) await this.options.send(caller, signal);
      // It waits for its batch no more, as one that has left.
      if (caller.settled) batch.leave();
    } catch {
      // The batch decides.
    } finally {
      this.places.release(1);
    }
  }
}

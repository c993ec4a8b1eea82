import { abortReason, waitForAbort } from './abort.js';
import { Batch, Caller, type PendingItem } from './batch.js';
import { Chain } from './chain.js';
import type { Hedges } from './hedges.js';
import { SpareSignals } from './spare_signals.js';
import { asCollectorError, CollectorError } from './errors.js';

/** What bounds the batches of one backend. */
export interface BatchLimits {
  /** Items of a batch. */
  readonly maxItems: number;
  /** Bytes of a batch; an item that is larger goes alone. */
  readonly maxBytes: number;
  /** Batches under way at once, besides slow ones. */
  readonly maxBatches: number;
  /** Slow batches under way that `maxBatches` does not count. */
  readonly maxSlowBatches: number;
  /** Batches under way, and not slow, that may be less than full: what comes meanwhile is collected for the next one. */
  readonly maxPartialBatches: number;
  /** What may wait: items, and bytes. */
  readonly maxQueuedItems: number;
  readonly maxQueuedBytes: number;
}

/**
 * Milliseconds after which a batch counts as slow: it no longer holds up what came after it. Several times what a healthy
 * backend takes, so that collecting goes on there.
 */
export const SLOW_MS = 25;

export interface BatcherOptions<I, A> {
  /** The name of the backend, for messages. */
  readonly backend: string;
  readonly limits: BatchLimits;
  /** The settings of what may wait, for messages. */
  readonly bounds: string;
  /** The size of an item in bytes, as the backend counts it; it is asked once. */
  readonly sizeOf: (item: I) => number;
  /** After how many milliseconds a batch is slow; default: SLOW_MS. */
  readonly slowMs?: () => number;
  /** Sends items of slow batches once more. Default: each is sent once. */
  readonly hedges?: Hedges<I, A>;
  /**
   * Sends a batch, and settles each item as soon as its answer is known. A rejection rejects all items that still
   * wait. The signal is aborted when no caller waits any more; the batch counts as under way until the promise settles.
   */
  readonly send: (batch: readonly PendingItem<I, A>[], signal: AbortSignal) => Promise<void>;
}

/**
 * Puts single calls together into batches, without a timer: the first goes at the end of the event loop's turn, and what
 * comes while batches are under way goes as the next one (`docs/decisions/0008-batching.md`). Callers leave by their own
 * signals, and hurt no other.
 */
export class Batcher<I, A> {
  private readonly queue = new Chain<Caller<I, A>>();
  private queuedBytes = 0;
  /** Batches under way, and how many of them are slow. */
  private batches = 0;
  private slowBatches = 0;
  /** Those that are not slow, the oldest first; and how many of them are less than full. */
  private readonly young = new Chain<Batch<I, A>>();
  private partialBatches = 0;
  private readonly signals = new SpareSignals();
  private scheduled = false;
  /** Runs while something waits for a batch to end or to become slow. */
  private timer: NodeJS.Timeout | undefined;
  private closed: Promise<void> | undefined;
  private onIdle: (() => void) | undefined;

  constructor(private readonly options: BatcherOptions<I, A>) {}

  /**
   * Queues an item, and waits for its answer.
   *
   * @throws CollectorError what `send` rejected with, the signal's reason, TOO_MUCH_IN_FLIGHT where the queue is full, or
   *   SHUTTING_DOWN
   */
  add(item: I, signal: AbortSignal | undefined): Promise<A> {
    if (signal?.aborted === true) return Promise.reject(abortReason(signal));
    if (this.closed !== undefined) return Promise.reject(new CollectorError('SHUTTING_DOWN'));
    const bytes = this.options.sizeOf(item);
    const { backend, bounds, limits } = this.options;
    const full = this.queue.size >= limits.maxQueuedItems;
    if (full || this.queuedBytes + bytes > limits.maxQueuedBytes) {
      const why = `${this.queue.size} items (${this.queuedBytes} bytes) wait for the ${backend}: it is too slow, or too many messages are under way; ${bounds} bound what waits`;
      return Promise.reject(new CollectorError('TOO_MUCH_IN_FLIGHT', why));
    }
    return new Promise((resolve, reject) => {
      const caller = new Caller<I, A>(this, item, bytes, signal, resolve, reject);
      caller.queued = this.queue.add(caller);
      this.queuedBytes += bytes;
      if (signal !== undefined) waitForAbort(signal, caller);
      this.schedule();
    });
  }

  /** Takes nothing more in, and waits for what is queued and under way. */
  close(): Promise<void> {
    this.closed ??= new Promise((resolve) => {
      this.onIdle = resolve;
      this.checkIdle();
    });
    return this.closed;
  }

  /** Removes a caller that has left. For callers only. */
  leave(caller: Caller<I, A>): void {
    if (caller.queued !== undefined) this.unqueue(caller);
    caller.batch?.leave();
    this.checkIdle();
  }

  /** Once whatever comes in the event loop's turn can go together. */
  private schedule(): void {
    if (this.scheduled) return;
    this.scheduled = true;
    setImmediate(() => {
      this.scheduled = false;
      this.flush();
    });
  }

  /** Whether all that waits would not fill a batch. */
  private get isPartial(): boolean {
    const { maxItems, maxBytes } = this.options.limits;
    return this.queue.size < maxItems && this.queuedBytes < maxBytes;
  }

  private flush(): void {
    const { maxBatches, maxSlowBatches, maxPartialBatches } = this.options.limits;
    if (this.queue.size > 0) this.setSlowAside();
    while (this.queue.size > 0) {
      const partial = this.isPartial;
      const full = this.batches - Math.min(this.slowBatches, maxSlowBatches) >= maxBatches;
      if (full || (partial && this.partialBatches >= maxPartialBatches)) {
        this.wake();
        return;
      }
      void this.run(this.take(partial));
    }
  }

  private get slowMs(): number {
    return this.options.slowMs?.() ?? SLOW_MS;
  }

  /** One batch that hangs must not hold up all that comes later. */
  private setSlowAside(): void {
    const slowSince = performance.now() - this.slowMs;
    for (const batch of this.young) {
      if (batch.begun > slowSince) return;
      this.leaveYoung(batch);
      this.slowBatches++;
    }
  }

  private end(batch: Batch<I, A>): void {
    batch.end();
    this.options.hedges?.end(batch);
    this.signals.release(batch.controller);
    this.batches--;
    if (batch.link === undefined) this.slowBatches--;
    else this.leaveYoung(batch);
  }

  private leaveYoung(batch: Batch<I, A>): void {
    this.young.remove(batch.link!);
    batch.link = undefined;
    if (batch.partial) this.partialBatches--;
  }

  /** Looks again when the oldest batch has become slow, unless one ends before. */
  private wake(): void {
    if (this.timer !== undefined) return;
    const oldest = this.young.head?.item;
    if (oldest === undefined) return;
    const leftMs = oldest.begun + this.slowMs - performance.now();
    this.timer = setTimeout(
      () => {
        this.timer = undefined;
        this.flush();
      },
      Math.max(1, Math.ceil(leftMs)),
    );
  }

  /** The next batch, off the front of the queue: as much as its bounds allow, but at least one item. */
  private take(partial: boolean): Batch<I, A> {
    const { maxItems, maxBytes } = this.options.limits;
    const callers: Caller<I, A>[] = [];
    let bytes = 0;
    for (const caller of this.queue) {
      if (callers.length === maxItems) break;
      if (callers.length > 0 && bytes + caller.bytes > maxBytes) break;
      this.unqueue(caller);
      callers.push(caller);
      bytes += caller.bytes;
    }
    return new Batch(callers, partial, this.signals.acquire());
  }

  private unqueue(caller: Caller<I, A>): void {
    this.queue.remove(caller.queued!);
    caller.queued = undefined;
    this.queuedBytes -= caller.bytes;
  }

  /** Never rejects. */
  private async run(batch: Batch<I, A>): Promise<void> {
    this.batches++;
    batch.link = this.young.add(batch);
    if (batch.partial) this.partialBatches++;
    this.options.hedges?.begin(batch);
    try {
      await this.options.send(batch.callers, batch.signal);
      if (batch.isOpen) {
        throw new CollectorError('INTERNAL', `the ${this.options.backend} left a call open`);
      }
    } catch (thrown) {
      batch.fail(asCollectorError(thrown));
    }
    this.end(batch);
    if (this.queue.size > 0) this.schedule();
    this.checkIdle();
  }

  private checkIdle(): void {
    if (this.queue.size > 0) return;
    clearTimeout(this.timer);
    this.timer = undefined;
    if (this.batches === 0) this.onIdle?.();
  }
}

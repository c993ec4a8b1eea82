import { abortReason, onAbort } from '../../common/abort.js';
import { CollectorError } from '../../common/errors.js';
import { Semaphore } from '../../common/semaphore.js';

/** A Batch that takes no longer is never slow, in milliseconds; and one that takes longer always is. */
const SLOW_MS_MIN = 50;
const SLOW_MS_MAX = 1000;
/** Until the first answer, which comes on a connection that is new. */
const FIRST_SLOW_MS = 100;

/** How many times what a Batch takes at best. */
const FACTOR = 3;
/** How much a Batch that takes longer than those before moves what one takes at best. */
const WEIGHT = 1 / 8;

/** A larger call goes only once, in bytes: it may well take its time. */
const CALL_BYTES_MAX = 64 * 1024;

/** What is asked of a call of a Batch. */
interface BatchedCall {
  readonly item: { readonly body: Uint8Array };
  readonly settled: boolean;
}

/**
 * Has calls of slow Batches sent once more, each by itself: a Batch is answered as a whole, so that one call which hangs
 * would hold the others. Each call can be made twice. Slow is what takes several times as long as the fastest lately, so
 * that a Coordinator that always takes long gets no call twice.
 */
export class SlowBatches {
  private bestMs: number | undefined;
  private readonly places: Semaphore;

  /** @param maxCalls how many calls by themselves are under way at once; 0: none are sent */
  constructor(private readonly maxCalls: number) {
    this.places = new Semaphore(maxCalls);
  }

  /** After how many milliseconds a Batch is slow. */
  get slowMs(): number {
    if (this.bestMs === undefined) return FIRST_SLOW_MS;
    return Math.min(Math.max(SLOW_MS_MIN, FACTOR * this.bestMs), SLOW_MS_MAX);
  }

  /**
   * Waits for a Batch, and where that is slow, also for its calls by themselves. Returns undefined where they were all
   * answered first: then the Batch is given up.
   *
   * @param whole sends the Batch
   * @param alone sends a call by itself, and settles it where that says for sure what becomes of it
   * @throws CollectorError the signal's reason
   */
  async wait<C extends BatchedCall, R>(
    calls: readonly C[],
    signal: AbortSignal,
    whole: (signal: AbortSignal) => Promise<R>,
    alone: (call: C, signal: AbortSignal) => Promise<void>,
  ): Promise<R | undefined> {
    const own = new AbortController();
    const stop = onAbort(signal, () => {
      own.abort(abortReason(signal));
    });
    const areSettled = () => calls.every(({ settled }) => settled);
    const timer = setTimeout(() => {
      void this.sendEach(calls, own.signal, alone).then(() => {
        if (areSettled()) own.abort(new CollectorError('CANCELLED'));
      });
    }, this.slowMs);
    const begun = performance.now();
    try {
      const reply = await whole(own.signal);
      this.learn(Math.min(performance.now() - begun, SLOW_MS_MAX));
      return reply;
    } catch (thrown) {
      if (areSettled()) return undefined;
      throw thrown;
    } finally {
      clearTimeout(timer);
      stop();
      // Those by themselves that are still under way.
      own.abort(new CollectorError('CANCELLED'));
    }
  }

  private learn(ms: number): void {
    const { bestMs = ms } = this;
    this.bestMs = ms < bestMs ? ms : bestMs + WEIGHT * (ms - bestMs);
  }

  /** Never rejects. */
  private async sendEach<C extends BatchedCall>(
    calls: readonly C[],
    signal: AbortSignal,
    alone: (call: C, signal: AbortSignal) => Promise<void>,
  ): Promise<void> {
    const small =
      this.maxCalls === 0 ? [] : calls.filter(({ item }) => item.body.length <= CALL_BYTES_MAX);
    const sends = small.map(async (call) => {
      await this.places.acquire(1, signal);
      try {
        if (!call.settled) await alone(call, signal);
      } finally {
        this.places.release(1);
      }
    });
    await Promise.allSettled(sends);
  }
}

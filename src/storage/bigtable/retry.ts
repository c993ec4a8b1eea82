import { abortReason, onAbort } from '../../common/abort.js';
import type { GrpcCode } from '../../common/errors.js';
import { RpcError } from './rpc_error.js';
import type { AttemptOptions } from './table.js';

/** How long a call is tried. */
export interface RetryPolicy {
  /** Milliseconds from the first attempt, or from the last one that got on, until no further one begins. */
  readonly budgetMs: number;
  /** Milliseconds for one attempt. */
  readonly attemptMs: number;
  /** From 0 to 1, evenly. */
  readonly random: () => number;
}

const FIRST_PAUSE_MS = 50;
const MAX_PAUSE_MS = 5000;

/** What another attempt may mend within the time for a message; every call here can be made twice. */
const PASSING: ReadonlySet<GrpcCode> = new Set<GrpcCode>([
  'Aborted',
  'Canceled',
  'DeadlineExceeded',
  'Internal',
  'ResourceExhausted',
  'Unavailable',
  'Unknown',
]);

/** The attempts of one call: each pause is a random part of one that doubles, so that many callers do not come at once. */
export class RetryLoop {
  private failures = 0;
  private readonly end: number;
  /** The last failure that says more than that there was no answer. */
  private telling: RpcError | undefined;

  /** @param begun when the first attempt began, as `performance.now` tells it */
  constructor(
    private readonly policy: RetryPolicy,
    private readonly signal: AbortSignal | undefined,
    begun = performance.now(),
  ) {
    this.end = begun + policy.budgetMs;
  }

  /** The options of the next attempt. */
  attempt(): AttemptOptions {
    const leftMs = Math.ceil(this.end - performance.now());
    const timeoutMs = Math.max(1, Math.min(this.policy.attemptMs, leftMs));
    return { signal: this.signal, timeoutMs };
  }

  /**
   * Waits before the next attempt.
   *
   * @throws what failed, where that does not pass or the time is up: of several failures, the most telling one; or the
   *   signal's reason
   */
  async again(thrown: unknown): Promise<void> {
    if (!(thrown instanceof RpcError) || !PASSING.has(thrown.status)) throw thrown;
    if (thrown.status !== 'DeadlineExceeded') this.telling = thrown;
    const longest = Math.min(MAX_PAUSE_MS, FIRST_PAUSE_MS * 2 ** this.failures++);
    const pauseMs = longest * this.policy.random();
    if (performance.now() + pauseMs >= this.end) throw this.telling ?? thrown;
    await pause(pauseMs, this.signal);
  }
}

/** Calls until an attempt is good. @throws as `RetryLoop.again` */
export async function retry<T>(
  policy: RetryPolicy,
  signal: AbortSignal | undefined,
  call: (options: AttemptOptions) => Promise<T>,
): Promise<T> {
  const loop = new RetryLoop(policy, signal);
  for (;;) {
    try {
      return await call(loop.attempt());
    } catch (thrown) {
      await loop.again(thrown);
    }
  }
}

function pause(ms: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted === true) {
      reject(abortReason(signal));
      return;
    }
    const timer = setTimeout(() => {
      stop?.();
      resolve();
    }, ms);
    const stop =
      signal &&
      onAbort(signal, () => {
        clearTimeout(timer);
        reject(abortReason(signal));
      });
  });
}

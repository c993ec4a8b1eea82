import { CollectorError } from '../../common/errors.js';
import { Semaphore } from '../../common/semaphore.js';
import { retry, type RetryPolicy } from './retry.js';
import type { AttemptOptions } from './table.js';
import type { WriteLimits } from './writer.js';

/** Calls that write one row each: those of all callers share one limit. */
export class RowCalls {
  private readonly calls: Semaphore;

  constructor(
    private readonly policy: RetryPolicy,
    private readonly limits: WriteLimits,
  ) {
    this.calls = new Semaphore(limits.maxCalls);
  }

  /**
   * Calls until an attempt is good; an attempt waits for its turn, but not between two attempts.
   *
   * @throws RpcError, the signal's reason, or CollectorError TOO_MUCH_IN_FLIGHT where too many rows wait
   */
  write(
    signal: AbortSignal | undefined,
    call: (options: AttemptOptions) => Promise<void>,
  ): Promise<void> {
    return retry(this.policy, signal, (options) => this.attempt(call, options));
  }

  private async attempt(
    call: (options: AttemptOptions) => Promise<void>,
    options: AttemptOptions,
  ): Promise<void> {
    const { maxQueuedRows } = this.limits;
    if (this.calls.waitingCount >= maxQueuedRows) {
      const why = `${maxQueuedRows} rows wait for the storage: it is too slow, or too many messages are under way; BIGTABLE_MAX_QUEUE bounds what waits`;
      throw new CollectorError('TOO_MUCH_IN_FLIGHT', why);
    }
    const turn = this.calls.acquire(1, options.signal);
    if (turn !== undefined) await turn;
    try {
      await call(options);
    } finally {
      this.calls.release(1);
    }
  }
}

import { CollectorError } from '../../common/errors.js';
import { Semaphore } from '../../common/semaphore.js';
import { type AttemptOptions, type BigtableTable, type RowWrite, SERVER_TIME } from './table.js';
import { retry, type RetryPolicy } from './retry.js';
import { type RowWriter, WRITE_LIMITS } from './writer.js';

/** Writes row by row, as the reference does: the table itself sees to it that no row is written twice. */
export class ConditionalWriter implements RowWriter {
  private readonly calls: Semaphore;

  constructor(
    private readonly table: BigtableTable,
    private readonly policy: RetryPolicy,
    private readonly limits = WRITE_LIMITS,
  ) {
    this.calls = new Semaphore(limits.maxCalls);
  }

  /** One after another; the calls of all callers share one limit. */
  async write(rows: readonly RowWrite[], signal: AbortSignal | undefined): Promise<void> {
    for (const row of rows) {
      await retry(this.policy, signal, (options) => this.putRow(row, options));
    }
  }

  close(): Promise<void> {
    return Promise.resolve();
  }

  private async putRow(row: RowWrite, options: AttemptOptions): Promise<void> {
    const { maxQueuedRows } = this.limits;
    if (this.calls.waitingCount >= maxQueuedRows) {
      const why = `${maxQueuedRows} rows wait for the storage: it is too slow, or too many messages are under way; BIGTABLE_MAX_QUEUE bounds what waits`;
      throw new CollectorError('TOO_MUCH_IN_FLIGHT', why);
    }
    const turn = this.calls.acquire(1, options.signal);
    if (turn !== undefined) await turn;
    try {
      // As the reference does: only the first write of a row has an effect, so that its time may be any.
      await this.table.putRow({ ...row, timestampMicros: SERVER_TIME }, options);
    } finally {
      this.calls.release(1);
    }
  }
}

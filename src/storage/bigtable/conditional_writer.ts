import { type BigtableTable, type RowWrite, SERVER_TIME } from './table.js';
import type { RetryPolicy } from './retry.js';
import { RowCalls } from './row_calls.js';
import { type RowWriter, WRITE_LIMITS } from './writer.js';

/** Writes row by row, as the reference does: the table itself sees to it that no row is written twice. */
export class ConditionalWriter implements RowWriter {
  private readonly calls: RowCalls;

  constructor(
    private readonly table: BigtableTable,
    policy: RetryPolicy,
    limits = WRITE_LIMITS,
  ) {
    this.calls = new RowCalls(policy, limits);
  }

  /** One after another. */
  async write(rows: readonly RowWrite[], signal: AbortSignal | undefined): Promise<void> {
    for (const row of rows) {
      // As the reference does: only the first write of a row has an effect, so that its time may be any.
      const write = { ...row, timestampMicros: SERVER_TIME };
      await this.calls.write(signal, (options) => this.table.putRow(write, options));
    }
  }

  close(): Promise<void> {
    return Promise.resolve();
  }
}

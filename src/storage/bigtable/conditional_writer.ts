import type { BigtableTable, KeyedRow } from './table.js';
import { retry, type RetryPolicy } from './tries.js';
import type { RowWriter } from './writer.js';

/** Writes row by row, as the reference does: the table itself sees to it that no row is written twice. */
export class ConditionalWriter implements RowWriter {
  constructor(
    private readonly table: BigtableTable,
    private readonly policy: RetryPolicy,
  ) {}

  /** One after another: how many writes are under way is bounded by who calls. */
  async write(rows: readonly KeyedRow[], signal: AbortSignal | undefined): Promise<void> {
    for (const row of rows) {
      await retry(this.policy, signal, (options) => this.table.putRow(row, options));
    }
  }

  close(): Promise<void> {
    return Promise.resolve();
  }
}

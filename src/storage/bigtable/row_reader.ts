import { parseRowKey, rowKeyRange } from '../row_key.js';
import type { Row } from '../rows.js';
import type { BigtableTable, KeyedRow, KeyRange } from './table.js';
import { type RetryPolicy, Tries } from './tries.js';

/** Reads the rows of a stream, and goes on after the last one where a call breaks off. */
export class RowReader {
  constructor(
    private readonly table: BigtableTable,
    private readonly policy: RetryPolicy,
  ) {}

  /** The rows whose last log is at `from` or later, in order; without values where only keys are asked for. */
  async *rows(
    prefix: string,
    from: bigint,
    keysOnly: boolean,
    signal: AbortSignal | undefined,
  ): AsyncGenerator<Row, void, void> {
    for await (const { key, value } of this.keyed(prefix, from, keysOnly, signal)) {
      const rowKey = parseRowKey(key);
      if (rowKey !== undefined) yield { ...rowKey, value };
    }
  }

  /** The same, by their keys. */
  async *keyed(
    prefix: string,
    from: bigint,
    keysOnly: boolean,
    signal: AbortSignal | undefined,
  ): AsyncGenerator<KeyedRow, void, void> {
    let range: KeyRange = { ...rowKeyRange(prefix, from), startOpen: false };
    const tries = new Tries(this.policy, signal);
    for (;;) {
      try {
        for await (const row of this.table.readRows({ from: range, keysOnly }, tries.attempt())) {
          yield row;
          range = { ...range, start: row.key, startOpen: true };
          tries.progress();
        }
        return;
      } catch (thrown) {
        await tries.again(thrown);
      }
    }
  }
}

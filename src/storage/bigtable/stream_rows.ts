import { parseRowKey, rowKeyRange } from '../row_key.js';
import type { Row } from '../rows.js';
import type { AttemptOptions, BigtableTable } from './table.js';

/** Reads the rows of a stream whose last log is at `from` or later, in order; without values where only keys are asked for. */
export async function* readStreamRows(
  table: BigtableTable,
  prefix: string,
  from: bigint,
  keysOnly: boolean,
  options: AttemptOptions,
): AsyncGenerator<Row, void, void> {
  const range = rowKeyRange(prefix, from);
  for await (const { key, value } of table.readRows(range, keysOnly, options)) {
    const rowKey = parseRowKey(key);
    if (rowKey !== undefined) yield { ...rowKey, value };
  }
}

/** Keys that one call deletes: each takes some 100 bytes, and a call may have 100,000 changes. */
const MAX_DELETIONS = 1000;

/** Deletes all rows of a stream, a batch at a time. @throws RpcError, or the signal's reason */
export async function deleteStreamRows(
  table: BigtableTable,
  prefix: string,
  options: AttemptOptions,
): Promise<void> {
  let keys: string[] = [];
  for await (const { key } of table.readRows(rowKeyRange(prefix, 0n), true, options)) {
    keys.push(key);
    if (keys.length < MAX_DELETIONS) continue;
    await table.deleteRows(keys, options);
    keys = [];
  }
  if (keys.length > 0) await table.deleteRows(keys, options);
}

import { RpcError } from './rpc_error.js';
import type { BigtableTable, KeyedRow } from './table.js';
import { retry, type RetryPolicy } from './tries.js';

/** Rows that one call removes: a key takes some 100 bytes, and a call may have 100,000 changes. */
const MAX_REMOVALS = 1000;

/** Removes rows, a batch at a time. @throws RpcError, or the signal's reason */
export async function removeRows(
  table: BigtableTable,
  rows: AsyncIterable<KeyedRow>,
  policy: RetryPolicy,
  signal: AbortSignal | undefined,
): Promise<void> {
  let keys: string[] = [];
  for await (const { key } of rows) {
    keys.push(key);
    if (keys.length < MAX_REMOVALS) continue;
    await removeBatch(table, keys, policy, signal);
    keys = [];
  }
  if (keys.length > 0) await removeBatch(table, keys, policy, signal);
}

async function removeBatch(
  table: BigtableTable,
  keys: readonly string[],
  policy: RetryPolicy,
  signal: AbortSignal | undefined,
): Promise<void> {
  const left = new Set(keys);
  await retry(policy, signal, async (options) => {
    const batch = [...left].map((key) => ({ key }));
    let failure: RpcError | undefined;
    await table.mutateRows(batch, options, (index, error) => {
      if (error === undefined) left.delete(batch[index]?.key ?? '');
      else failure = error;
    });
    if (left.size > 0) throw failure ?? new RpcError('Internal', 'the answer leaves rows out');
  });
}

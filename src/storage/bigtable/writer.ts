import type { KeyedRow } from './table.js';

/** A way of writing rows once: a row that is there already counts as written. */
export interface RowWriter {
  /** @throws RpcError, or the signal's reason */
  write(rows: readonly KeyedRow[], signal: AbortSignal | undefined): Promise<void>;

  /** Waits for what is under way. */
  close(): Promise<void>;
}

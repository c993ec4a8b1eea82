import { DEFAULTS } from '../../common/defaults.js';
import type { RowWrite } from './table.js';

/** What bounds the calls of writers, and what waits for them; past it, TOO_MUCH_IN_FLIGHT. */
export interface WriteLimits {
  /** Rows written one by one, at once: setting BIGTABLE_MAX_CALLS. */
  readonly maxCalls: number;
  /** Batches of rows under way at once: setting BIGTABLE_MAX_GROUPS. */
  readonly maxBatches: number;
  /** Rows of slow batches that are written once more, at once. */
  readonly maxHedgedRows: number;
  /** Rows that may wait, and bytes of those that wait for a batch: BIGTABLE_MAX_QUEUE, BIGTABLE_MAX_QUEUE_BYTES. */
  readonly maxQueuedRows: number;
  readonly maxQueuedBytes: number;
}

export const WRITE_LIMITS: WriteLimits = {
  maxCalls: DEFAULTS.bigtableMaxCalls,
  maxBatches: DEFAULTS.bigtableMaxGroups,
  // The rows of a full batch within some round trips; and few to a table that is slow as a whole, with 40 batches under way.
  maxHedgedRows: 32,
  maxQueuedRows: DEFAULTS.bigtableMaxQueue,
  maxQueuedBytes: DEFAULTS.bigtableMaxQueueBytes,
};

/** A way of writing rows once: a row that is there already counts as written. */
export interface RowWriter {
  /** @throws RpcError, or the signal's reason */
  write(rows: readonly RowWrite[], signal: AbortSignal | undefined): Promise<void>;

  /** Waits for what is under way. */
  close(): Promise<void>;
}

import type { PendingItem } from '../../common/batch.js';
import { Batcher } from '../../common/batcher.js';
import { LARGE_BYTES } from '../../common/buffer_pool.js';
import { Hedges, SLOW_FACTOR } from '../../common/hedges.js';
import { RpcError } from './rpc_error.js';
import type { AttemptOptions, BigtableTable, RowWrite } from './table.js';
import { type RetryPolicy, RetryLoop } from './retry.js';
import { RowCalls } from './row_calls.js';
import { type RowWriter, WRITE_LIMITS } from './writer.js';

const BATCHES = {
  // From here on a row of a larger batch costs no less.
  maxItems: 100,
  // Where rows are this large, their bytes are what they cost.
  maxBytes: 4 * 1024 * 1024,
  // One at a time, so that rows of many small messages do go together.
  maxPartialBatches: 1,
};

/** Milliseconds for a row of a slow batch by itself: one that takes longer hangs as well, and others need its place. */
const HEDGE_MS = 1000;

/** What became of a row: undefined where it is written. */
type Outcome = RpcError | undefined;
type WaitingRow = PendingItem<RowWrite, Outcome>;

/**
 * Writes rows of all messages together, without reading: a row that is written again gets the same cell, for its timestamp
 * and its bytes depend on the message alone (`docs/differences.md`).
 */
export class GroupedWriter implements RowWriter {
  private readonly batcher: Batcher<RowWrite, Outcome>;
  private readonly calls: RowCalls;

  constructor(
    private readonly table: BigtableTable,
    private readonly policy: RetryPolicy,
    limits = WRITE_LIMITS,
  ) {
    const { maxBatches, maxHedgedRows, maxQueuedRows: maxQueuedItems, maxQueuedBytes } = limits;
    this.calls = new RowCalls(policy, limits);
    this.batcher = new Batcher<RowWrite, Outcome>({
      backend: 'storage',
      limits: {
        ...BATCHES,
        maxBatches,
        maxSlowBatches: SLOW_FACTOR * maxBatches,
        maxQueuedItems,
        maxQueuedBytes,
      },
      bounds: 'BIGTABLE_MAX_QUEUE and BIGTABLE_MAX_QUEUE_BYTES',
      sizeOf: ({ key, value }) => key.length + value.length,
      hedges: new Hedges({
        maxItems: maxHedgedRows,
        // Larger ones come to no batch.
        maxItemBytes: LARGE_BYTES,
        send: (row, signal) => this.hedge(row, signal),
      }),
      send: (batch, signal) => this.setRows(batch, { signal, timeoutMs: policy.attemptMs }),
    });
  }

  /** Every row is tried, also where another fails. */
  write(rows: readonly RowWrite[], signal: AbortSignal | undefined): Promise<void> {
    const [only] = rows;
    const begun = performance.now();
    if (rows.length === 1) return this.writeRow(only!, signal, begun);
    return this.writeRows(rows, signal, begun);
  }

  close(): Promise<void> {
    return this.batcher.close();
  }

  private async writeRows(
    rows: readonly RowWrite[],
    signal: AbortSignal | undefined,
    begun: number,
  ): Promise<void> {
    const writes = await Promise.allSettled(rows.map((row) => this.writeRow(row, signal, begun)));
    const failed = writes.filter((write) => write.status === 'rejected');
    // A row that is refused must not hide one that can be written yet.
    const passing = failed.find(({ reason }) => !isRefusal(reason)) ?? failed[0];
    if (passing !== undefined) throw passing.reason;
  }

  /** Hot: what another attempt needs is made when there is one; garbage is collected around all rows that wait. */
  private writeRow(row: RowWrite, signal: AbortSignal | undefined, begun: number): Promise<void> {
    if (row.value.length >= LARGE_BYTES) {
      return this.calls.write(signal, (options) => this.table.setRow(row, options));
    }
    const first = this.batcher.add(row, signal);
    return first.then((error) =>
      error === undefined ? undefined : this.writeAgain(row, signal, begun, error),
    );
  }

  private async writeAgain(
    row: RowWrite,
    signal: AbortSignal | undefined,
    begun: number,
    failure: RpcError,
  ): Promise<void> {
    const loop = new RetryLoop(this.policy, signal, begun);
    for (let error: Outcome = failure; error !== undefined;) {
      await loop.again(error);
      error = await this.batcher.add(row, signal);
    }
  }

  private async setRows(rows: readonly WaitingRow[], options: AttemptOptions): Promise<void> {
    if (rows.length === 1) {
      await this.setRow(rows[0]!, options);
      return;
    }
    const writes = rows.map(({ item }) => item);
    let failure: RpcError | undefined;
    try {
      await this.table.setRows(writes, options, (index, error) => rows[index]?.resolve(error));
    } catch (thrown) {
      if (!(thrown instanceof RpcError)) throw thrown;
      failure = thrown;
    }
    const open = rows.filter(({ settled }) => !settled);
    if (open.length === 0) return;
    failure ??= new RpcError('Internal', 'the answer omits rows');
    // A call is refused as a whole where one of its rows is to blame, and the others are not.
    if (isRefusal(failure)) await Promise.all(open.map((row) => this.setRow(row, options)));
    else for (const row of open) row.resolve(failure);
  }

  /**
   * Writes the same cell again: a row can be written twice. A failure leaves the batch to decide. The row's memory may be
   * used again when it is settled: gRPC, which begins the calls of a channel in order, has copied it for the batch by then.
   */
  private async hedge(row: WaitingRow, signal: AbortSignal): Promise<void> {
    const timeoutMs = Math.min(HEDGE_MS, this.policy.attemptMs);
    await this.table.setRow(row.item, { signal, timeoutMs });
    row.resolve(undefined);
  }

  private async setRow(row: WaitingRow, options: AttemptOptions): Promise<void> {
    try {
      await this.table.setRow(row.item, options);
      row.resolve(undefined);
    } catch (thrown) {
      if (!(thrown instanceof RpcError)) throw thrown;
      row.resolve(thrown);
    }
  }
}

function isRefusal(thrown: unknown): boolean {
  return thrown instanceof RpcError && thrown.status === 'InvalidArgument';
}

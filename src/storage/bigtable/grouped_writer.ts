import { untilAborted } from '../../abort.js';
import { Grouping, type Waiting } from '../../grouping.js';
import { RpcError } from './rpc_error.js';
import type { BigtableTable, KeyedRow } from './table.js';
import { type RetryPolicy, Tries } from './tries.js';
import { type RowWriter, WRITE_LIMITS } from './writer.js';

const GROUPS = {
  // From here on a row of a larger group costs no less.
  maxItems: 100,
  // Where rows are this large, their bytes are what they cost.
  maxBytes: 4 * 1024 * 1024,
  // One at a time, so that rows of many small messages do go together.
  maxPartialGroups: 1,
};

/** Up to here, a conditional write for each row costs less than the two calls of a group, and a round trip less. */
const MAX_SINGLE_ROWS = 3;

/** What became of a row: undefined where it is there. */
type Outcome = RpcError | undefined;
type WaitingRow = Waiting<KeyedRow, Outcome>;

/**
 * Writes rows of all messages together: one call tells which are there, another writes the others.
 *
 * No row that is there is written again, but by another process in between: then the same bytes lie there in two versions
 * (`docs/differences.md`).
 */
export class GroupedWriter implements RowWriter {
  private readonly grouping: Grouping<KeyedRow, Outcome>;
  /** The groups that rows are under way with, by key. */
  private readonly writing = new Map<string, Promise<void>>();

  constructor(
    private readonly table: BigtableTable,
    private readonly policy: RetryPolicy,
    { maxGroups, maxQueuedRows: maxQueuedItems, maxQueuedBytes } = WRITE_LIMITS,
  ) {
    this.grouping = new Grouping<KeyedRow, Outcome>({
      backend: 'storage',
      limits: { ...GROUPS, maxGroups, maxQueuedItems, maxQueuedBytes },
      bounds: 'BIGTABLE_MAX_QUEUE and BIGTABLE_MAX_QUEUE_BYTES',
      sizeOf: ({ key, value }) => key.length + value.length,
      send: (group, signal) => this.send(group, signal),
    });
  }

  /** Every row is tried, also where another fails. */
  write(rows: readonly KeyedRow[], signal: AbortSignal | undefined): Promise<void> {
    const [only] = rows;
    const begun = performance.now();
    if (rows.length === 1) return this.writeRow(only!, signal, begun);
    return this.writeRows(rows, signal, begun);
  }

  close(): Promise<void> {
    return this.grouping.close();
  }

  private async writeRows(
    rows: readonly KeyedRow[],
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
  private writeRow(row: KeyedRow, signal: AbortSignal | undefined, begun: number): Promise<void> {
    const first = this.grouping.add(row, signal);
    return first.then((error) =>
      error === undefined ? undefined : this.writeAgain(row, signal, begun, error),
    );
  }

  private async writeAgain(
    row: KeyedRow,
    signal: AbortSignal | undefined,
    begun: number,
    failure: RpcError,
  ): Promise<void> {
    const tries = new Tries(this.policy, signal, begun);
    for (let error: Outcome = failure; error !== undefined;) {
      await tries.again(error);
      error = await this.grouping.add(row, signal);
    }
  }

  /** A row that another group is under way with waits for it: read before that has ended, it would be written twice. */
  private async send(group: readonly WaitingRow[], signal: AbortSignal): Promise<void> {
    const rows = byKey(group);
    // Kept here, for a row that is settled leaves the map of rows.
    const keys = [...rows.keys()];
    const others = new Set<Promise<void>>();
    for (const key of keys) {
      const other = this.writing.get(key);
      if (other !== undefined) others.add(other);
    }
    const end = untilAborted(Promise.all(others), signal).then(() => this.sendRows(rows, signal));
    const ended = end.catch(() => undefined);
    for (const key of keys) this.writing.set(key, ended);
    try {
      await end;
    } finally {
      for (const key of keys) {
        if (this.writing.get(key) === ended) this.writing.delete(key);
      }
    }
  }

  private async sendRows(rows: Map<string, WaitingRow[]>, signal: AbortSignal): Promise<void> {
    if (rows.size <= MAX_SINGLE_ROWS) {
      await this.putEach(rows, signal);
      return;
    }
    const options = { signal, timeoutMs: this.policy.attemptMs };
    try {
      const present = { from: [...rows.keys()], keysOnly: true };
      for await (const { key } of this.table.readRows(present, options)) settle(rows, key);
      const missing = [...rows].map(([key, [first]]) => ({ key, value: first!.item.value }));
      if (missing.length === 0) return;
      await this.table.mutateRows(missing, options, (index, error) => {
        settle(rows, missing[index]?.key ?? '', error);
      });
      if (rows.size > 0) throw new RpcError('Internal', 'the answer leaves rows out');
    } catch (thrown) {
      if (!(thrown instanceof RpcError)) throw thrown;
      if (isRefusal(thrown)) await this.putEach(rows, signal);
      for (const key of rows.keys()) settle(rows, key, thrown);
    }
  }

  /** Writes row by row; also after a call was refused as a whole: one row may be to blame, and the others are not. */
  private async putEach(rows: Map<string, WaitingRow[]>, signal: AbortSignal): Promise<void> {
    const options = { signal, timeoutMs: this.policy.attemptMs };
    const puts = [...rows].map(async ([key, [first]]) => {
      try {
        await this.table.putRow({ key, value: first!.item.value }, options);
        settle(rows, key);
      } catch (thrown) {
        if (!(thrown instanceof RpcError)) throw thrown;
        settle(rows, key, thrown);
      }
    });
    await Promise.all(puts);
  }
}

/** The rows of a group; the same row may be in it many times, if messages are delivered twice. */
function byKey(group: readonly WaitingRow[]): Map<string, WaitingRow[]> {
  const rows = new Map<string, WaitingRow[]>();
  for (const waiting of group) {
    const same = rows.get(waiting.item.key);
    if (same === undefined) rows.set(waiting.item.key, [waiting]);
    else same.push(waiting);
  }
  return rows;
}

/** Tells all who wait for a row what became of it, and takes it off those that are open. */
function settle(rows: Map<string, WaitingRow[]>, key: string, outcome?: RpcError): void {
  for (const waiting of rows.get(key) ?? []) waiting.resolve(outcome);
  rows.delete(key);
}

function isRefusal(thrown: unknown): boolean {
  return thrown instanceof RpcError && thrown.status === 'InvalidArgument';
}

import { LRUCache } from 'lru-cache';
import { IdleWaiters } from '../../common/idle_waiters.js';
import { abortReason } from '../../common/abort.js';
import { CollectorError } from '../../common/errors.js';
import type { ReadRows } from '../look_ahead.js';
import type { RowStorage } from '../row_storage.js';
import { getLogs, tailLog } from '../reader.js';
import { formatRowKey, rowKeyPrefix } from '../row_key.js';
import { MAX_ROW_BYTES, putInRows, type Row } from '../rows.js';
import type { CallOptions, GetRequest, PutRequest, StoredLog, StreamRequest } from '../storage.js';
import { cellTime } from './cell_time.js';
import { ConditionalWriter } from './conditional_writer.js';
import { bigtableError } from './failure.js';
import { GroupedWriter } from './grouped_writer.js';
import { deleteStreamRows, readStreamRows } from './stream_rows.js';
import type { AttemptOptions, BigtableTable } from './table.js';
import type { RetryPolicy } from './retry.js';
import { type RowWriter, WRITE_LIMITS, type WriteLimits } from './writer.js';

/** Of how many streams it is remembered where their contiguous run last ended: some 100 bytes each. */
const TAIL_CACHE_STREAMS = 10_000;

/** Long enough for 10 MiB over a slow line, and short enough for another attempt before a message is given up. */
const ATTEMPT_MS = 10_000;

/** Half the default MESSAGE_DEADLINE, so that a message which is given up can say why. */
const BUDGET_MS = 30_000;

export const RETRIES: RetryPolicy = {
  budgetMs: BUDGET_MS,
  attemptMs: ATTEMPT_MS,
  random: Math.random,
};

/** How rows are written: setting BIGTABLE_WRITES. */
export type WriteMode = 'conditional' | 'grouped';

export interface BigtableStorageOptions {
  /** Is closed with the storage. */
  readonly table: BigtableTable;
  readonly writes: WriteMode;
  /** The largest value of a row in bytes. Default and maximum: 10 MiB. */
  readonly maxRowSize?: number;
  readonly retries?: RetryPolicy;
  /** Default: WRITE_LIMITS. */
  readonly limits?: WriteLimits;
}

/**
 * Puts of one message at once where they are grouped: two full batches of rows, one to be under way while the next one
 * fills. A row that waits in its message takes less memory than one that waits for its batch, and garbage is collected
 * around all that wait.
 */
export const GROUPED_PUTS = 200;

/** Rows in Bigtable (protocol section 3). */
export class BigtableStorage implements RowStorage {
  readonly putsAtOnce: number | undefined;
  private readonly table: BigtableTable;
  private readonly writer: RowWriter;
  private readonly maxRowSize: number;
  private readonly retries: RetryPolicy;
  /** By prefix of row keys, the index after the run from 0 where it last ended: a run only grows, until it is expunged. */
  private readonly tails = new LRUCache<string, bigint>({
    // Not `max`: that takes the room of a full cache at once, and a function that only writes needs none.
    maxSize: TAIL_CACHE_STREAMS,
    sizeCalculation: () => 1,
  });
  /** Changes; only counted, for there is one for each stream of a message. */
  private underWay = 0;
  private readonly idle = new IdleWaiters();
  /** Whether a row was written: then the settings are right, and InvalidArgument speaks of the data. */
  private written = false;
  private closed = false;

  constructor({
    table,
    writes,
    maxRowSize = MAX_ROW_BYTES,
    retries = RETRIES,
    limits = WRITE_LIMITS,
  }: BigtableStorageOptions) {
    this.table = table;
    this.maxRowSize = maxRowSize;
    this.retries = retries;
    this.putsAtOnce = writes === 'grouped' ? GROUPED_PUTS : undefined;
    const Writer = writes === 'grouped' ? GroupedWriter : ConditionalWriter;
    this.writer = new Writer(table, retries, limits);
  }

  async put(request: PutRequest, { signal }: CallOptions): Promise<void> {
    const { project, path } = request;
    this.begin(signal);
    const hadWritten = this.written;
    try {
      const prefix = rowKeyPrefix(project, path);
      const timestampMicros = cellTime(request.timestampMs);
      await putInRows(request, this.maxRowSize, (rows) => {
        const writes = rows.map((row) => {
          return { key: formatRowKey(prefix, row), value: row.value, timestampMicros };
        });
        return this.writer.write(writes, signal);
      });
      this.written = true;
    } catch (thrown) {
      throw bigtableError(thrown, `the write of ${project}/${path}`, hadWritten);
    } finally {
      this.end();
    }
  }

  async *get(request: GetRequest, { signal }: CallOptions): AsyncGenerator<StoredLog, void, void> {
    try {
      yield* getLogs(this.rowsOf(rowKeyPrefix(request.project, request.path), signal), request);
    } catch (thrown) {
      throw readError(thrown, request);
    }
  }

  async tail(request: StreamRequest, { signal }: CallOptions): Promise<StoredLog | undefined> {
    const prefix = rowKeyPrefix(request.project, request.path);
    const rows = this.rowsOf(prefix, signal);
    const known = this.tails.get(prefix);
    try {
      let log = await tailLog(rows, known);
      // Another process has expunged the stream.
      if (log === undefined && known !== undefined) log = await tailLog(rows);
      if (log === undefined) this.tails.delete(prefix);
      else this.tails.set(prefix, log.index + 1n);
      return log;
    } catch (thrown) {
      throw readError(thrown, request);
    }
  }

  async *rows(request: StreamRequest, { signal }: CallOptions): AsyncGenerator<Row, void, void> {
    try {
      yield* this.rowsOf(rowKeyPrefix(request.project, request.path), signal)(0n, false);
    } catch (thrown) {
      throw readError(thrown, request);
    }
  }

  async expunge({ project, path }: StreamRequest, { signal }: CallOptions): Promise<void> {
    const prefix = rowKeyPrefix(project, path);
    this.begin(signal);
    try {
      await deleteStreamRows(this.table, prefix, this.reading(signal));
      this.tails.delete(prefix);
    } catch (thrown) {
      // InvalidArgument says nothing about data that is only removed.
      throw bigtableError(thrown, `the removal of ${project}/${path}`, false);
    } finally {
      this.end();
    }
  }

  async close(): Promise<void> {
    this.closed = true;
    if (this.underWay > 0) await this.idle.wait();
    await this.writer.close();
    await this.table.close();
  }

  private rowsOf(prefix: string, signal: AbortSignal | undefined): ReadRows {
    const options = this.reading(signal);
    return (from, keysOnly) => readStreamRows(this.table, prefix, from, keysOnly, options);
  }

  /** The library tries again within that time. */
  private reading(signal: AbortSignal | undefined): AttemptOptions {
    return { signal, timeoutMs: this.retries.budgetMs };
  }

  /** A change that `close` waits for. @throws CollectorError SHUTTING_DOWN, or the signal's reason */
  private begin(signal: AbortSignal | undefined): void {
    if (this.closed) throw new CollectorError('SHUTTING_DOWN');
    if (signal?.aborted === true) throw abortReason(signal);
    this.underWay++;
  }

  private end(): void {
    if (--this.underWay === 0) this.idle.notify();
  }
}

/** InvalidArgument says nothing about data that is only read. */
function readError(thrown: unknown, { project, path }: StreamRequest): unknown {
  return bigtableError(thrown, `the reading of ${project}/${path}`, false);
}

import { nextTurn } from '../common/turns.js';
import { abortReason, untilAborted } from '../common/abort.js';
import { CollectorError } from '../common/errors.js';
import { durable } from './durable.js';
import { type Environment } from './environment.js';
import type { ReadRows } from '../storage/look_ahead.js';
import { getLogs, tailLog } from '../storage/reader.js';
import type { RowStorage } from '../storage/row_storage.js';
import { formatRowKey, parseRowKey, rowKeyPrefix, rowKeyRange } from '../storage/row_key.js';
import type { Table } from './table.js';
import { MAX_ROW_BYTES, putInRows, type Row } from '../storage/rows.js';
import type {
  CallOptions,
  GetRequest,
  PutRequest,
  StoredLog,
  StreamRequest,
} from '../storage/storage.js';

/** How many keys are read, or removed, at once: few enough not to hold up the event loop. */
const PAGE_KEYS = 512;

/** How many streams are looked into, one after another, before the event loop has a turn. */
const PAGE_STREAMS = 512;

/** How many pages are being removed at once. */
const REMOVALS = 8;

/** How many bytes of values are read before the event loop has a turn. */
const TURN_BYTES = 1024 * 1024;

const NO_VALUE = new Uint8Array(0);

/** The rows of all streams: row keys to values. */
export type LogTable = Table<Uint8Array, string>;

export function openLogTable(environment: Environment): LogTable {
  return environment.openDB({ name: 'logs', encoding: 'binary' });
}

export interface LmdbStorageOptions {
  /** Stays open when the storage is closed: others use it too. */
  readonly environment: Environment;
  /** The largest value of a row in bytes. Default and maximum: 10 MiB. */
  readonly maxRowSize?: number | undefined;
  /**
   * Is asked in the turn in which a stream's rows are written, with their bytes; answers what is written with them.
   *
   * @throws CollectorError where they must not be
   */
  readonly admit?: ((stream: StreamRequest, bytes: number) => Promise<boolean>[]) | undefined;
}

/** Rows in the local database, with the keys and values that they have in Bigtable (protocol section 3). */
export class LmdbStorage implements RowStorage {
  /** As many streams as a message has under way share a commit: each costs time. */
  readonly putsAtOnce = 512;
  private readonly environment: Environment;
  private readonly table: LogTable;
  private readonly maxRowSize: number;
  private readonly admit: NonNullable<LmdbStorageOptions['admit']>;
  private readonly underWay = new Set<Promise<void>>();
  private closed = false;

  constructor({ environment, maxRowSize = MAX_ROW_BYTES, admit }: LmdbStorageOptions) {
    this.environment = environment;
    this.table = openLogTable(environment);
    this.maxRowSize = maxRowSize;
    this.admit = admit ?? (() => []);
  }

  /** The records are read until the put is done, and also after it was given up: they must not change. */
  async put(request: PutRequest, { signal }: CallOptions): Promise<void> {
    const { project, path } = request;
    const prefix = rowKeyPrefix(project, path);
    const put = putInRows(request, this.maxRowSize, (rows) =>
      this.write(signal, () => this.putAll(request, prefix, rows)),
    );
    await this.track(put);
  }

  get(request: GetRequest, { signal }: CallOptions): AsyncIterable<StoredLog> {
    return getLogs(this.reader(request, signal), request);
  }

  tail(request: StreamRequest, { signal }: CallOptions): Promise<StoredLog | undefined> {
    return tailLog(this.reader(request, signal));
  }

  rows(request: StreamRequest, { signal }: CallOptions): AsyncIterable<Row> {
    return this.reader(request, signal)(0n, false);
  }

  expunge(stream: StreamRequest, options: CallOptions): Promise<void> {
    return this.expungeAll([stream], options);
  }

  async expungeAll(streams: readonly StreamRequest[], { signal }: CallOptions): Promise<void> {
    const writes: Promise<void>[] = [];
    for await (const keys of this.keysOf(streams, signal)) {
      const removal = this.write(signal, () => keys.map((key) => this.table.remove(key)));
      const write = this.track(removal);
      // The caller that waits for all of them gets the error.
      write.catch(() => undefined);
      writes.push(write);
      if (writes.length === REMOVALS) await Promise.all(writes.splice(0));
    }
    await Promise.all(writes);
  }

  async close(): Promise<void> {
    this.closed = true;
    await Promise.allSettled(this.underWay);
  }

  private putAll(request: PutRequest, prefix: string, rows: readonly Row[]): Promise<boolean>[] {
    const keys = rows.map((row) => formatRowKey(prefix, row));
    let bytes = 0;
    for (const [at, { value }] of rows.entries()) bytes += keys[at]!.length + value.length;
    const writes = this.admit(request, bytes);
    for (const [at, { value }] of rows.entries()) writes.push(this.putOnce(keys[at]!, value));
    return writes;
  }

  /** Writes a row unless it is there: then it counts as stored. */
  private putOnce(key: string, value: Uint8Array): Promise<boolean> {
    return this.table.ifNoExists(key, () => {
      // It succeeds or fails with the condition that it stands under.
      void this.table.put(key, value);
    });
  }

  private write(signal: AbortSignal | undefined, begin: () => Promise<boolean>[]): Promise<void> {
    if (this.closed) return Promise.reject(new CollectorError('SHUTTING_DOWN'));
    if (signal?.aborted === true) return Promise.reject(abortReason(signal));
    return untilAborted(durable(this.environment, begin), signal);
  }

  /** Has `close` wait for it. */
  private async track(work: Promise<void>): Promise<void> {
    this.underWay.add(work);
    try {
      await work;
    } finally {
      this.underWay.delete(work);
    }
  }

  /** Reads a stream's rows one after another; no read transaction is open while one waits for the next. */
  private reader({ project, path }: StreamRequest, signal: AbortSignal | undefined): ReadRows {
    const prefix = rowKeyPrefix(project, path);
    return (from, keysOnly) => this.readRows(prefix, from, keysOnly, signal);
  }

  private async *readRows(
    prefix: string,
    from: bigint,
    keysOnly: boolean,
    signal: AbortSignal | undefined,
  ): AsyncGenerator<Row, void, void> {
    const range = { ...rowKeyRange(prefix, from), exclusiveStart: false, limit: PAGE_KEYS };
    for (;;) {
      let bytes = await turn(signal);
      const keys = this.table.getKeys(range);
      for (const key of keys) {
        const rowKey = parseRowKey(key);
        if (rowKey === undefined) continue;
        if (bytes >= TURN_BYTES) bytes = await turn(signal);
        const value = keysOnly ? NO_VALUE : this.table.getBinary(key);
        // It is gone where the stream was expunged in between.
        if (value === undefined) continue;
        bytes += value.length;
        yield { ...rowKey, value };
      }
      if (keys.length < PAGE_KEYS) return;
      range.start = keys.at(-1)!;
      range.exclusiveStart = true;
    }
  }

  /** The keys of many streams' rows, a few pages at a time. */
  private async *keysOf(
    streams: readonly StreamRequest[],
    signal: AbortSignal | undefined,
  ): AsyncGenerator<string[], void, void> {
    let keys: string[] = [];
    let looks = 0;
    await turn(signal);
    for (const { project, path } of streams) {
      const range = { ...rowKeyRange(rowKeyPrefix(project, path), 0n), limit: PAGE_KEYS };
      for (let from = {}; ;) {
        const page = this.table.getKeys({ ...range, ...from });
        keys.push(...page);
        if (keys.length >= PAGE_KEYS || ++looks >= PAGE_STREAMS) {
          yield keys;
          keys = [];
          looks = 0;
          await turn(signal);
        }
        if (page.length < PAGE_KEYS) break;
        from = { start: page.at(-1)!, exclusiveStart: true };
      }
    }
    if (keys.length > 0) yield keys;
  }
}

/** Lets the event loop have its turn: what is read lies in memory, so that nothing else would. */
async function turn(signal: AbortSignal | undefined): Promise<number> {
  await nextTurn();
  if (signal?.aborted === true) throw abortReason(signal);
  return 0;
}

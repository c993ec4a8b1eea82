import type { Database } from 'lmdb';
import { abortReason, untilAborted } from '../abort.js';
import { CollectorError, storageError } from '../errors.js';
import type { Environment } from './environment.js';
import { readLogs, readTail, type RowReader } from './reading.js';
import {
  endRowKey,
  firstRowKey,
  formatRowKey,
  parseRowKey,
  type RowKey,
  rowKeyPrefix,
} from './row_key.js';
import { cutRows, MAX_ROW_BYTES, type Row } from './rows.js';
import type {
  CallOptions,
  GetRequest,
  PutRequest,
  Storage,
  StoredLog,
  StreamRequest,
} from './storage.js';

export interface LmdbStorageOptions {
  readonly environment: Environment;
  /** The largest value of a row, in bytes. */
  readonly maxRowBytes?: number;
}

/** How much is read at a time: a reader that is slow must not hold old pages, or the file grows. */
const BATCH_ROWS = 256;
const BATCH_BYTES = 1024 * 1024;

/** The embedded store: rows as in Bigtable, with their row keys as keys. */
export class LmdbStorage implements Storage {
  private readonly environment: Environment;
  private readonly maxRowBytes: number;
  private readonly rows: Database<Buffer, Buffer>;

  constructor({ environment, maxRowBytes = MAX_ROW_BYTES }: LmdbStorageOptions) {
    this.environment = environment;
    this.maxRowBytes = maxRowBytes;
    this.rows = environment.openDB<Buffer, Buffer>({
      name: 'rows',
      encoding: 'binary',
      keyEncoding: 'binary',
    });
  }

  async put(request: PutRequest, { signal }: CallOptions = {}): Promise<void> {
    if (signal?.aborted === true) throw abortReason(signal);
    await untilAborted(this.write(request), signal);
  }

  private async write(request: PutRequest): Promise<void> {
    const prefix = rowKeyPrefix(request.project, request.path);
    const writes: Promise<unknown>[] = [];
    let tooLarge: unknown;
    try {
      for (const row of cutRows(request, this.maxRowBytes)) writes.push(this.writeRow(prefix, row));
    } catch (thrown) {
      tooLarge = thrown;
    }
    try {
      await Promise.all(writes);
      // Whatever the environment does between commit and flush: an ack needs the flush.
      await this.environment.flushed;
    } catch (cause) {
      throw storageError('Unavailable', `the rows of ${request.path} could not be written`, {
        cause,
      });
    }
    if (tooLarge !== undefined) throw tooLarge as CollectorError;
  }

  /** Writes a row where there is none. */
  private writeRow(prefix: string, row: Row): Promise<unknown> {
    const key = bytes(formatRowKey(prefix, row));
    const value = Buffer.from(row.value.buffer, row.value.byteOffset, row.value.byteLength);
    return this.rows.ifNoExists(key, () => void this.rows.put(key, value));
  }

  get(request: GetRequest, { signal }: CallOptions = {}): AsyncIterable<StoredLog> {
    return readLogs(this.reader(request, signal), request);
  }

  async tail(request: StreamRequest, { signal }: CallOptions = {}): Promise<StoredLog | undefined> {
    return readTail(this.reader(request, signal));
  }

  async expunge({ project, path }: StreamRequest, { signal }: CallOptions = {}): Promise<void> {
    const prefix = rowKeyPrefix(project, path);
    const range = { start: bytes(prefix), end: bytes(endRowKey(prefix)), limit: BATCH_ROWS };
    for (;;) {
      if (signal?.aborted === true) throw abortReason(signal);
      const keys = [...this.rows.getKeys(range)];
      if (keys.length === 0) return;
      await untilAborted(Promise.all(keys.map((key) => this.rows.remove(key))), signal);
      await untilAborted(Promise.resolve(this.environment.flushed), signal);
    }
  }

  /** The environment stays open: it is its owner's. */
  async close(): Promise<void> {
    await this.environment.flushed;
  }

  private reader({ project, path }: StreamRequest, signal: AbortSignal | undefined): RowReader {
    const prefix = rowKeyPrefix(project, path);
    return {
      keys: (from) => this.keys(prefix, from, signal),
      rows: (from) => this.read(prefix, from, signal),
      value: (key) => Promise.resolve(this.rows.get(bytes(formatRowKey(prefix, key)))),
    };
  }

  private async *keys(
    prefix: string,
    from: bigint,
    signal: AbortSignal | undefined,
  ): AsyncGenerator<RowKey> {
    let start = bytes(firstRowKey(prefix, from));
    const end = bytes(endRowKey(prefix));
    for (;;) {
      if (signal?.aborted === true) throw abortReason(signal);
      const keys = [...this.rows.getKeys({ start, end, limit: BATCH_ROWS })];
      for (const key of keys) yield rowKeyOf(key);
      const last = keys.at(-1);
      if (last === undefined) return;
      start = after(last);
      // Lets others have a turn, though nothing here waits for a disk.
      await Promise.resolve();
    }
  }

  private async *read(
    prefix: string,
    from: bigint,
    signal: AbortSignal | undefined,
  ): AsyncGenerator<Row> {
    let start = bytes(firstRowKey(prefix, from));
    const end = bytes(endRowKey(prefix));
    for (;;) {
      if (signal?.aborted === true) throw abortReason(signal);
      const batch: { key: Buffer; value: Buffer }[] = [];
      let size = 0;
      for (const entry of this.rows.getRange({ start, end, limit: BATCH_ROWS })) {
        batch.push(entry);
        size += entry.value.length;
        if (size >= BATCH_BYTES) break;
      }
      for (const { key, value } of batch) yield { ...rowKeyOf(key), value };
      const last = batch.at(-1);
      if (last === undefined) return;
      start = after(last.key);
      await Promise.resolve();
    }
  }
}

function bytes(key: string): Buffer {
  return Buffer.from(key, 'latin1');
}

/** The first key that comes after this one. */
function after(key: Buffer): Buffer {
  return Buffer.concat([key, Buffer.alloc(1)]);
}

function rowKeyOf(key: Buffer): RowKey {
  const parsed = parseRowKey(key.toString('latin1'));
  if (parsed === undefined) throw storageError('DataLoss', 'a key of the store is not a row key');
  return parsed;
}

import { untilAborted } from '../common/abort.js';
import { checkWhole } from '../common/check_options.js';
import { CollectorError } from '../common/errors.js';
import type { ReadRows } from './look_ahead.js';
import { getLogs, tailLog } from './reader.js';
import { isAfter } from './row_key.js';
import { MAX_ROW_BYTES, putInRows, type Row } from './rows.js';
import type {
  CallOptions,
  GetRequest,
  PutRequest,
  Storage,
  StoredLog,
  StreamRequest,
} from './storage.js';

/** The bounds of a storage for tests. */
export interface MemoryStorageOptions {
  /** The most bytes of a row. Default, and at most: 10 MiB. */
  readonly maxRowSize?: number;
}

/** A storage for tests: its rows are in memory, and grow without bound. */
export class MemoryStorage implements Storage {
  /** By project and path; in the order of their keys. */
  private readonly streams = new Map<string, Row[]>();
  private readonly maxRowSize: number;
  private closed = false;

  /** @throws CollectorError BAD_SETTINGS where a number makes no sense */
  constructor({ maxRowSize = MAX_ROW_BYTES }: MemoryStorageOptions = {}) {
    checkWhole('memory storage', { maxRowSize }, 1, MAX_ROW_BYTES);
    this.maxRowSize = maxRowSize;
  }

  async put(request: PutRequest, { signal }: CallOptions): Promise<void> {
    await this.begin(signal);
    await putInRows(request, this.maxRowSize, (rows) => {
      for (const row of rows) this.insert(request, row);
      return Promise.resolve();
    });
  }

  async *get(request: GetRequest, { signal }: CallOptions): AsyncGenerator<StoredLog, void, void> {
    yield* getLogs(this.reader(request, signal), request);
  }

  async tail(request: StreamRequest, { signal }: CallOptions): Promise<StoredLog | undefined> {
    return tailLog(this.reader(request, signal));
  }

  async expunge(request: StreamRequest, { signal }: CallOptions): Promise<void> {
    await this.begin(signal);
    this.streams.delete(keyOf(request));
  }

  close(): Promise<void> {
    this.closed = true;
    return Promise.resolve();
  }

  private async begin(signal: AbortSignal | undefined): Promise<void> {
    if (this.closed) throw new CollectorError('SHUTTING_DOWN');
    await untilAborted(Promise.resolve(), signal);
  }

  private reader(request: StreamRequest, signal: AbortSignal | undefined): ReadRows {
    return (from) => this.readRows(request, signal, from);
  }

  private async *readRows(
    request: StreamRequest,
    signal: AbortSignal | undefined,
    from: bigint,
  ): AsyncGenerator<Row, void, void> {
    await this.begin(signal);
    const rows = this.streams.get(keyOf(request)) ?? [];
    yield* rows.filter(({ lastIndex }) => lastIndex >= from);
  }

  /** Puts a copy of a row where it belongs; one that is there stays. */
  private insert(request: StreamRequest, row: Row): void {
    const rows = this.streams.get(keyOf(request)) ?? [];
    let at = rows.length;
    while (at > 0 && isAfter(rows[at - 1]!, row)) at--;
    const before = rows[at - 1];
    if (before?.lastIndex === row.lastIndex && before.count === row.count) return;
    rows.splice(at, 0, { ...row, value: Uint8Array.from(row.value) });
    this.streams.set(keyOf(request), rows);
  }
}

function keyOf({ project, path }: StreamRequest): string {
  return `${project}/${path}`;
}

import { storageError } from '../../src/common/errors.js';
import { formatRowKey, rowKeyPrefix } from '../../src/storage/row_key.js';
import { MAX_ROW_BYTES, putInRows } from '../../src/storage/rows.js';
import type { PutRequest, Storage, StoredLog } from '../../src/storage/storage.js';
import type { Script } from './line.js';

/** A storage that does what a line's script says, and keeps every row that was written. */
export class ScriptedStorage implements Storage {
  readonly rows = new Map<string, Uint8Array>();

  constructor(private readonly script: Script) {}

  put(request: PutRequest): Promise<void> {
    const { putCode, putExists, maxRowSize } = this.script;
    const prefix = rowKeyPrefix(request.project, request.path);
    return putInRows(request, maxRowSize ?? MAX_ROW_BYTES, (rows) => {
      for (const row of rows) {
        if (putCode !== undefined)
          return Promise.reject(storageError(putCode, 'as the script says'));
        const key = formatRowKey(prefix, row);
        if (putExists !== true && !this.rows.has(key)) this.rows.set(key, Buffer.from(row.value));
      }
      return Promise.resolve();
    });
  }

  get(): AsyncIterable<StoredLog> {
    throw new Error('a Collector does not read');
  }

  tail(): Promise<StoredLog | undefined> {
    return Promise.reject(new Error('a Collector does not read'));
  }

  expunge(): Promise<void> {
    return Promise.reject(new Error('a Collector removes nothing'));
  }

  close(): Promise<void> {
    return Promise.resolve();
  }
}

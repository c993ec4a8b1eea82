import { CollectorError, storageError } from '../../src/errors.js';
import type { PutRequest, Storage, StoredLog } from '../../src/storage/storage.js';
import { plainRows } from '../plain/rows.js';
import { splitFrames } from '../plain/unpack.js';
import type { Script } from './line.js';

const MAX_ROW_BYTES = 10 * 1024 * 1024;

/** A storage that does what a line's script says, and keeps every row that was written. */
export class ScriptedStorage implements Storage {
  readonly rows = new Map<string, Uint8Array>();

  constructor(private readonly script: Script) {}

  put({ project, path, index, records }: PutRequest): Promise<void> {
    const { putCode, putExists, maxRowSize } = this.script;
    const logs = splitFrames(records);
    const cut = plainRows(`${project}/${path}`, index, logs, maxRowSize ?? MAX_ROW_BYTES);
    for (const { key, value } of cut.rows) {
      if (putCode !== undefined) return Promise.reject(storageError(putCode, 'as the script says'));
      if (putExists !== true && !this.rows.has(key)) this.rows.set(key, value);
    }
    return cut.tooLarge ? Promise.reject(new CollectorError('LOG_TOO_LARGE')) : Promise.resolve();
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

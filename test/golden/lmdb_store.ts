import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openEnvironment } from '../../src/local/environment.js';
import { LmdbStorage, openLogTable } from '../../src/local/lmdb.js';
import type { GoldenStore } from './reads.js';

/** A local store in a directory of its own, which goes when it is closed. */
export function openLmdbStore(options: { maxRowSize?: number }): Promise<GoldenStore> {
  const dir = mkdtempSync(join(tmpdir(), 'golden-reads-'));
  const environment = openEnvironment(dir);
  const storage = new LmdbStorage({ environment, ...options });
  const table = openLogTable(environment);
  return Promise.resolve({
    storage,
    rows: () =>
      Promise.resolve(
        table.getKeys().map((key) => ({
          key,
          value: Buffer.from(table.get(key)!).toString('base64'),
        })),
      ),
    plant: async ({ key, value }) => {
      await table.put(key, Buffer.from(value, 'base64'));
    },
    close: async () => {
      await storage.close();
      await environment.close();
      rmSync(dir, { recursive: true });
    },
  });
}

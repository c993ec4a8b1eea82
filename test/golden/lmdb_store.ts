import { LmdbStorage, openLogTable } from '../../src/local/lmdb.js';
import { openTestEnvironment } from '../coordinator/open.js';
import type { GoldenStore } from './reads.js';

/** A local store in a directory of its own, which goes when it is closed. */
export function openLmdbStore(options: { maxRowSize?: number }): Promise<GoldenStore> {
  const { environment, destroy } = openTestEnvironment();
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
      await destroy();
    },
  });
}

import type { Database, Key } from 'lmdb';

/** Returns what stands for a table that a store has not, where it may only be read: what is called to read. */
export function emptyDatabase<V, K extends Key>(): Database<V, K> {
  const reads = {
    get: () => undefined,
    getBinary: () => undefined,
    getKeys: () => [],
    getRange: () => [],
    doesExist: () => false,
    getStats: () => ({}),
  };
  return reads as unknown as Database<V, K>;
}

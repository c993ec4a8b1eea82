import type { Database, Key, RangeOptions } from 'lmdb';

/** lmdb's figures of a table. */
interface TableStats {
  readonly entryCount: number;
  /** Of the whole environment. */
  readonly lastTxnId: number;
  readonly pageSize: number;
  readonly treeBranchPageCount: number;
  readonly treeLeafPageCount: number;
  readonly overflowPages: number;
}

/** What a table asks of its environment. */
export interface TableOwner {
  /** @throws CollectorError where nothing can be read or written now */
  checkUsable(): void;
  /** Reads, and reads again what cannot be relied on. */
  read<T>(action: () => T): T;
  /** Translates an error of lmdb. */
  failure(thrown: unknown): unknown;
}

/**
 * A table of the local store. Every read and write of one passes here, so that an error of lmdb becomes one of the
 * catalogue. Ranges are read at once: no read transaction is open while something waits.
 */
export class Table<V = unknown, K extends Key = Key> {
  constructor(
    private readonly database: Database<V, K>,
    private readonly owner: TableOwner,
  ) {}

  get(key: K): V | undefined {
    return this.read(() => this.database.get(key));
  }

  getBinary(key: K): Buffer | undefined {
    return this.read(() => this.database.getBinary(key));
  }

  getKeys(range: RangeOptions = {}): K[] {
    return this.read(() => [...this.database.getKeys(range)]);
  }

  /** Reads entries one by one, each when it is its turn, until `take` returns false. */
  readRange(range: RangeOptions, take: (key: K, value: V) => boolean): void {
    this.guarded(() => {
      for (const { key, value } of this.database.getRange(range)) if (!take(key, value)) return;
    });
  }

  has(key: K): boolean {
    return this.read(() => this.database.doesExist(key));
  }

  getStats(): TableStats {
    return this.read(() => this.database.getStats() as TableStats);
  }

  /** The bytes that it takes of the file. */
  get bytes(): number {
    const stats = this.getStats();
    const { treeBranchPageCount, treeLeafPageCount, overflowPages } = stats;
    return stats.pageSize * (treeBranchPageCount + treeLeafPageCount + overflowPages);
  }

  put(key: K, value: V): Promise<boolean> {
    return this.guarded(() => this.database.put(key, value));
  }

  remove(key: K): Promise<boolean> {
    return this.guarded(() => this.database.remove(key));
  }

  /** Makes the writes that `write` begins, unless the key is there. */
  ifNoExists(key: K, write: () => void): Promise<boolean> {
    return this.guarded(() => this.database.ifNoExists(key, write));
  }

  private read<T>(action: () => T): T {
    return this.guarded(() => this.owner.read(action));
  }

  private guarded<T>(action: () => T): T {
    this.owner.checkUsable();
    try {
      return action();
    } catch (thrown) {
      throw this.owner.failure(thrown);
    }
  }
}

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

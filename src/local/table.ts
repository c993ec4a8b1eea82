import type { Database, Key, RangeOptions } from 'lmdb';

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

  /** lmdb's figures of the table. */
  getStats(): object {
    return this.read(() => this.database.getStats());
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

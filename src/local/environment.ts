import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import * as lmdb from 'lmdb';
import type { Database, DatabaseOptions, Key, RootDatabase } from 'lmdb';
import { attempted } from '../common/attempted.js';
import { CollectorError, storageError } from '../common/errors.js';
import { isMissing } from '../common/folders.js';
import { lmdbFailure, noReader } from './lmdb_failure.js';
import { DATA_FILE, FILE_MODE, MAX_READERS, StoreFiles } from './store_files.js';
import { emptyDatabase, Table, type TableOwner } from './table.js';
import { unusable } from './unusable.js';

/** How often it is checked that the store is reachable, where nothing is written. */
const CHECK_MS = 500;

/** How long a read trusts the latest check: a read of a page that was cut off the file ends the process by SIGBUS. */
const READ_CHECK_MS = 10;

/** lmdb's flag of a transaction that only reads. */
const READ_ONLY = 0x20000;

/** How often is read again what writers may have changed meanwhile, where there is no lock. */
const UNLOCKED_ATTEMPTS = 10;

/** So many transactions after the one that is read, a writer has not used its pages anew (`mdb_page_alloc` of lmdb). */
const SAFE_TRANSACTIONS = 1;

interface LmdbInside {
  readonly env: unknown;
  _commitReadTxn(): void;
}

/** What lmdb exports beside its types: its transactions, without the 10 s for which its own reads wait for a place. */
const { nativeAddon } = lmdb as unknown as {
  readonly nativeAddon: { readonly Txn: new (env: unknown, flags: number) => { abort(): void } };
};

/**
 * Opens the local database, and makes it where there is none.
 *
 * @param dir the directory, DATA_DIR
 * @param readOnly opens one that is there, and changes nothing in it
 * @throws CollectorError BAD_SETTINGS where that is not possible
 */
export function openEnvironment(dir: string, readOnly = false): Environment {
  try {
    return new Environment(dir, readOnly);
  } catch (cause) {
    throw unusable(dir, cause);
  }
}

/**
 * Returns whether there is a local database in a directory.
 *
 * @throws CollectorError BAD_SETTINGS where that cannot be known, as in a folder of another user
 */
export function environmentExists(dir: string): boolean {
  try {
    statSync(resolve(dir, DATA_FILE));
    return true;
  } catch (thrown) {
    if (isMissing(thrown)) return false;
    throw unusable(dir, thrown);
  }
}

/**
 * The local database: one directory, shared by the function and by command lines that run beside it. What it reads and
 * writes fails with an error of the catalogue while its files are not those at the path: rows that nothing can reach are
 * never acked. To be closed once, after all that uses it.
 */
export class Environment implements TableOwner {
  /** Is called when the store becomes unreachable, with the error, and when it is reachable again. */
  onChange: (problem: CollectorError | undefined) => void = () => undefined;
  private readonly root: RootDatabase;
  private readonly files: StoreFiles;
  private readonly timer: NodeJS.Timeout;
  private current: CollectorError | undefined;
  /** Whether the files have been looked at since the latest commit. */
  private checked = false;
  /** When the data file was last looked at, as of `performance.now`. */
  private lookedMs = -Infinity;
  private hasReader = false;
  private readonly tables = new Map<string, { readonly bytes: number }>();
  private closed: Promise<void> | undefined;
  /** Whether nothing tells writers what is being read: no place among the readers can be taken. */
  private readonly unlocked: boolean;

  constructor(
    readonly dir: string,
    private readonly readOnly = false,
  ) {
    this.files = new StoreFiles(dir);
    const open = (path: string) =>
      lmdb.open(path, {
        readOnly,
        encoding: 'binary',
        // Else a name with a dot in it would be taken for a file.
        noSubdir: false,
        // A write is visible only when it is durable, and a failed flush fails it. Otherwise a row that is delivered twice
        // would be found, and acked, before its first write is on the disk.
        overlappingSync: false,
        maxReaders: MAX_READERS,
        ...{ permissionsMode: FILE_MODE },
      });
    this.root = this.files.open(open, readOnly);
    // lmdb does without the lock file where that may only be read.
    this.unlocked = readOnly && this.root.readerList().startsWith('(no reader locks)');
    this.root.on('beforecommit', () => {
      // A batch has a promise that is not awaited: its rejection must not end the process, for the writes have it too.
      queueMicrotask(() => {
        this.root.committed.then(undefined, () => undefined);
      });
    });
    this.root.on('aftercommit', () => {
      this.checked = false;
    });
    this.timer = setInterval(() => {
      this.check();
    }, CHECK_MS).unref();
  }

  /** Why nothing can be read or written now; undefined where it can. As of the latest check. */
  get problem(): CollectorError | undefined {
    return this.current;
  }

  /** Opens a table, and makes it where there is none. */
  openDB<V = unknown, K extends Key = Key>(
    options: DatabaseOptions & { name: string },
  ): Table<V, K> {
    try {
      const found = this.root.openDB<V, K>(options) as Database<V, K> | undefined;
      const table = new Table(found ?? emptyDatabase<V, K>(), this);
      this.tables.set(options.name, table);
      return table;
    } catch (thrown) {
      throw this.failure(thrown);
    }
  }

  /** The bytes that all open tables take of the file: what it has besides is free, and used again. */
  get bytes(): number {
    return [...this.tables.values()].reduce((sum, { bytes }) => sum + bytes, 0);
  }

  /** Runs a change in a write transaction, while nothing else writes; resolves when it is committed. */
  transaction<T>(change: () => T): Promise<T> {
    this.checkUsable();
    return this.root.transaction(change);
  }

  /** The same at once. @throws CollectorError */
  transactionSync<T>(change: () => T): T {
    if (this.readOnly) return change();
    try {
      return this.root.transactionSync(change);
    } catch (thrown) {
      throw this.failure(thrown);
    }
  }

  /**
   * Resolves when what was begun in this turn of the event loop is on the disk, in the file at the path.
   *
   * @throws CollectorError STORAGE_FAILED where that file is not the one that is open
   */
  get flushed(): Promise<void> {
    return Promise.resolve(this.root.flushed).then(() => {
      if (!this.checked) this.checkCommit();
      if (this.current !== undefined) throw this.current;
    });
  }

  /** Calls back at the end of each turn of the event loop in which something was written, before that is committed. */
  onCommit(callback: () => void): void {
    this.root.on('beforecommit', callback);
  }

  /** @throws CollectorError */
  checkUsable(): void {
    // Lmdb crashes on a use after that.
    if (this.closed !== undefined) throw new CollectorError('SHUTTING_DOWN');
    if (!this.hasReader) this.check();
    else if (performance.now() - this.lookedMs > READ_CHECK_MS) this.checkCommit();
    if (this.current !== undefined) throw this.current;
  }

  /**
   * Reads. Where nothing keeps writers from using the pages anew that are being read, what they may have used is read again.
   *
   * @throws CollectorError STORAGE_FAILED where they are too fast
   */
  read<T>(action: () => T): T {
    if (!this.unlocked) return action();
    for (let attempt = 1; attempt <= UNLOCKED_ATTEMPTS; attempt++) {
      const before = this.lastTransaction;
      // Else what is read may be an older snapshot.
      this.root.resetReadTxn();
      const result = attempted(action);
      if (this.lastTransaction - before <= SAFE_TRANSACTIONS) return result();
    }
    const why = 'it is written faster than it can be read without its lock file';
    throw storageError('Unavailable', `DATA_DIR ${this.dir}: ${why}: read a copy of it`);
  }

  private get lastTransaction(): number {
    return (this.root.getStats() as { readonly lastTxnId: number }).lastTxnId;
  }

  failure(thrown: unknown): unknown {
    const failure = lmdbFailure(this.dir, thrown);
    // Some of the places may be of processes that have ended.
    if (failure !== thrown && this.closed === undefined) this.root.readerCheck();
    return failure;
  }

  /** Closes lmdb, which crashes on any later use, another close included. */
  close(): Promise<void> {
    clearInterval(this.timer);
    this.closed ??= this.root.close();
    return this.closed;
  }

  /** The lock file holds no rows: it is looked at by the timer. */
  private checkCommit(): void {
    this.checked = true;
    this.lookedMs = performance.now();
    if (!this.files.hasData()) this.check();
  }

  private check(): void {
    const why = this.files.problem();
    const problem =
      why === undefined
        ? this.takeReader()
        : storageError('Unavailable', `${why} while it was open: put it back, or restart`);
    this.checked = true;
    const before = this.current;
    this.current = problem;
    if (before?.message !== problem?.message) this.onChange(problem);
  }

  /**
   * Takes the place of this process among the readers, once: of two processes with one number lmdb lets only one in, and
   * blocks the other for 10 s at each read.
   */
  private takeReader(): CollectorError | undefined {
    if (this.hasReader) return undefined;
    const root = this.root as unknown as LmdbInside;
    try {
      new nativeAddon.Txn(root.env, READ_ONLY).abort();
      // Its own one, if it had one, is not the latest any more: it has to begin a new one.
      root._commitReadTxn();
      this.hasReader = true;
      return undefined;
    } catch (thrown) {
      // Some of the places may be of processes that have ended.
      this.root.readerCheck();
      return noReader(this.dir, thrown);
    }
  }
}

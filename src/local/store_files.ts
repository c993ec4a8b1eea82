import {
  accessSync,
  chmodSync,
  closeSync,
  constants,
  existsSync,
  linkSync,
  openSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
  type BigIntStats,
} from 'node:fs';
import { randomBytes } from 'node:crypto';
import { join, resolve } from 'node:path';
import { makeFolders, removeFolders } from '../common/folders.js';
import { messageOf } from '../common/errors.js';
import { checkDataFile } from './data_file.js';

export const DATA_FILE = 'data.mdb';
const LOCK_FILE = 'lock.mdb';

/** For its owner alone: the data has logs, and the secrets of prefixes. */
export const FILE_MODE = 0o600;
const DIRECTORY_MODE = 0o700;

/** How many processes may read the store at once; each has a place in the lock file. lmdb's own default is 126. */
export const MAX_READERS = 1024;

/** A place is 64 bytes; lmdb's locks, in front of them, take less than a page. */
const LOCK_FILE_BYTES = MAX_READERS * 64 + 4096;

/** What a new store takes at once: lmdb crashes where its first two pages do not fit. */
const FIRST_BYTES = 128 * 1024;

/** How many files lmdb opens, and one more: it crashes where one of them cannot be opened. */
const OPEN_FILES = 4;

/** The files of the local store: made, checked, and watched for whether those at the path are still those that are open. */
export class StoreFiles {
  private readonly directory: string;
  private readonly data: string;
  private readonly lock: string;
  private opened: readonly Identity[] = [];

  constructor(directory: string) {
    // The working directory may change.
    this.directory = resolve(directory);
    this.data = join(this.directory, DATA_FILE);
    this.lock = join(this.directory, LOCK_FILE);
  }

  /**
   * Makes, mends and checks what lmdb would otherwise crash on.
   *
   * @param open opens the database
   * @param readOnly changes nothing
   * @throws Error where the files are damaged, or cannot be made, or may not be read
   */
  open<T>(open: (directory: string) => T, readOnly: boolean): T {
    const made = readOnly ? [] : makeFolders(this.directory, DIRECTORY_MODE);
    try {
      if (readOnly) this.checkToRead();
      else this.prepare();
      checkOpenFiles(this.directory);
      const opened = open(this.directory);
      const files = readOnly ? [this.data] : [this.data, this.lock];
      this.opened = files.map((file) => new Identity(file));
      return opened;
    } catch (thrown) {
      removeFolders(made);
      throw thrown;
    }
  }

  private checkToRead(): void {
    accessSync(this.data, constants.R_OK);
    checkDataFile(this.data);
  }

  private prepare(): void {
    const existed = existsSync(this.data);
    if (!existed) withDraft(this.data, FIRST_BYTES);
    this.makeLock();
    for (const file of [this.data, this.lock]) checkAccess(file);
    if (existed) checkDataFile(this.data);
  }

  /** Whether the data file at the path is the one that is open. Hot: asked after each commit. */
  hasData(): boolean {
    return this.opened[0]?.problem() === undefined;
  }

  /** Why what is written cannot be reached through the path; undefined where it can. */
  problem(): string | undefined {
    for (const file of this.opened) {
      const problem = file.problem();
      if (problem !== undefined) return `${file.path} ${problem}`;
    }
    return undefined;
  }

  /**
   * Makes the lock file with all its bytes: lmdb writes to it through a memory map, and where the disk has no block left
   * for one of them, that ends the process by SIGBUS. It appears whole, and only once.
   */
  private makeLock(): void {
    const found = statSync(this.lock, { throwIfNoEntry: false });
    // An empty one is a start that a full disk ended; nothing uses it.
    if (found !== undefined && found.size > 0) return;
    try {
      withDraft(this.lock, LOCK_FILE_BYTES, (draft) => {
        if (found === undefined) linkSync(draft, this.lock);
        else renameSync(draft, this.lock);
      });
    } catch (thrown) {
      // Where another process was first, or the file system has no links, lmdb does without.
      const { code = '' } = thrown as NodeJS.ErrnoException;
      if (!['EEXIST', 'EPERM', 'ENOTSUP', 'EOPNOTSUPP'].includes(code)) throw thrown;
    }
  }
}

/** Writes zeros beside a file, does something with that draft, and removes it. @throws Error where there is no room */
function withDraft(file: string, bytes: number, use?: (draft: string) => void): void {
  const draft = `${file}.${randomBytes(8).toString('hex')}`;
  try {
    writeFileSync(draft, Buffer.alloc(bytes), { mode: FILE_MODE, flag: 'wx' });
    use?.(draft);
  } finally {
    rmSync(draft, { force: true });
  }
}

/** Which file it was that was opened, and how large it has been. */
class Identity {
  private stats: BigIntStats;

  constructor(readonly path: string) {
    this.stats = statSync(path, { bigint: true });
  }

  problem(): string | undefined {
    let found: BigIntStats | undefined;
    try {
      found = statSync(this.path, { bigint: true, throwIfNoEntry: false });
    } catch (thrown) {
      return `cannot be reached (${messageOf(thrown)})`;
    }
    if (found === undefined) return 'was removed, moved or unmounted';
    const { ino, dev, size } = this.stats;
    if (found.ino !== ino || found.dev !== dev) return 'was replaced by another file';
    // lmdb never makes a file shorter.
    if (found.size < size) return 'was cut short';
    this.stats = found;
    return undefined;
  }
}

/** Checks that so many files can be opened as lmdb opens. @throws Error EMFILE, ENFILE */
function checkOpenFiles(directory: string): void {
  const opened: number[] = [];
  try {
    while (opened.length < OPEN_FILES) opened.push(openSync(directory, 'r'));
  } finally {
    for (const file of opened) closeSync(file);
  }
}

/** Checks that lmdb can open a file; mends what an older version, or another program, made for others to read. */
function checkAccess(file: string): void {
  const found = statSync(file, { throwIfNoEntry: false });
  if (found === undefined) return;
  if (!found.isFile()) throw new Error(`${file} is not a file`);
  // As lmdb opens it: it crashes where it may not.
  accessSync(file, constants.R_OK | constants.W_OK);
  if ((found.mode & 0o077) === 0) return;
  try {
    chmodSync(file, FILE_MODE);
  } catch (thrown) {
    // It is another user's, who lets this one in deliberately.
    if ((thrown as NodeJS.ErrnoException).code !== 'EPERM') throw thrown;
  }
}

import { closeSync, existsSync, fstatSync, mkdirSync, openSync, readSync } from 'node:fs';
import { join } from 'node:path';
import { open, type RootDatabase } from 'lmdb';
import { CollectorError, messageOf, storageError } from '../errors.js';

const DATA_FILE = 'data.mdb';

/** What an lmdb file has at byte 24, on a little-endian machine and on a big-endian one. */
const MAGIC: readonly string[] = ['dec0efbe', 'beefc0de'];

/**
 * The embedded database: one directory, shared by the function and by command lines that run beside it.
 * To be closed once, after all that uses it: lmdb crashes on a use after that.
 */
export type Environment = RootDatabase;

/**
 * Opens the embedded database, and makes it where there is none.
 *
 * @param dir the directory, DATA_DIR
 * @throws CollectorError BAD_SETTINGS where that is not possible
 */
export function openEnvironment(dir: string): Environment {
  let environment: Environment;
  try {
    // By us: lmdb crashes where it cannot. For its owner alone: it holds logs, and the secrets of prefixes.
    mkdirSync(dir, { recursive: true, mode: 0o700 });
    if (environmentExists(dir)) checkFile(join(dir, DATA_FILE));
    environment = open(dir, {
      encoding: 'binary',
      // Else a name with a dot in it would be taken for a file.
      noSubdir: false,
      // A write is visible only when it is durable, and a failed flush fails it. Otherwise a row that is delivered twice
      // would be found, and acked, before its first write is on the disk.
      overlappingSync: false,
    });
  } catch (cause) {
    const detail = `DATA_DIR: the directory ${dir} cannot be used: ${messageOf(cause)}`;
    throw new CollectorError('BAD_SETTINGS', detail, { cause });
  }
  environment.on('beforecommit', () => {
    // A batch has a promise of its own that nobody waits for: if it fails, that must not end the process.
    queueMicrotask(() => {
      environment.committed.then(ignore, ignore);
    });
  });
  return environment;
}

/** Whether there is an embedded database in a directory. */
export function environmentExists(dir: string): boolean {
  return existsSync(join(dir, DATA_FILE));
}

/** Lmdb crashes the process where a file is not its own: one that was cut short when the disk was full, for example. */
function checkFile(file: string): void {
  const magic = Buffer.alloc(4);
  const fd = openSync(file, 'r');
  try {
    // Another process may have made it just now.
    if (fstatSync(fd).size === 0) return;
    readSync(fd, magic, 0, magic.length, 24);
  } finally {
    closeSync(fd);
  }
  if (!MAGIC.includes(magic.toString('hex'))) throw new Error(`${DATA_FILE} is not a database`);
}

/**
 * Waits until writes are on the disk, not merely committed. To be called in the turn of the event loop that began them.
 *
 * @param begin begins the writes
 * @throws CollectorError STORAGE_FAILED, or what `begin` throws of that kind
 */
export async function durable(
  environment: Environment,
  begin: () => readonly Promise<unknown>[],
): Promise<void> {
  try {
    await Promise.all([...begin(), environment.flushed]);
  } catch (thrown) {
    if (thrown instanceof CollectorError) throw thrown;
    const cause = await causeOf(thrown);
    const detail = `the write to DATA_DIR failed: ${messageOf(cause)}; is its disk full?`;
    throw storageError('Unavailable', detail, { cause });
  }
}

/** Why a write failed: a failed commit tells that in a promise of its own. */
export async function causeOf(thrown: unknown): Promise<unknown> {
  const commitError: unknown = (thrown as { commitError?: unknown }).commitError;
  if (!(commitError instanceof Promise)) return thrown;
  return commitError.then(
    () => thrown,
    (cause: unknown) => cause,
  );
}

function ignore(): void {
  // Who began the write hears of it.
}

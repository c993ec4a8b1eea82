import { createHash, randomBytes } from 'node:crypto';
import { readdirSync, rmSync, statSync } from 'node:fs';
import { link, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { SECRET_BYTES } from '../../bundle/limits.js';
import { makeFolders } from '../../common/folders.js';
import { inDataDir } from '../input.js';
import { errorCode } from '../error_code.js';

/** A prefix lives for a day or so (COORDINATOR_PREFIX_EXPIRATION); its secret is of no use afterwards. */
const KEPT_MS = 30 * 24 * 60 * 60 * 1000;

/**
 * The secret of a prefix, made when it is first asked for and kept in a file of its own, readable by its owner only:
 * the first bundle of a prefix settles its secret, and every later one must bring the same.
 *
 * @param dataDir holds them in a folder of their own, which is made where it is not there
 * @param owner what the secret belongs to: the function's URL, the project, the prefix
 */
export function secretOf(dataDir: string, owner: readonly string[]): Promise<Buffer> {
  return inDataDir(dataDir, async () => {
    const file = fileOf(join(dataDir, 'secrets'), owner);
    return (await unless('ENOENT', readFile(file))) ?? makeSecret(file);
  });
}

async function makeSecret(file: string): Promise<Buffer> {
  // A link appears whole or not at all, and only once: of several commands that start at once, one has its way.
  const draft = `${file}.${randomBytes(8).toString('hex')}`;
  try {
    await writeFile(draft, randomBytes(SECRET_BYTES), { mode: 0o600, flag: 'wx' });
    await unless('EEXIST', link(draft, file));
  } finally {
    await rm(draft, { force: true });
  }
  return readFile(file);
}

/** Resolves with undefined where the system fails with this code. */
export async function unless<T>(code: string, work: Promise<T>): Promise<T | undefined> {
  try {
    return await work;
  } catch (error) {
    if (errorCode(error) === code) return undefined;
    throw error;
  }
}

/** Returns the file of an owner in a directory that only this user may read, which is made where it is not there. */
export function fileOf(directory: string, owner: readonly string[]): string {
  makeFolders(directory, 0o700);
  forgetOld(directory);
  return join(directory, createHash('sha256').update(JSON.stringify(owner)).digest('hex'));
}

/** Removes old files: those that are old beside the newest one, so that no jump of the clock removes any. */
function forgetOld(directory: string): void {
  const files = readdirSync(directory).map((name) => join(directory, name));
  const times = files.map((file) => statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? Infinity);
  const newestMs = Math.max(0, ...times.filter(Number.isFinite));
  const oldestMs = Math.min(Date.now(), newestMs) - KEPT_MS;
  for (const [n, file] of files.entries()) {
    if (times[n]! < oldestMs) rmSync(file, { force: true });
  }
}

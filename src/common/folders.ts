import { mkdirSync, rmdirSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * Makes a folder and those above it, where they are not there. Node's own way tries for ever where a file system, such as
 * /proc, denies that there is a folder which it does not let be made.
 *
 * @returns those that were made, the outermost first
 * @throws Error of the system, with the path
 */
export function makeFolders(folder: string, mode: number): string[] {
  if (isFolder(folder)) return [];
  const made: string[] = [];
  const parent = dirname(folder);
  if (parent !== folder) made.push(...makeFolders(parent, mode));
  try {
    mkdirSync(folder, { mode });
    made.push(folder);
  } catch (thrown) {
    // Another process may have been faster.
    if (!isFolder(folder)) {
      removeFolders(made);
      throw thrown;
    }
  }
  return made;
}

/** Removes folders that were made, the innermost first, as far as they are empty. */
export function removeFolders(made: readonly string[]): void {
  for (const folder of [...made].reverse()) {
    try {
      rmdirSync(folder);
    } catch {
      return;
    }
  }
}

/** @throws Error where it is a file */
function isFolder(path: string): boolean {
  try {
    if (statSync(path).isDirectory()) return true;
    const error = new Error(`ENOTDIR: not a directory, mkdir '${path}'`);
    throw Object.assign(error, { code: 'ENOTDIR', syscall: 'mkdir', path });
  } catch (thrown) {
    const { code } = thrown as NodeJS.ErrnoException;
    if (code === 'ENOENT') return false;
    throw thrown;
  }
}

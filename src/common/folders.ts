import { lstatSync, mkdirSync, rmdirSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';

/**
 * Makes a folder and those above it, where they are not there. Node's own way tries for ever where a file system, such as
 * /proc, denies that there is a folder which it does not let be made.
 *
 * @returns those that were made, the outermost first
 * @throws Error of the system, with the path
 */
export function makeFolders(path: string, mode: number): string[] {
  const folder = resolve(path);
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
      throw isLink(folder) ? deadLink(folder) : thrown;
    }
  }
  return made;
}

/** Whether an error says that the current folder of the process was removed. */
export function hasNoCurrentFolder(thrown: unknown): boolean {
  return ((thrown ?? {}) as NodeJS.ErrnoException).syscall === 'uv_cwd';
}

/** Whether an error says that there is no such file, and not that the current folder was removed. */
export function isMissing(thrown: unknown): boolean {
  return (thrown as NodeJS.ErrnoException).code === 'ENOENT' && !hasNoCurrentFolder(thrown);
}

function isLink(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() === true;
}

/** The system's own error says that there is a file. */
function deadLink(path: string): Error {
  const error = new Error(`ENOENT: it is a link to what is not there, mkdir '${path}'`);
  return Object.assign(error, { code: 'ENOENT', syscall: 'mkdir', path });
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

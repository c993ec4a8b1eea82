import { getSystemErrorName } from 'node:util';
import { CollectorError, messageOf } from '../common/errors.js';
import { hasNoCurrentFolder } from '../common/folders.js';

/** What to do about an error of the file system. */
const ADVICE: Readonly<Record<string, string>> = {
  EACCES: 'let this user in, or run this as its owner',
  EPERM: 'let this user in, or run this as its owner',
  EROFS: 'its file system may only be read: choose another folder, or mount it to be written',
  ENOSPC: 'its disk is full: make room',
  EDQUOT: 'its quota is used up: make room',
  EMFILE: 'raise the limit of open files',
  ENFILE: 'raise the limit of open files',
  ENOTDIR: 'it, or what is above it, is a file: choose another folder',
  ELOOP: 'its links lead in a circle',
  EIO: 'its disk fails: look at the log of the system',
};

/** The current folder was removed: then a path that is relative leads nowhere. */
const NO_CURRENT_FOLDER =
  'the current folder is not there any more: change to another one, or name an absolute path';

/** The codes of errors after which files can still be read, as a rule. */
const READABLE = ['EACCES', 'EPERM', 'EROFS', 'ENOSPC', 'EDQUOT'];

/** Returns why DATA_DIR cannot be used. */
export function unusable(dir: string, cause: unknown): CollectorError {
  const advice = adviceOn(cause);
  const detail = `DATA_DIR: the directory ${dir} cannot be used: ${messageOf(cause)}`;
  const message = advice === undefined ? detail : `${detail}; ${advice}`;
  return new CollectorError('BAD_SETTINGS', message, { cause });
}

/** Returns what to do about an error of the file system, where that is known. */
export function adviceOn(cause: unknown): string | undefined {
  return hasNoCurrentFolder(cause) ? NO_CURRENT_FOLDER : ADVICE[systemCode(cause) ?? ''];
}

/** Whether DATA_DIR cannot be written, and may be read all the same. */
export function mayBeRead(thrown: unknown): boolean {
  const { cause } = thrown as { readonly cause?: unknown };
  return READABLE.includes(systemCode(cause) ?? '');
}

/** The name of the error of the system; lmdb has its number. */
function systemCode(thrown: unknown): string | undefined {
  const { code } = (thrown ?? {}) as { readonly code?: unknown };
  if (typeof code === 'string') return code;
  return typeof code === 'number' && code > 0 ? getSystemErrorName(-code) : undefined;
}

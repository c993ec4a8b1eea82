import { type BackendError, messageOf, storageError } from '../common/errors.js';
import { MAX_READERS } from './store_files.js';

/** lmdb's errors of a damaged file. */
const DAMAGED = /^MDB_(CORRUPTED|PAGE_NOTFOUND|INVALID|PANIC|VERSION_MISMATCH)\b/;

/** An error of lmdb as one of the catalogue; what is not lmdb's is left as it is. */
export function lmdbFailure(dir: string, thrown: unknown): unknown {
  // Lmdb's own codes are negative, those of the operating system positive.
  const { code } = thrown as { readonly code?: unknown };
  const message = messageOf(thrown);
  if (typeof code !== 'number' && !message.startsWith('MDB_')) return thrown;
  if (/^MDB_(READERS_FULL|BAD_RSLOT)\b/.test(message)) return noReader(dir, thrown);
  if (DAMAGED.test(message)) {
    const detail = `DATA_DIR ${dir} is damaged (${message}): restore it, or begin with an empty one`;
    return storageError('DataLoss', detail, { cause: thrown });
  }
  return storageError('Unavailable', `DATA_DIR ${dir} failed: ${message}`, { cause: thrown });
}

/** Why this process may not read: all places are taken, or its number is another process's, too. */
export function noReader(dir: string, thrown: unknown): BackendError {
  const message = messageOf(thrown);
  const why = message.includes('READERS_FULL')
    ? `${MAX_READERS} processes read it already: end some`
    : `another process with the number ${process.pid} has it open: give containers that share it one process namespace`;
  const detail = `no read transaction is available in DATA_DIR ${dir}: ${why} (${message})`;
  return storageError('Unavailable', detail, { cause: thrown });
}

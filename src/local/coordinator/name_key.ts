import { hash } from 'node:crypto';

/** lmdb takes keys of up to 1978 bytes: this many, and a hash of 32, fit. */
const MAX_PLAIN_BYTES = 1900;

/**
 * The key of a named thing in a project: project, NUL, name. So keys sort by project and name, and all names under a
 * prefix lie side by side. Past 1900 bytes a hash of the whole stands for the rest: longer names that agree up to there
 * sort by their hashes.
 */
export function nameKey(project: string, name: string): Buffer {
  const plain = Buffer.from(`${project}\0${name}`);
  if (plain.length <= MAX_PLAIN_BYTES) return plain;
  return Buffer.concat([plain.subarray(0, MAX_PLAIN_BYTES), hash('sha256', plain, 'buffer')]);
}

/** What the keys of all names that begin so begin with. */
export function nameKeyPrefix(project: string, start: string): Buffer {
  return Buffer.from(`${project}\0${start}`).subarray(0, MAX_PLAIN_BYTES);
}

/** The key of a stream's id in a project, whose name may be of any length. */
export function idKey(project: string, id: string): Buffer {
  return hash('sha256', `${project}\0${id}`, 'buffer');
}

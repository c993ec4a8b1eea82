import { createHash } from 'node:crypto';

/**
 * Row keys (protocol section 3): `HASH~hex(cmpbin(lastIndex))~hex(cmpbin(count))`. They sort by stream, then by the index
 * of the row's last log, then by the number of logs.
 */
export interface RowKey {
  /** Stream index of the row's last log. */
  readonly lastIndex: bigint;
  /** How many logs the row holds. */
  readonly count: number;
}

/** What all row keys of a stream begin with: `HASH~`. They lie before `HASH~~`. */
export function rowKeyPrefix(project: string, path: string): string {
  const hash = createHash('sha256').update(`${project}/${path}`).digest('base64url');
  // base64url leaves out the padding, and 32 bytes always need one `=`.
  return `${hash}=~`;
}

export function formatRowKey(prefix: string, { lastIndex, count }: RowKey): string {
  return `${prefix}${cmpbin(lastIndex)}~${cmpbin(BigInt(count))}`;
}

/** The key before every row of the stream whose last index is `lastIndex` or more. */
export function firstRowKey(prefix: string, lastIndex: bigint): string {
  return `${prefix}${cmpbin(lastIndex)}~`;
}

/** The key after every row of the stream. */
export function endRowKey(prefix: string): string {
  return `${prefix}~`;
}

/** Reads a key back; undefined where it is not a row key. */
export function parseRowKey(key: string): RowKey | undefined {
  const parts = key.split('~');
  if (parts.length !== 3) return undefined;
  const lastIndex = parseCmpbin(parts[1]!);
  const count = parseCmpbin(parts[2]!);
  if (lastIndex === undefined || count === undefined || count > Number.MAX_SAFE_INTEGER) {
    return undefined;
  }
  return { lastIndex, count: Number(count) };
}

/**
 * hex(cmpbin(n)) of a number from 0 to 2^63-1: how many bits it has, then the number with its highest bit first. Text
 * that is compared byte by byte, and sorts as the numbers do.
 */
export function cmpbin(n: bigint): string {
  const bits = n === 0n ? 1 : n.toString(2).length;
  const bytes = (bits + 7) >> 3;
  const aligned = n << BigInt(bytes * 8 - bits);
  return (0x80 | (bits - 1)).toString(16) + aligned.toString(16).padStart(bytes * 2, '0');
}

function parseCmpbin(text: string): bigint | undefined {
  if (!/^[89ab][0-9a-f]([0-9a-f]{2})+$/.test(text)) return undefined;
  const bits = (parseInt(text.slice(0, 2), 16) & 0x7f) + 1;
  const bytes = (bits + 7) >> 3;
  if (text.length !== 2 + bytes * 2) return undefined;
  return BigInt(`0x${text.slice(2)}`) >> BigInt(bytes * 8 - bits);
}

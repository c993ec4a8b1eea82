import { hash } from 'node:crypto';

/** A row's place in its stream; rows sort by `lastIndex`, then by `count` (protocol section 3). */
export interface RowKey {
  /** The stream index of the row's last log. */
  readonly lastIndex: bigint;
  /** How many logs the row holds, at least 1. */
  readonly count: number;
}

/** The stream index of the row's first log. */
export function firstIndex(row: RowKey): bigint {
  return row.lastIndex - BigInt(row.count) + 1n;
}

/** Whether a row's key sorts after another one's. */
export function isAfter(row: RowKey, other: RowKey): boolean {
  if (row.lastIndex !== other.lastIndex) return row.lastIndex > other.lastIndex;
  return row.count > other.count;
}

/** What all row keys of a stream begin with: base64url(sha256(project + "/" + path)), padded; 44 characters. */
export function rowKeyPrefix(project: string, path: string): string {
  return `${hash('sha256', `${project}/${path}`, 'base64url')}=`;
}

export function formatRowKey(prefix: string, { lastIndex, count }: RowKey): string {
  return `${prefix}~${cmpbin(lastIndex)}~${cmpbin(count)}`;
}

/** Where the rows of a stream lie whose last log is at `from` or later; `end` is not in it. */
export function rowKeyRange(prefix: string, from: bigint): { start: string; end: string } {
  return { start: `${prefix}~${cmpbin(from)}~`, end: `${prefix}~~` };
}

/** Reads a row key; undefined where it is not one. */
export function parseRowKey(key: string): RowKey | undefined {
  const fields = ROW_KEY.exec(key);
  if (fields === null) return undefined;
  return { lastIndex: parseCmpbin(fields[1]!), count: Number(parseCmpbin(fields[2]!)) };
}

const ROW_KEY = /^[\w-]{43}=~([89ab][0-9a-f]{3,17})~([89ab][0-9a-f]{3,17})$/;

/** The cmpbin encoding of a number from 0 to 2^64-1, in hex: the number of its bits, then the bits from the top. */
export function cmpbin(number: number | bigint): string {
  if (number < 0x1_0000_0000) return cmpbinSmall(Number(number));
  const wide = BigInt(number);
  const bits = wide.toString(2).length;
  const bytes = Math.ceil(bits / 8);
  return bitsByte(bits) + (wide << BigInt(8 * bytes - bits)).toString(16);
}

/** The same below 2^32, where no bigint is needed. */
function cmpbinSmall(number: number): string {
  const bits = Math.max(1, 32 - Math.clz32(number));
  const bytes = Math.ceil(bits / 8);
  const shifted = number * (1 << (8 * bytes - bits));
  // Only that of 0 does not begin with a set bit, and needs padding.
  return bitsByte(bits) + shifted.toString(16).padStart(2 * bytes, '0');
}

function bitsByte(bits: number): string {
  return (0x80 | (bits - 1)).toString(16);
}

function parseCmpbin(hex: string): bigint {
  const bits = (parseInt(hex.slice(0, 2), 16) & 0x3f) + 1;
  return BigInt(`0x${hex.slice(2)}`) >> BigInt(4 * (hex.length - 2) - bits);
}

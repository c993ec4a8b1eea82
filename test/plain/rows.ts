import { createHash } from 'node:crypto';
import { delimited } from './encode.js';

/** A row as protocol section 3 says, made the plain way. */
export interface PlainRow {
  readonly key: string;
  readonly value: Buffer;
}

/** The rows of a stretch of logs, up to the first that is too large for one. */
export function plainRows(
  stream: string,
  first: bigint,
  logs: readonly Uint8Array[],
  maxRowSize: number,
): { rows: PlainRow[]; tooLarge: boolean } {
  const rows: PlainRow[] = [];
  let row: Buffer[] = [];
  let size = 0;
  let index = first;
  const end = (): void => {
    const value = Buffer.concat(row);
    if (row.length > 0) rows.push({ key: plainRowKey(stream, index - 1n, row.length), value });
    row = [];
    size = 0;
  };
  for (const log of logs) {
    const record = delimited(log);
    if (size + record.length > maxRowSize) end();
    if (record.length > maxRowSize) return { rows, tooLarge: true };
    row.push(record);
    size += record.length;
    index++;
  }
  end();
  return { rows, tooLarge: false };
}

/** @param stream `project/path` */
export function plainRowKey(stream: string, lastIndex: bigint, count: number): string {
  const hash = createHash('sha256').update(stream).digest('base64url');
  return `${hash}=~${cmpbin(lastIndex)}~${cmpbin(BigInt(count))}`;
}

/** In binary digits, as the definition has it. */
function cmpbin(value: bigint): string {
  const bits = (value < 0n ? -value : value).toString(2);
  const padded = bits.padEnd(Math.ceil(bits.length / 8) * 8, '0');
  const hex = padded.match(/.{8}/g)!.map((byte) => Number.parseInt(byte, 2));
  const bytes = Buffer.from([0x80 + bits.length - 1, ...hex]);
  return (value < 0n ? bytes.map((byte) => 255 - byte) : bytes).toString('hex');
}

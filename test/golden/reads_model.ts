import { parseRowKey } from '../../src/storage/row_key.js';
import type { RowLine } from './reads_line.js';

export interface Log {
  readonly index: number;
  readonly text: string;
}

/** The logs of one row. */
export type LogRow = readonly Log[];

/** The rows of the stream that a prefix stands for, in the order of their keys. */
export function rowsOf(prefix: string, rows: readonly RowLine[]): LogRow[] {
  return rows
    .filter(({ key }) => key.startsWith(`${prefix}~`))
    .sort((one, other) => (one.key < other.key ? -1 : 1))
    .map(logsOf);
}

function logsOf({ key, value }: RowLine): LogRow {
  const row = parseRowKey(key);
  if (row === undefined) throw new Error(`${key} is no row key`);
  const first = Number(row.lastIndex) - row.count + 1;
  const texts = frames(Buffer.from(value, 'base64'));
  if (texts.length !== row.count) throw new Error(`${key} does not hold ${row.count} logs`);
  return texts.map((text, i) => ({ index: first + i, text }));
}

function frames(value: Buffer): string[] {
  const texts: string[] = [];
  for (let at = 0; at < value.length;) {
    let size = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = value[at++]!;
      size |= (byte & 0x7f) << shift;
      if (byte < 0x80) break;
    }
    texts.push(value.toString('utf8', at, at + size));
    at += size;
  }
  return texts;
}

/** What the reference's get answers: it reads rows in order and drops what lies before the last log that it gave. */
export function referenceGet(rows: readonly LogRow[], index: number): Log[] {
  const logs: Log[] = [];
  let next = index;
  for (const log of rows.flat()) {
    if (log.index < next) continue;
    logs.push(log);
    next = log.index + 1;
  }
  return logs;
}

/** Departure 12: every log that a row holds, also where a row that begins earlier sorts later. */
export function wholeGet(rows: readonly LogRow[], index: number): Log[] {
  const logs = new Map(rows.flat().map((log) => [log.index, log]));
  return [...logs.values()]
    .filter((log) => log.index >= index)
    .sort((one, other) => one.index - other.index);
}

/** What the reference's tail answers: it ends at the first row that does not begin where the one before it ends. */
export function referenceTail(rows: readonly LogRow[]): Log | undefined {
  let tail: Log | undefined;
  for (const row of rows) {
    if (row[0]!.index !== (tail === undefined ? 0 : tail.index + 1)) break;
    tail = row.at(-1);
  }
  return tail;
}

/** Departure 11: the last log of the contiguous run, through rows that overlap. */
export function wholeTail(rows: readonly LogRow[]): Log | undefined {
  return wholeGet(rows, 0)
    .filter((log, i) => log.index === i)
    .at(-1);
}

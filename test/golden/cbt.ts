import { spawn } from 'node:child_process';
import { once } from 'node:events';
import type { TableName } from '../../src/storage/bigtable/grpc_table.js';

const RULE = '-'.repeat(40);
const ESCAPES: Readonly<Record<string, number>> = {
  a: 7,
  b: 8,
  t: 9,
  n: 10,
  v: 11,
  f: 12,
  r: 13,
  '"': 34,
  '\\': 92,
};

/**
 * All that lies in a table of an emulator, as `cbt read` tells it: each row's versions, by key.
 *
 * @param except rows that are not read: the emulator sends a row in one message, of which cbt takes 4 MiB
 */
export async function readByCbt(
  table: TableName,
  except: readonly string[] = [],
): Promise<Map<string, Buffer[]>> {
  const rows = new Map<string, Buffer[]>();
  const keys = [...except].sort();
  for (let range = 0; range <= keys.length; range++) {
    // No key has another one and `~` before it.
    const start = range === 0 ? [] : [`start=${keys[range - 1]!}~`];
    const end = range === keys.length ? [] : [`end=${keys[range]!}`];
    for (const [key, values] of await readRange(table, [...start, ...end])) rows.set(key, values);
  }
  return rows;
}

async function readRange(
  { project, instance, table, emulatorHost }: TableName,
  range: readonly string[],
): Promise<Map<string, Buffer[]>> {
  const args = ['-project', project, '-instance', instance, 'read', table, ...range];
  const child = spawn('cbt', args, {
    env: { ...process.env, BIGTABLE_EMULATOR_HOST: emulatorHost },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const chunks: Buffer[] = [];
  let said = '';
  child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (said += text));
  const [code] = (await once(child, 'close')) as [number | null];
  if (code !== 0) throw new Error(`cbt read ended with ${code}: ${said}`);
  return parseRows(Buffer.concat(chunks).toString());
}

/** A rule before each row, its key, and of each cell a line with its column and time, and one with its value. */
function parseRows(text: string): Map<string, Buffer[]> {
  const rows = new Map<string, Buffer[]>();
  for (const row of text.split(`${RULE}\n`).slice(1)) {
    const [key = '', ...lines] = row.trimEnd().split('\n');
    const values: Buffer[] = [];
    for (let line = 0; line < lines.length; line += 2) {
      const [column = '', value = ''] = lines.slice(line, line + 2);
      if (!column.startsWith('  log:data ')) throw new Error(`another column: ${column}`);
      values.push(unquote(value.trim()));
    }
    rows.set(key, values);
  }
  return rows;
}

/** The bytes of a string as Go quotes it (`%q`). */
function unquote(quoted: string): Buffer {
  const parts: Buffer[] = [];
  const pieces = /\\x([\da-f]{2})|\\u([\da-f]{4})|\\U([\da-f]{8})|\\(.)|([^\\]+)/gu;
  for (const [, byte, short, long, escaped, plain] of quoted.slice(1, -1).matchAll(pieces)) {
    if (plain !== undefined) parts.push(Buffer.from(plain));
    else if (byte !== undefined) parts.push(Buffer.from(byte, 'hex'));
    else if (escaped !== undefined) parts.push(Buffer.from([ESCAPES[escaped]!]));
    else parts.push(Buffer.from(String.fromCodePoint(Number.parseInt((short ?? long)!, 16))));
  }
  return Buffer.concat(parts);
}

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import type { TableName } from '../../src/storage/bigtable/grpc_table.js';
import { CbtService } from './cbt_service.js';

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

/** All that lies in a table of an emulator, as `cbt read` tells it: each row's versions, by key. */
export async function readByCbt(table: TableName): Promise<Map<string, Buffer[]>> {
  const service = await CbtService.start(table.emulatorHost!);
  try {
    return parseRows(await runCbtRead(table, service.flags));
  } finally {
    service.stop();
  }
}

async function runCbtRead(
  { project, instance, table }: TableName,
  flags: readonly string[],
): Promise<string> {
  const args = ['-project', project, '-instance', instance, ...flags, 'read', table];
  const child = spawn('cbt', args, {
    env: { PATH: process.env.PATH },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const chunks: Buffer[] = [];
  let said = '';
  child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (said += text));
  const [code] = (await once(child, 'close')) as [number | null];
  if (code !== 0) throw new Error(`cbt read ended with ${code}: ${said}`);
  return Buffer.concat(chunks).toString();
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
  // What is quoted is no longer than its quotation.
  const bytes = Buffer.alloc(Buffer.byteLength(quoted));
  let size = 0;
  const pieces = /\\x([\da-f]{2})|\\u([\da-f]{4})|\\U([\da-f]{8})|\\(.)|([^\\]+)/gu;
  for (const [, byte, short, long, escaped, plain] of quoted.slice(1, -1).matchAll(pieces)) {
    if (plain !== undefined) size += bytes.write(plain, size);
    else if (byte !== undefined) bytes[size++] = Number.parseInt(byte, 16);
    else if (escaped !== undefined) bytes[size++] = ESCAPES[escaped]!;
    else size += bytes.write(String.fromCodePoint(Number.parseInt((short ?? long)!, 16)), size);
  }
  return bytes.subarray(0, size);
}

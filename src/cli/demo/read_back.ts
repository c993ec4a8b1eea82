import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { CollectorError } from '../../common/errors.js';
import { printableLog } from '../../common/printable.js';
import { BIN } from '../child_function.js';
import { print, type Io } from '../io.js';

/** Of a stream with more lines than both together, these many first and last ones are shown. */
const HEAD_LINES = 6;
const TAIL_LINES = 2;

/** Prints a stream as `cat` in a process of its own reads it: all of it, or its first and last lines. */
export async function readBack(
  path: string,
  options: readonly string[],
  directory: string,
  io: Io,
): Promise<void> {
  const command = ['cat', path, ...options];
  await print(io, `\n$ logdog-collector ${command.join(' ')}\n`);
  const child = spawn(process.execPath, [BIN, ...command], {
    env: { PATH: io.env.PATH, DATA_DIR: directory },
    stdio: ['ignore', 'pipe', 'inherit'],
    signal: io.signal,
  });
  const exit = once(child, 'exit');
  const last: string[] = [];
  let lines = 0;
  for await (const line of createInterface({ input: child.stdout })) {
    if (++lines <= HEAD_LINES) await print(io, `  ${shorten(line)}\n`);
    else last.push(`  ${shorten(line)}\n`);
    if (last.length > TAIL_LINES) last.shift();
  }
  const left = lines - HEAD_LINES - last.length;
  if (left > 0) await print(io, `  ... ${left} lines more ...\n`);
  await print(io, last.join(''));
  const [code] = (await exit) as [number | null];
  if (code !== 0 || lines === 0) {
    throw new CollectorError('COMMAND_FAILED', `${path} could not be read back`);
  }
}

function shorten(line: string): string {
  return printableLog(line.length > 100 ? `${line.slice(0, 97)}...` : line);
}

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { CollectorError } from '../../common/errors.js';
import { printableLog } from '../../common/printable.js';
import { loadUsed } from '../../service/config.js';
import { parseCommandLine } from '../arguments.js';
import { Pusher } from '../butler/pusher.js';
import { BIN, startFunction } from '../child_function.js';
import { print, type Io, whileOpen } from '../io.js';
import { viewerUrl } from '../viewer_link.js';

export const help = `Usage: logdog-collector demo [--once]

Starts the function with its local backends, on a free port and in a temporary directory. Pushes messages that a real
Butler wrote, as Pub/Sub does, reads their logs with another process, and prints them. Then serves until Ctrl-C.

  --once               ends after printing the logs
`;

const OPTIONS = { once: { type: 'boolean', default: false } } as const;

/** The streams of the messages in messages.jsonl, and how much of each is shown. */
const STREAMS = [
  { path: 'test-project/cap/four/+/out', options: [] },
  { path: 'test-project/cap/five/+/utf8', options: [] },
  { path: 'test-project/cap/one/+/stdout', options: ['--timestamps', 'utc'] },
  { path: 'test-project/cap/one/+/stderr', options: ['--timestamps', 'utc'] },
  { path: 'test-project/cap/six/+/annotations', options: ['--json'] },
] as const;

/** Of a stream with more lines than both together, these many first and last ones are shown. */
const HEAD_LINES = 6;
const TAIL_LINES = 2;

export async function run(args: readonly string[], io: Io): Promise<number> {
  const { values } = parseCommandLine(args, OPTIONS, []);
  // The function has it.
  loadUsed(io.env, 'logLevel');
  const directory = await mkdtemp(join(tmpdir(), 'logdog-collector-demo-'));
  try {
    await whileOpen(await startFunction({ DATA_DIR: directory }, io), async (child) => {
      await child.ready();
      // With --once, it has ended before a browser could open it.
      await print(io, `The function is running${values.once ? '.' : `: ${child.url.href}`}\n`);
      await pushMessages(child.url, io);
      for (const { path, options } of STREAMS) await readBack(path, options, directory, io);
      if (values.once) return;
      await print(io, guide(child.url, directory));
      await child.ended();
    });
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
  return 0;
}

async function pushMessages(url: URL, io: Io): Promise<void> {
  const lines = (await readFile(join(__dirname, 'messages.jsonl'), 'utf8')).trim().split('\n');
  const pusher = new Pusher({ url, signal: io.signal });
  await whileOpen(pusher, async () => {
    for (const line of lines) {
      const { message } = JSON.parse(line) as { message: string };
      await pusher.push(Buffer.from(message, 'base64'));
    }
  });
  await print(io, `It has taken ${lines.length} messages that a real Butler wrote.\n`);
}

/** Prints a stream as `cat` in a process of its own reads it: all of it, or its first and last lines. */
async function readBack(
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

function guide(url: URL, directory: string): string {
  return `
See them in a browser: ${viewerUrl(url)}

Send a stream of your own, from another terminal:

  export DATA_DIR=${directory}
  echo 'hello' | npx logdog-collector send --url ${url.href} --project demo --prefix me/1 --name greeting
  npx logdog-collector cat demo/me/1/+/greeting
  npx logdog-collector ls -l

Ctrl-C ends the demo, and removes what it has kept.
`;
}

import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadUsed } from '../../service/config.js';
import { parseCommandLine } from '../arguments.js';
import { Pusher } from '../butler/pusher.js';
import { startFunction } from '../child_function.js';
import { print, type Io } from '../io.js';
import { viewerUrl } from '../viewer_link.js';
import { whileOpen } from '../while_open.js';
import { readBack } from './read_back.js';

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

export async function run(args: readonly string[], io: Io): Promise<number> {
  const { values } = parseCommandLine(args, OPTIONS, []);
  // The function has it.
  loadUsed(io.env, 'logLevel');
  const directory = await mkdtemp(join(tmpdir(), 'logdog-collector-demo-'));
  try {
    const child = await startFunction({ DATA_DIR: directory }, io);
    try {
      await child.ready();
      // With --once, it has ended before a browser could open it.
      await print(io, `The function is running${values.once ? '.' : `: ${child.url.href}`}\n`);
      await pushMessages(child.url, io);
      for (const { path, options } of STREAMS) await readBack(path, options, directory, io);
      if (!values.once) {
        await print(io, guide(child.url, directory));
        await child.ended();
      }
    } finally {
      await child.stop();
    }
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

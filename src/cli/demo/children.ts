import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { CollectorError } from '../../errors.js';
import { print, type Io } from '../io.js';

const BIN = join(__dirname, '../../../../bin/logdog-collector.js');

const START_MS_MAX = 30_000;
/** Longer than the function takes to end what is under way. */
const STOP_MS_MAX = 15_000;
const POLL_MS = 50;

/** Of a stream with more lines than both together, these many first and last ones are shown. */
const HEAD_LINES = 6;
const TAIL_LINES = 2;

/** The function, running in a process of its own. */
export class ChildFunction {
  readonly url: URL;
  private readonly child: ChildProcess;
  private readonly io: Io;

  private constructor(child: ChildProcess, port: number, io: Io) {
    this.url = new URL(`http://localhost:${port}/`);
    this.child = child;
    this.io = io;
  }

  static async start(directory: string, io: Io): Promise<ChildFunction> {
    const port = await freePort();
    // None of the settings around may lead it to real backends.
    const { PATH, LOG_LEVEL } = io.env;
    const settings = { HOST: '127.0.0.1', PORT: String(port), DATA_DIR: directory };
    const child = spawn(process.execPath, [BIN, 'start'], {
      env: { PATH, ...(LOG_LEVEL && { LOG_LEVEL }), ...settings },
      stdio: ['ignore', 'inherit', 'inherit'],
    });
    return new ChildFunction(child, port, io);
  }

  /** Resolves when the function answers. */
  async ready(): Promise<void> {
    const deadline = performance.now() + START_MS_MAX;
    while (!(await this.answers())) {
      if (this.exited) throw new CollectorError('COMMAND_FAILED', 'the function did not start');
      if (performance.now() > deadline) {
        throw new CollectorError('COMMAND_FAILED', 'the function does not answer');
      }
      await sleep(POLL_MS, undefined, { signal: this.io.signal });
    }
  }

  /** Resolves when the demo is interrupted. @throws CollectorError COMMAND_FAILED when the function ends by itself */
  async ended(): Promise<void> {
    const { signal } = this.io;
    if (!this.exited && !signal.aborted) {
      await once(this.child, 'exit', { signal }).catch((error: unknown) => {
        if (!signal.aborted) throw error;
      });
    }
    if (!signal.aborted) throw new CollectorError('COMMAND_FAILED', 'the function has ended');
  }

  async stop(): Promise<void> {
    if (this.exited) return;
    const exit = once(this.child, 'exit');
    const timer = setTimeout(() => this.child.kill('SIGKILL'), STOP_MS_MAX);
    this.child.kill('SIGTERM');
    await exit;
    clearTimeout(timer);
  }

  private get exited(): boolean {
    return this.child.exitCode !== null || this.child.signalCode !== null;
  }

  private async answers(): Promise<boolean> {
    try {
      const response = await fetch(this.url, { signal: this.io.signal });
      await response.arrayBuffer();
      return response.ok;
    } catch {
      this.io.signal.throwIfAborted();
      return false;
    }
  }
}

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
  return line.length > 100 ? `${line.slice(0, 97)}...` : line;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

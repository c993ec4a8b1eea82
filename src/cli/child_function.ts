import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { CollectorError } from '../common/errors.js';
import type { Io } from './io.js';
import { randomInt } from 'node:crypto';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { packageRoot } from '../common/package_root.js';

/** How long a child may take to end in order before it is killed: longer than the function takes to end what is under way. */
const STOP_MS_MAX = 15_000;

const START_MS_MAX = 60_000;
const POLL_MS = 50;
const REQUEST_MS_MAX = 10_000;

/** How many of the last characters of its output are kept, to report if it does not start. */
const PRINTED_CHARS = 2000;

/** A server in a process of its own. */
export class ChildServer {
  private printed = '';

  /**
   * @param what names it in errors
   * @param url is answered with success once it has started
   */
  constructor(
    private readonly what: string,
    readonly url: URL,
    private readonly child: ChildProcess,
    protected readonly io: Io,
  ) {
    const note = (output: Buffer | string) => {
      this.printed = (this.printed + output.toString()).slice(-PRINTED_CHARS);
    };
    child.stdout?.on('data', note);
    child.stderr?.on('data', note);
    // It cannot be run at all.
    child.on('error', ({ message }) => {
      note(`${message}\n`);
    });
  }

  /** Resolves when it answers. @throws CollectorError COMMAND_FAILED */
  async ready(): Promise<void> {
    const deadline = performance.now() + START_MS_MAX;
    while (!(await this.answers())) {
      if (hasEnded(this.child)) throw this.failure('did not start');
      if (performance.now() > deadline) throw this.failure('does not answer');
      await sleep(POLL_MS, undefined, { signal: this.io.signal });
    }
  }

  /** Resolves when the command is interrupted. @throws CollectorError COMMAND_FAILED when it ends by itself */
  async ended(): Promise<void> {
    const how = await this.whenEnded();
    if (!this.io.signal.aborted) throw this.failure(`has ended (${how})`);
  }

  /** Resolves with how it has ended, or when the command is interrupted. */
  async whenEnded(): Promise<string> {
    const { child, io } = this;
    if (!hasEnded(child) && !io.signal.aborted) {
      await once(child, 'exit', { signal: io.signal }).catch((error: unknown) => {
        if (!io.signal.aborted) throw error;
      });
    }
    return child.signalCode ?? `exit code ${child.exitCode}`;
  }

  close(): Promise<void> {
    return stopChild(this.child);
  }

  protected failure(what: string): CollectorError {
    const printed = this.printed.trim();
    const separator = printed === '' ? '' : printed.includes('\n') ? ':\n' : ': ';
    return new CollectorError('COMMAND_FAILED', `${this.what} ${what}${separator}${printed}`);
  }

  private async answers(): Promise<boolean> {
    const { signal } = this.io;
    try {
      const timeout = AbortSignal.timeout(REQUEST_MS_MAX);
      const response = await fetch(this.url, { signal: AbortSignal.any([signal, timeout]) });
      await response.arrayBuffer();
      return response.ok;
    } catch {
      signal.throwIfAborted();
      return false;
    }
  }
}

export async function stopChild(child: ChildProcess): Promise<void> {
  if (hasEnded(child)) return;
  const exit = once(child, 'exit');
  const timer = setTimeout(() => child.kill('SIGKILL'), STOP_MS_MAX);
  child.kill('SIGTERM');
  await exit;
  clearTimeout(timer);
}

function hasEnded({ pid, exitCode, signalCode }: ChildProcess): boolean {
  return pid === undefined || exitCode !== null || signalCode !== null;
}

/** The command line's own program. */
export const BIN = join(packageRoot(), 'bin', 'logdog-collector.js');

const TRIES_MAX = 100;

/**
 * Starts the function in a process of its own.
 *
 * @param settings none of those around it gets besides, but LOG_LEVEL: they must not lead it to real backends
 * @param port default: any free one
 */
export async function startFunction(
  settings: Readonly<Record<string, string>>,
  io: Io,
  port?: number,
): Promise<ChildServer> {
  const bound = port ?? (await freePort());
  const { PATH, LOG_LEVEL } = io.env;
  const own = { ...(LOG_LEVEL && { LOG_LEVEL }), HOST: '127.0.0.1', PORT: String(bound) };
  const child = spawn(process.execPath, [BIN, 'start'], {
    env: { PATH, ...settings, ...own },
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  return new ChildServer('the function', new URL(`http://127.0.0.1:${bound}/`), child, io);
}

/** Finds a free port. @param preferred is used if it is free */
export async function freePort(preferred = randomPort()): Promise<number> {
  const server = createServer();
  for (let port = preferred, left = TRIES_MAX; ; port = randomPort()) {
    try {
      await once(server.listen(port, '127.0.0.1'), 'listening');
      server.close();
      await once(server, 'close');
      return port;
    } catch (error) {
      if (--left === 0) throw error;
    }
  }
}

/** Below the range of ephemeral ports, so that no other process gets the port by chance before the child listens. */
function randomPort(): number {
  return 20_000 + randomInt(12_000);
}

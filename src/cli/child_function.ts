import { spawn, type ChildProcess } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { packageRoot } from '../common/package_root.js';
import { CollectorError } from '../common/errors.js';
import { stopChild, waitForAnswer, waitForEnd } from './child_process.js';
import { type Io } from './io.js';

/** The command line's own program. */
export const BIN = join(packageRoot(), 'bin', 'logdog-collector.js');

const START_MS_MAX = 30_000;
const TRIES_MAX = 100;

/** The function, running in a process of its own. */
export class ChildFunction {
  readonly url: URL;
  private readonly child: ChildProcess;
  private readonly io: Io;
  private failure = '';

  private constructor(child: ChildProcess, port: number, io: Io) {
    this.url = new URL(`http://127.0.0.1:${port}/`);
    this.child = child;
    this.io = io;
    // It cannot be run at all.
    child.on('error', ({ message }) => {
      this.failure = `: ${message}`;
    });
  }

  /**
   * @param settings none of those around it gets besides, but LOG_LEVEL: they must not lead it to real backends
   * @param port default: any free one
   */
  static async start(
    settings: Readonly<Record<string, string>>,
    io: Io,
    port?: number,
  ): Promise<ChildFunction> {
    const bound = port ?? (await freePort());
    const { PATH, LOG_LEVEL } = io.env;
    const child = spawn(process.execPath, [BIN, 'start'], {
      env: {
        PATH,
        ...(LOG_LEVEL && { LOG_LEVEL }),
        ...settings,
        HOST: '127.0.0.1',
        PORT: String(bound),
      },
      stdio: ['ignore', 'inherit', 'inherit'],
    });
    return new ChildFunction(child, bound, io);
  }

  /** Resolves when the function answers. */
  async ready(): Promise<void> {
    const why = await waitForAnswer(this.child, this.url, START_MS_MAX, this.io.signal);
    if (why !== undefined) {
      throw new CollectorError('COMMAND_FAILED', `the function ${why}${this.failure}`);
    }
  }

  /** Resolves when the command is interrupted. @throws CollectorError COMMAND_FAILED when the function ends by itself */
  async ended(): Promise<void> {
    const how = await this.whenEnded();
    if (this.io.signal.aborted) return;
    throw new CollectorError('COMMAND_FAILED', `the function has ended (${how})`);
  }

  /** Resolves with how the function has ended, or when the command is interrupted. */
  async whenEnded(): Promise<string> {
    const { child, io } = this;
    await waitForEnd(child, io.signal);
    return child.signalCode ?? `exit code ${child.exitCode}`;
  }

  stop(): Promise<void> {
    return stopChild(this.child);
  }
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

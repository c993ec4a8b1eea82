import { spawn } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { packageRoot } from '../common/package_root.js';
import { ChildServer } from './child_process.js';
import { type Io } from './io.js';

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

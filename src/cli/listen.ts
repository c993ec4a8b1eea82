import type { Server } from 'node:http';
import { type AddressInfo, isIPv6 } from 'node:net';
import { usesLocal } from '../service/backends.js';
import { isLoopbackHost } from '../common/loopback.js';
import type { Config } from '../service/config.js';
import { CollectorError } from '../common/errors.js';
import { type Io, say } from './io.js';

/**
 * Listens on HOST and PORT, and says where.
 *
 * @throws CollectorError COMMAND_FAILED, which says what to do
 */
export async function listen(server: Server, config: Config, io: Io): Promise<void> {
  const { port } = config;
  const local = usesLocal(config);
  // On loopback a laptop's function is its owner's alone; a container's must be reached from outside.
  const host = config.host || (local ? '127.0.0.1' : '::');
  await new Promise<void>((resolve, reject) => {
    const fail = (error: NodeJS.ErrnoException) => {
      reject(new CollectorError('COMMAND_FAILED', whyNot(error, port, host)));
    };
    server.once('error', fail).listen(port, host, () => {
      server.off('error', fail);
      resolve();
    });
  });
  const { port: bound } = server.address() as AddressInfo;
  const url = `http://${isIPv6(host) ? `[${host}]` : host}:${bound}/`;
  say(io, `listening on ${url}${local ? `, data in ${config.dataDir}` : ''}`);
  const open = config.pushAuth === 'off' || config.pushAuth === '';
  if (open && !isLoopbackHost(host)) {
    say(io, 'every caller that reaches this address may push; PUSH_AUTH=token restricts that');
  }
}

function whyNot({ code, message }: NodeJS.ErrnoException, port: number, host: string): string {
  const where = `port ${port} of ${host}`;
  if (code === 'EADDRINUSE') {
    return `${where} is in use: stop what listens there, or choose another one with --port`;
  }
  if (code === 'EACCES') return `${where} needs more rights: choose one above 1023 with --port`;
  return `cannot listen on ${where}: ${message}; HOST and PORT say where`;
}

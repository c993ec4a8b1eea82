import { lookup } from 'node:dns/promises';
import { once } from 'node:events';
import { type AddressInfo, createServer, isIP, isIPv6, type Server } from 'node:net';
import { usesLocal } from '../service/backends.js';
import { isLoopbackHost } from '../common/loopback.js';
import type { Config } from '../service/config.js';
import { CollectorError } from '../common/errors.js';
import { type Io, say } from './io.js';

/** By IPv6, and by IPv4 with it. */
const EVERY_INTERFACE = '::';

/** What a bind says where the kernel has no IPv6, and where it is switched off. */
const NO_IPV6: ReadonlySet<string | undefined> = new Set(['EAFNOSUPPORT', 'EADDRNOTAVAIL']);

/**
 * Checks that HOST and PORT can be listened on, before a store is made that a start which fails would leave behind.
 *
 * @throws CollectorError COMMAND_FAILED, which says what to do
 */
export async function checkPort(config: Config): Promise<void> {
  const server = createServer();
  await listenAt(server, config);
  server.close();
  await once(server, 'close');
}

/**
 * Listens on HOST and PORT, and says where.
 *
 * @throws CollectorError COMMAND_FAILED, which says what to do
 */
export async function listen(server: Server, config: Config, io: Io): Promise<void> {
  const local = usesLocal(config);
  const host = await listenAt(server, config);
  const { port: bound } = server.address() as AddressInfo;
  const url = `http://${isIPv6(host) ? `[${host}]` : host}:${bound}/`;
  say(io, `listening on ${url}${local ? `, data in ${config.dataDir}` : ''}`);
  const open = config.pushAuth === 'off' || config.pushAuth === '';
  if (open && !isLoopbackHost(host)) {
    say(io, 'every caller that reaches this address may push; PUSH_AUTH=token restricts that');
  }
}

/** Listens on HOST and PORT, and returns the host. */
function listenAt(server: Server, config: Config): Promise<string> {
  // On loopback a laptop's function is its owner's alone; a container's must be reached from outside.
  const host = config.host || (usesLocal(config) ? '127.0.0.1' : EVERY_INTERFACE);
  return listenOn(server, config.port, host, config.host === '');
}

/**
 * Listens, by IPv4 where this machine has no IPv6, and returns the host.
 *
 * @param byDefault whether the host was not chosen
 * @throws CollectorError COMMAND_FAILED, which says what to do
 */
export async function listenOn(
  server: Server,
  port: number,
  host: string,
  byDefault = false,
): Promise<string> {
  try {
    await once(server.listen(port, host), 'listening');
    return host;
  } catch (thrown) {
    const error = thrown as NodeJS.ErrnoException;
    const other = NO_IPV6.has(error.code) ? await ipv4Of(host, byDefault) : undefined;
    if (other === undefined) {
      throw new CollectorError('COMMAND_FAILED', whyNot(error, port, host), { cause: error });
    }
    return listenOn(server, port, other);
  }
}

/** Returns the address instead: a name may have one, and an address that was chosen has none. */
async function ipv4Of(host: string, byDefault: boolean): Promise<string | undefined> {
  if (byDefault && host === EVERY_INTERFACE) return '0.0.0.0';
  if (isIP(host) !== 0) return undefined;
  return lookup(host, { family: 4 }).then(
    ({ address }) => address,
    () => undefined,
  );
}

function whyNot({ code, message }: NodeJS.ErrnoException, port: number, host: string): string {
  const where = `port ${port} of ${host}`;
  if (code === 'EADDRINUSE') {
    return `${where} is in use: stop what listens there, or choose another one with --port`;
  }
  if (code === 'EACCES') return `${where} needs more rights: choose one above 1023 with --port`;
  return `cannot listen on ${where}: ${message}; HOST and PORT say where`;
}

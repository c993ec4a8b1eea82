import type { Server } from 'node:http';
import { type AddressInfo, isIPv6 } from 'node:net';
import { isEmbedded } from '../backends.js';
import { loadConfig } from '../config.js';
import { type Io, say } from './io.js';
import { parseSettingFlags, settingsHelp } from './setting_flags.js';

export const help = `Usage: logdog-collector start [--port N] [any other setting]

Starts the function: it takes Pub/Sub pushes by POST, until Ctrl-C or SIGTERM; what is
under way then is answered first.

${settingsHelp()}`;

/**
 * Serves the function with the functions framework's own server, on HOST and PORT. SIGTERM and SIGINT end the process
 * from `index.ts`, so that this returns only where it cannot serve.
 */
export async function run(args: readonly string[], io: Io): Promise<number> {
  const flags = parseSettingFlags(args);
  const config = loadConfig(io.env, flags);
  const { port } = config;
  const embedded = isEmbedded(config);
  // On loopback a laptop's function is its owner's alone; a container's must be reached from outside.
  const host = config.host || (embedded ? '127.0.0.1' : '::');
  // Which reads the environment, as under the framework's own launcher.
  Object.assign(io.env, flags);
  const { stop } = await import('../index.js');
  const { getTestServer } = await import('@google-cloud/functions-framework/testing');
  const server = getTestServer('collect');
  try {
    const url = await listen(server, port, host);
    say(io, `listening on ${url}${embedded ? `, data in ${config.dataDir}` : ''}`);
  } catch (thrown) {
    say(io, `logdog-collector start: ${whyNot(thrown as NodeJS.ErrnoException, port, host)}`);
    await stop();
    return 1;
  }
  return new Promise(() => undefined);
}

function listen(server: Server, port: number, host: string): Promise<string> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      const { port: bound } = server.address() as AddressInfo;
      resolve(`http://${isIPv6(host) ? `[${host}]` : host}:${bound}/`);
    });
  });
}

function whyNot({ code, message }: NodeJS.ErrnoException, port: number, host: string): string {
  const where = `port ${port} of ${host}`;
  if (code === 'EADDRINUSE') {
    return `${where} is in use: stop what listens there, or choose another one with --port`;
  }
  if (code === 'EACCES') return `${where} needs more rights: choose one above 1023 with --port`;
  return `cannot listen on ${where}: ${message}; HOST and PORT say where`;
}

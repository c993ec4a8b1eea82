import type { Server } from 'node:http';
import { type AddressInfo, isIPv6 } from 'node:net';
import { loadConfig } from '../config.js';
import { parseCommandLine } from './arguments.js';
import { type Io, say } from './io.js';

export const help = `Usage: logdog-collector start [--port N]

Starts the function: it takes Pub/Sub pushes by POST, until Ctrl-C or SIGTERM; what is
under way then is answered first.

  --port N    where it listens (default: PORT, else 8080)

Settings are environment variables, among them HOST, PORT, DATA_DIR and LOG_LEVEL.
`;

/**
 * Serves the function with the functions framework's own server, on HOST and PORT. SIGTERM and SIGINT end the process
 * from `index.ts`, so that this returns only where it cannot serve.
 */
export async function run(args: readonly string[], io: Io): Promise<number> {
  const { values } = parseCommandLine(args, { port: { type: 'string' } }, []);
  const env = values.port === undefined ? io.env : { ...io.env, PORT: values.port };
  const { port, host, dataDir } = loadConfig(env);
  const { stop } = await import('../index.js');
  const { getTestServer } = await import('@google-cloud/functions-framework/testing');
  const server = getTestServer('collect');
  try {
    const url = await listen(server, port, host);
    say(io, `listening on ${url}, data in ${dataDir}`);
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

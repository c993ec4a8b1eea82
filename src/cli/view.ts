import type { AddressInfo } from 'node:net';
import type { ServerResponse } from 'node:http';
import { once } from 'node:events';
import { usesRemote } from '../service/backends.js';
import { loadUsed } from '../service/config.js';
import { LocalCoordinator } from '../local/coordinator/local_coordinator.js';
import type { PushRequest } from '../http/body.js';
import { openServer } from '../http/server.js';
import { JsonLog } from '../telemetry/log.js';
import { ANY_STREAM } from '../viewer/any_stream.js';
import type { LogSource } from '../viewer/log_source.js';
import { isBrowserAtRoot, VIEWER_PATH } from '../viewer/paths.js';
import { RemoteSource } from '../viewer/remote_source.js';
import { StoreSource } from '../viewer/store_source.js';
import { Viewer } from '../viewer/viewer.js';
import { parseCommandLine, UsageError } from './arguments.js';
import { listenOn } from './listen.js';
import { print, type Io, whileOpen } from './io.js';
import { type ReaderToken, TOKEN_OPTIONS, tokenSource } from './reader_token.js';
import { requireStores } from './stores.js';

export const help = `Usage: logdog-collector view [--port N]
       logdog-collector view --coordinator HOST [--token-file FILE | --google-token] [--port N]

Serves the log viewer on this machine only, until Ctrl-C, and prints its link. It reads the store of the settings, also
while the function writes: Bigtable if it is set, else the local store in DATA_DIR. A function with a local Coordinator
serves the same page itself, under ${VIEWER_PATH}.

  --port N             the port on 127.0.0.1; 0 for any free port (default: 8090)
  --coordinator HOST   reads from the LogDog Coordinator at HOST or HOST:PORT instead, by its public API

Private streams need your token, which is sent to that Coordinator only:

  --token-file FILE    reads the token from FILE, anew for each call
  --google-token       uses Google's application default credentials
  LOGDOG_TOKEN         the token itself
`;

const OPTIONS = {
  port: { type: 'string', default: '8090' },
  coordinator: { type: 'string' },
  ...TOKEN_OPTIONS,
} as const;

/** The page alone: a reader's browser opens a few connections, and some tabs. */
const MAX_CONNECTIONS = 100;

const REQUEST_MS_MAX = 15 * 60_000;

/** How long calls under way may take when the command ends. */
const GRACE_MS = 500;

interface OpenedSource {
  readonly source: LogSource;
  close(): Promise<void> | void;
}

export async function run(args: readonly string[], io: Io): Promise<number> {
  const { values } = parseCommandLine(args, OPTIONS, []);
  const port = parsePort(values.port);
  await whileOpen(openSource(values, io), ({ source }) => serve(source, port, io));
  return 0;
}

function parsePort(text: string): number {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : NaN;
  if (port <= 65_535) return port;
  throw new UsageError(`--port takes a number from 0 to 65535, not '${text}'`);
}

function openSource(values: ReaderToken & { coordinator?: string }, io: Io): OpenedSource {
  const { coordinator, 'token-file': file, 'google-token': google } = values;
  if (coordinator !== undefined) {
    const source = new RemoteSource({ coordinator, token: tokenSource(values, io) });
    return { source, close: () => undefined };
  }
  if (file !== undefined || google) throw new UsageError('a token needs --coordinator');
  return openStore(io);
}

/** Opens the store of the settings. Where a remote Coordinator has the records, any path is read. */
function openStore(io: Io): OpenedSource {
  const config = loadUsed(io.env, 'logLevel', 'coordinatorHost');
  const stores = requireStores(io.env);
  const { streams, storage } = stores;
  const known = streams instanceof LocalCoordinator && !usesRemote(config);
  const log = new JsonLog(config.logLevel);
  const source = new StoreSource({ records: known ? streams : ANY_STREAM, storage, log });
  const close = async () => {
    await source.close(GRACE_MS);
    await stores.close();
  };
  return { source, close };
}

/** Serves until the command is interrupted. */
async function serve(source: LogSource, port: number, io: Io): Promise<void> {
  const viewer = new Viewer({ source, loopback: true });
  const handle = (request: PushRequest, response: ServerResponse) =>
    viewer.handle(atViewer(request), response);
  const server = openServer(handle, {
    messageDeadlineMs: REQUEST_MS_MAX,
    maxConnections: MAX_CONNECTIONS,
  });
  try {
    await listenOn(server, port, '127.0.0.1');
    const { port: bound } = server.address() as AddressInfo;
    await print(io, `The logs: http://127.0.0.1:${bound}${VIEWER_PATH}\n`);
    if (!io.signal.aborted) await once(io.signal, 'abort');
  } finally {
    const closing = viewer.close();
    server.close();
    server.closeAllConnections();
    await closing;
  }
}

/** There is nothing but the viewer here: a browser at the root is shown it at once. */
function atViewer(request: PushRequest): PushRequest {
  if (isBrowserAtRoot(request)) request.url = VIEWER_PATH.slice(0, -1);
  return request;
}

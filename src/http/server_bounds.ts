import type { Server } from 'node:http';
import { Connections } from './connections.js';

/** The time for a request's headers. A connection that has sent nothing yet is cut by it too. */
export const HEADERS_MS_MAX = 10_000;

/** How often connections are looked at: one may live longer than its time by this. */
const CHECK_MS = 1000;

/**
 * A push has some twenty headers; an unwrapped one has up to 100 attributes of its message among them. Past the number,
 * Node answers 431 from version 22 on; Node 20 leaves out what goes past it, by up to 31 headers too late.
 */
export const MAX_HEADERS = 200;

/** Pub/Sub allows 100 attributes with keys of 256 and values of 1024 bytes; a token and the rest take a few KiB. */
export const MAX_HEADER_BYTES = 100 * (256 + 1024) + 32 * 1024;

/** A connection that cannot be accepted is warned of this often at most. */
const WARN_MS = 60_000;

export interface ServerBounds {
  /** Connections at once; those without a request under way make room for new ones. */
  readonly maxConnections: number;
  /** Is called where each connection has a request under way, and a new one comes. */
  readonly onFull?: (() => void) | undefined;
  /** Default: HEADERS_MS_MAX. */
  readonly headersMsMax?: number;
  readonly warn?: ((message: string) => void) | undefined;
}

/** Bounds connections and headers of a server that does not listen yet, and keeps it alive where none can be accepted. */
export function boundServer(
  server: Server,
  { maxConnections, headersMsMax = HEADERS_MS_MAX, onFull, warn }: ServerBounds,
): void {
  // Properties that Node reads, and names as options of `createServer` only.
  Object.assign(server, {
    maxHeaderSize: MAX_HEADER_BYTES,
    connectionsCheckingInterval: CHECK_MS,
  });
  server.headersTimeout = headersMsMax;
  server.maxHeadersCount = MAX_HEADERS;
  const connections = new Connections(server, maxConnections, onFull);
  let warnedMs = -Infinity;
  const onAcceptError = ({ code, name }: NodeJS.ErrnoException) => {
    connections.makeRoom();
    const nowMs = performance.now();
    if (nowMs - warnedMs < WARN_MS) return;
    warnedMs = nowMs;
    const why = `${code ?? name}; raise the limit of open files (ulimit -n)`;
    warn?.(`a connection could not be accepted: ${why}`);
  };
  // Before that, an error says that the server cannot listen, which ends the start. Then Node reports a connection that it
  // could not accept (EMFILE, ENFILE) as one, and the server goes on.
  server.once('listening', () => server.on('error', onAcceptError));
}

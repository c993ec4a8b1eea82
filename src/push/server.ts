import { createServer, type Server } from 'node:http';
import { type RequestHandler, takeRequests } from './requests.js';

/** The time for a request's headers. A connection that has sent nothing yet is cut by it too. */
const HEADERS_MS_MAX = 10_000;

/** What a request may take beyond the time for its message: until its headers are there, and its answer is taken. */
const REQUEST_MS_MORE = 15_000;

/** Longer than the 600 s of Google's load balancers: whoever closes first must not be the one that is sent requests. */
const KEEP_ALIVE_MS = 620_000;

/** How often connections are looked at: so much longer than its time one may live. */
const CHECK_MS = 1000;

/**
 * A push has some twenty headers and a token of 1 kB; an unwrapped one has the message's attributes among them. Past the
 * number, Node answers 431 from version 22 on; Node 20 leaves out what goes past it, by up to 31 headers too late.
 */
export const MAX_HEADERS = 200;
export const MAX_HEADER_BYTES = 32 * 1024;

export interface ServerOptions {
  readonly messageDeadlineMs: number;
  /** Connections at once; idle ones make room for new ones. */
  readonly maxConnections: number;
  /** REQUEST_MS_MORE unless told. */
  readonly requestMsMore?: number;
}

/** A plain server in which no connection waits, or grows, without a bound. Bodies are left to who handles a request. */
export function openServer(
  handle: RequestHandler,
  { messageDeadlineMs, maxConnections, requestMsMore = REQUEST_MS_MORE }: ServerOptions,
): Server {
  const requestTimeout = messageDeadlineMs + requestMsMore;
  const server = createServer({
    headersTimeout: Math.min(HEADERS_MS_MAX, requestTimeout),
    requestTimeout,
    keepAliveTimeout: KEEP_ALIVE_MS,
    connectionsCheckingInterval: CHECK_MS,
    maxHeaderSize: MAX_HEADER_BYTES,
    noDelay: true,
  });
  takeRequests(server, handle);
  server.maxHeadersCount = MAX_HEADERS;
  server.maxConnections = maxConnections;
  // Silent for longer than any request takes: one whose peer does not take its answer, for instance.
  server.timeout = requestTimeout;
  // The one that found no room comes again, and then there is some.
  server.on('drop', () => {
    server.closeIdleConnections();
  });
  return server;
}

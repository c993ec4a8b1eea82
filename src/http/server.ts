import { createServer, type Server, type ServerResponse } from 'node:http';
import type { PushRequest } from './body.js';
import { boundServer, HEADERS_MS_MAX, type ServerBounds } from './server_bounds.js';

/** What a request may take beyond the time for its message: until its headers are there, and its answer is taken. */
const REQUEST_MS_MORE = 15_000;

/** Longer than the 600 s of Google's load balancers: the side that receives requests must not close first. */
const KEEP_ALIVE_MS = 620_000;

export interface ServerOptions extends Pick<ServerBounds, 'maxConnections' | 'onFull' | 'warn'> {
  readonly messageDeadlineMs: number;
  /** Default: REQUEST_MS_MORE. */
  readonly requestMsMore?: number;
}

/** Opens a plain server in which no connection waits, or grows, without a bound. Bodies are left to the handler. */
export function openServer(
  handle: RequestHandler,
  { messageDeadlineMs, requestMsMore = REQUEST_MS_MORE, ...bounds }: ServerOptions,
): Server {
  const requestTimeout = messageDeadlineMs + requestMsMore;
  const headersMsMax = Math.min(HEADERS_MS_MAX, requestTimeout);
  const server = createServer({ requestTimeout, keepAliveTimeout: KEEP_ALIVE_MS, noDelay: true });
  takeRequests(server, handle);
  boundServer(server, { ...bounds, headersMsMax });
  // Silent for longer than any request takes: one whose peer does not take its answer, for instance.
  server.timeout = requestTimeout;
  return server;
}

/** Handles a request, and never rejects. */
export type RequestHandler = (request: PushRequest, response: ServerResponse) => Promise<void>;

/** Hands all requests of a server to the handler, before a body has been asked for. */
export function takeRequests(server: Server, handle: RequestHandler): void {
  server.removeAllListeners('request');
  const take = (request: PushRequest, response: ServerResponse) => {
    // One of many that came together on a connection that has been closed for that.
    if (request.socket.destroyed) return;
    void handle(request, response);
  };
  server.on('request', take);
  // Left alone, Node asks for the body before the sender has been authenticated.
  server.on('checkContinue', (request: PushRequest, response: ServerResponse) => {
    request.askForBody = () => response.writeContinue();
    take(request, response);
  });
  // Left alone, Node answers 417 to any other expectation, which may be an attribute of an unwrapped push (RFC 9110,
  // 10.1.1: a server may).
  server.on('checkExpectation', take);
}

import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { Server } from 'node:http';
import { type RequestHandler, takeRequests } from '../http/requests.js';
import { boundServer, type ServerBounds } from '../http/server_bounds.js';

/** Published when a server is about to listen. */
const LISTEN_STARTS = 'tracing:net.server.listen:asyncStart';

/**
 * Takes the requests of the functions framework's server before the framework does anything with them. Left alone, it
 * buffers, inflates and parses up to 1 GB of a body before it calls the function, prints what it cannot parse, and costs
 * more than a small message does: express, a domain and a context for each request. What it then calls the function with
 * is the same request and response. The server is the first HTTP server of the process that begins to listen after the
 * function was loaded; the bounds are set before it does, since Node applies them to each connection as it is accepted.
 */
export function takeFrameworkRequests(handle: RequestHandler, bounds?: ServerBounds): void {
  const take = (event: unknown) => {
    const { server } = event as { readonly server: Server };
    if (!isHttpServer(server)) return;
    unsubscribe(LISTEN_STARTS, take);
    takeRequests(server, handle);
    // Afterwards: it listens to requests, too.
    if (bounds !== undefined) boundServer(server, bounds);
  };
  subscribe(LISTEN_STARTS, take);
}

function isHttpServer(server: unknown): boolean {
  return server instanceof Server;
}

import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import type { Server } from 'node:http';
import { type RequestHandler, takeRequests } from './requests.js';

const REQUEST_STARTS = 'http.server.request.start';

/**
 * Takes the requests of the functions framework's server as they come, before the framework does anything with them. Left
 * alone, it buffers, inflates and parses up to 1 GB of a body before it calls the function, prints what it cannot parse,
 * and costs more than a small message does: express, a domain and a context for each request. What it then calls the
 * function with is the same request and response. Node tells of a server's first request before that is handled; where
 * it should ever not, the framework calls the function as it always does.
 */
export function takeFrameworkRequests(handle: RequestHandler): void {
  const take = (event: unknown) => {
    const { server } = event as { readonly server: Server };
    unsubscribe(REQUEST_STARTS, take);
    takeRequests(server, handle);
  };
  subscribe(REQUEST_STARTS, take);
}

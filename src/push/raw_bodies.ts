import { subscribe } from 'node:diagnostics_channel';
import type { IncomingMessage } from 'node:http';

/**
 * Keeps the functions framework from reading bodies: left alone, it buffers, inflates and parses up to 1 GB before the
 * function runs, and prints what it cannot parse, secrets included. It goes by the content type alone, which nobody else
 * needs, so every request of this process loses it before the framework sees it. Where Node's channel should ever be
 * missing, all still works, without this protection.
 */
export function keepBodiesRaw(): void {
  subscribe('http.server.request.start', (event) => {
    const { request } = event as { request: IncomingMessage };
    delete request.headers['content-type'];
  });
}

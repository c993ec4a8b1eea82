import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { Server } from 'node:http';
import { type RequestHandler, takeRequests } from '../http/server.js';
import { boundServer, type ServerBounds } from '../http/server_bounds.js';

/** Published when a server is about to listen. */
const LISTEN_STARTS = 'tracing:net.server.listen:asyncStart';

/** The events of the process that the framework handles from the moment that its server listens. */
const HANDLED = ['SIGTERM', 'SIGINT', 'uncaughtException', 'unhandledRejection', 'exit'] as const;

const DEFAULT_PORT = '8080';

type Listener = (...args: unknown[]) => void;

interface ListenStart {
  readonly server: object;
  readonly options?: { readonly port?: unknown };
}

/** Returns the port that the launcher of the functions framework listens on: its flag, else PORT, else 8080. */
export function frameworkPort(
  args: readonly string[],
  { PORT = DEFAULT_PORT }: NodeJS.ProcessEnv,
): string {
  const flag = args.findLastIndex((arg) => /^--port(=|$)/.test(arg));
  if (flag < 0) return PORT;
  return args[flag]!.split('=', 2)[1] ?? args[flag + 1] ?? PORT;
}

/**
 * Takes the requests of the functions framework's server before the framework does anything with them, and its handlers of
 * signals and crashes off the process. Left alone, the framework buffers, inflates and parses up to 1 GB of a body before
 * it calls the function, prints what it cannot parse, and costs more than a small message does: express, a domain and a
 * context for each request; at a signal or a crash it answers one request and exits at once, while others are under way.
 *
 * Its server is the HTTP server that begins to listen on the framework's port after this call; no other server, and no
 * other listener of the process, is touched.
 */
export function takeFrameworkServer(
  port: string,
  handle: RequestHandler,
  bounds?: ServerBounds,
): void {
  const take = (event: unknown) => {
    const { server, options } = event as ListenStart;
    if (!isHttpServer(server) || String(options?.port) !== port) return;
    unsubscribe(LISTEN_STARTS, take);
    takeServer(server, handle, bounds);
    // Before the framework's own listener is added, which handles the events of the process.
    server.once('listening', removeHandlersAddedNow);
  };
  subscribe(LISTEN_STARTS, take);
}

/** Hands a server's requests to the handler. It must not listen yet: Node applies bounds to connections that it accepts. */
export function takeServer(server: Server, handle: RequestHandler, bounds?: ServerBounds): void {
  takeRequests(server, handle);
  // Afterwards: it listens to requests, too.
  if (bounds !== undefined) boundServer(server, bounds);
}

/** Removes the handlers that the other listeners of the event under way add, and no handler that is there already. */
function removeHandlersAddedNow(): void {
  const before = HANDLED.map((event) => new Set(process.listeners(event as 'exit')));
  // After all listeners of the event, and before any signal.
  queueMicrotask(() => {
    for (const [i, event] of HANDLED.entries()) {
      for (const listener of process.listeners(event as 'exit') as Listener[]) {
        if (!before[i]!.has(listener)) process.off(event, listener);
      }
    }
  });
}

function isHttpServer(server: object): server is Server {
  return server instanceof Server;
}

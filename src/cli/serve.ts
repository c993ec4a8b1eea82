import { openServer, type RequestHandler } from '../http/server.js';
import { openForProcess } from '../service/process.js';
import { type Service, serverBounds } from '../service/service.js';
import { viewerPages } from '../viewer/beside_function.js';
import type { Io } from './io.js';
import { serveFunction } from './starting.js';
import { SETTINGS_HELP } from './setting_flags.js';

export const help = `Usage: logdog-collector serve [--port N] [any other setting]

Serves Pub/Sub pushes as 'start' does, on a plain server instead of that of the functions
framework, for containers. It takes less CPU per request, and limits bodies, connections and
their time.

${SETTINGS_HELP}`;

/** Serves the function with a plain server. */
export function run(args: readonly string[], io: Io): Promise<number> {
  return serveFunction(args, io, (config) => {
    const service = openForProcess(config, viewerPages);
    const { messageDeadlineMs } = config;
    const options = { messageDeadlineMs, ...serverBounds(config, service) };
    return { service, openServer: () => openServer(withMetrics(service), options) };
  });
}

/** Adds `GET /metrics`, where METRICS_SERVE enables it. */
function withMetrics({ handle, metricsText }: Service): RequestHandler {
  return async (request, response) => {
    const { method, url = '' } = request;
    const asked = (method === 'GET' || method === 'HEAD') && /^\/metrics(\?|$)/.test(url);
    const text = asked ? metricsText() : undefined;
    if (text === undefined) {
      await handle(request, response);
      return;
    }
    const type = { 'Content-Type': 'text/plain; version=0.0.4; charset=utf-8' };
    await text.then(
      (body) => response.writeHead(200, type).end(body),
      () => response.writeHead(500).end(),
    );
  };
}

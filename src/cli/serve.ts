import { type Flags, loadConfig } from '../service/config.js';
import type { RequestHandler } from '../http/server.js';
import { openServer } from '../http/server.js';
import { openService, type Service, serverBounds } from '../service/service.js';
import { logConsole, logProcessWarnings } from '../service/process_warnings.js';
import { installShutdownHandlers } from '../service/shutdown.js';
import { viewerPages } from '../viewer/beside_function.js';
import { type Io } from './io.js';
import { checkPort, listen } from './listen.js';
import { starting } from './starting.js';
import { parseSettingFlags, SETTINGS_HELP } from './setting_flags.js';

export const help = `Usage: logdog-collector serve [--port N] [any other setting]

Serves Pub/Sub pushes as 'start' does, on a plain server instead of that of the functions
framework, for containers. It takes less CPU per request, and limits bodies, connections and
their time.

${SETTINGS_HELP}`;

/** Serves on HOST and PORT. SIGTERM and SIGINT end the process, so that this returns only where it cannot serve. */
export function run(args: readonly string[], io: Io): Promise<number> {
  const flags = parseSettingFlags(args);
  return starting(io, () => serve(flags, io));
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

async function serve(flags: Flags, io: Io): Promise<number> {
  const config = loadConfig(io.env, flags);
  await checkPort(config);
  const service = openService(config, { pages: viewerPages });
  logProcessWarnings(service.log);
  logConsole(service.log);
  installShutdownHandlers(service);
  try {
    const { messageDeadlineMs } = config;
    const bounds = { ...serverBounds(config, service.log), onFull: service.giveUpSlow };
    const options = { messageDeadlineMs, ...bounds };
    await listen(openServer(withMetrics(service), options), config, io);
  } catch (thrown) {
    await service.stop();
    throw thrown;
  }
  return new Promise(() => undefined);
}

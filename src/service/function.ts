import { http } from '@google-cloud/functions-framework';
import type { RequestHandler } from '../http/server.js';
import type { ServerBounds } from '../http/server_bounds.js';
import type { Config } from './config.js';
import type { PagesModule } from './pages.js';
import { logProcessWarnings } from './process_warnings.js';
import { openService, type Service, serverBounds } from './service.js';
import { installShutdownHandlers } from './shutdown.js';

export interface CollectFunction {
  readonly service: Service;
  readonly bounds: ServerBounds;
}

/**
 * Opens the service and registers it with the functions framework as `collect`. SIGTERM, SIGINT and a crash end the process
 * in order from then on.
 *
 * @throws CollectorError BAD_SETTINGS, MODULE_FAILED
 */
export function registerCollect(config: Config, pages: PagesModule): CollectFunction {
  const service = openService(config, { pages });
  logProcessWarnings(service.log);
  installShutdownHandlers(service);
  http('collect', warnOnce(service));
  // The platform bounds the requests at once; here it is only files that may run out.
  const unbounded = { ...config, maxConnections: Infinity };
  const bounds = { ...serverBounds(unbounded, service.log), onFull: service.giveUpSlow };
  return { service, bounds };
}

/** Warns at the first request that comes through the framework: its server was not taken. */
function warnOnce({ handle, log }: Service): RequestHandler {
  let warned = false;
  return (request, response) => {
    if (!warned) {
      warned = true;
      const why =
        'the function was loaded after the server had begun to listen, or on another port';
      const what = 'the functions framework reads and parses each request before the function';
      log.write('warning', `${what}: ${why}; this costs CPU and memory`, {});
    }
    return handle(request, response);
  };
}

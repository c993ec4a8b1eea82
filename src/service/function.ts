import { http } from '@google-cloud/functions-framework';
import type { RequestHandler } from '../http/server.js';
import type { Config } from './config.js';
import { type PagesModule, type Service, serverBounds } from './service.js';
import { openForProcess } from './process.js';

/**
 * Opens the service and registers it with the functions framework as `collect`. SIGTERM, SIGINT and a crash end the process
 * in order from then on.
 *
 * @throws CollectorError BAD_SETTINGS, MODULE_FAILED
 */
export function registerCollect(config: Config, pages: PagesModule) {
  const service = openForProcess(config, pages);
  http('collect', warnOnce(service));
  // The platform bounds the requests at once; here it is only files that may run out.
  return { service, bounds: serverBounds({ ...config, maxConnections: Infinity }, service) };
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

import { http } from '@google-cloud/functions-framework';
import { type Config, loadConfig } from './service/config.js';
import { takeFrameworkRequests } from './service/framework.js';
import { openService, type Service, serverBounds } from './service/service.js';
import { installShutdownHandlers } from './service/shutdown.js';
import { viewerPages } from './viewer/beside_function.js';
import { reportFailedStart } from './service/failed_start.js';
import { standardError } from './telemetry/standard_error.js';

/**
 * The function: target `collect`. All that is here lives as long as the instance: a warm invocation finds the store open
 * and the state cache filled. (`logdog-collector serve` is the same without the functions framework.)
 */

function start(): [Service, Config] {
  try {
    const config = loadConfig(process.env);
    return [openService(config, { pages: viewerPages }), config];
  } catch (thrown) {
    reportFailedStart(thrown, standardError);
    process.exit(1);
  }
}

const [service, config] = start();
/** The function, and what ends it: it answers what is under way and closes the backends. */
export const { handle: collect, stop } = service;

installShutdownHandlers(service);
http('collect', collect);
// The platform bounds the requests at once; here it is only files that may run out.
takeFrameworkRequests(collect, {
  ...serverBounds({ ...config, maxConnections: Infinity }, service.log),
  onFull: service.giveUpSlow,
});

import { spellProxies } from './http/proxy.js';
import { loadConfig } from './service/config.js';
import { reportFailedStart } from './service/process.js';
import { frameworkPort, takeFrameworkServer } from './service/framework.js';
import { registerCollect } from './service/function.js';
import { standardError } from './telemetry/standard_error.js';
import { viewerPages } from './viewer/beside_function.js';

/**
 * The function: target `collect`. All that is here lives as long as the instance: a warm invocation finds the store open
 * and the state cache filled. (`logdog-collector serve` is the same without the functions framework.)
 */

function start() {
  try {
    spellProxies(process.env);
    return registerCollect(loadConfig(process.env), viewerPages);
  } catch (thrown) {
    reportFailedStart(thrown, standardError);
    process.exit(1);
  }
}

const { service, bounds } = start();
/** Handles a request to the function: a push by POST, the state of the process by GET. Never rejects. */
export const collect = service.handle;
/** Ends the function: answers what is under way, and closes the backends. The process goes on. */
export const stop = service.stop;

takeFrameworkServer(frameworkPort(process.argv, process.env), collect, bounds);

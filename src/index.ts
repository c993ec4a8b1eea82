import { http } from '@google-cloud/functions-framework';
import { loadConfig } from './config.js';
import { takeFrameworkRequests } from './push/framework.js';
import { openService, type Service } from './service.js';
import { endInOrder } from './shutdown.js';
import { tellFailedStart } from './telemetry/failed_start.js';

/**
 * The function: target `collect`. All that is here lives as long as the instance: a warm invocation finds the store open
 * and the state cache filled. (`logdog-collector serve` is the same without the functions framework.)
 */

function start(): Service {
  try {
    return openService(loadConfig(process.env));
  } catch (thrown) {
    tellFailedStart(thrown, process.stderr);
    process.exit(1);
  }
}

const service = start();
export const { stop } = service;

endInOrder(service);
http('collect', service.handle);
takeFrameworkRequests(service.handle);

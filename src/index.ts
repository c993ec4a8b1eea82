import { http } from '@google-cloud/functions-framework';
import { loadConfig } from './config.js';
import { CollectorError } from './errors.js';
import { lightenFramework } from './push/light_framework.js';
import { keepBodiesRaw } from './push/raw_bodies.js';
import { openService, type Service } from './service.js';
import { endInOrder } from './shutdown.js';

/**
 * The function: target `collect`. All that is here lives as long as the instance: a warm invocation finds the store open
 * and the state cache filled. (`logdog-collector serve` is the same without the functions framework.)
 */

/** Ends a start that cannot work, with what to do about it. */
function giveUp(thrown: unknown): never {
  const known = thrown instanceof CollectorError && thrown.code !== 'INTERNAL';
  const why = thrown instanceof Error ? (known ? thrown.message : thrown.stack) : String(thrown);
  process.stderr.write(`logdog-collector cannot start: ${why}\n`);
  process.exit(1);
}

function start(): Service {
  try {
    return openService(loadConfig(process.env));
  } catch (thrown) {
    return giveUp(thrown);
  }
}

const service = start();
export const { stop } = service;

keepBodiesRaw();
lightenFramework();
endInOrder(service);
http('collect', service.handle);

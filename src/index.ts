import { http } from '@google-cloud/functions-framework';
import { openBackends } from './backends.js';
import { Collector } from './collector/collector.js';
import { loadConfig } from './config.js';
import { CachedCoordinator } from './coordinator/cache.js';
import { CollectorError } from './errors.js';
import { PushHandler } from './push/handler.js';
import { keepBodiesRaw } from './push/raw_bodies.js';
import { drainOnSignals } from './shutdown.js';
import { PinoLog } from './telemetry/log.js';

/**
 * The function: target `collect`. All that is here lives as long as the instance: a warm invocation finds the store open
 * and the state cache filled.
 */

/** Cloud Run kills 10 s after SIGTERM: by then the answers must be out and the backends closed too. */
const DRAIN_MS = 8000;

/** Ends a start that cannot work, with what to do about it. */
function giveUp(thrown: unknown): never {
  const known = thrown instanceof CollectorError && thrown.code !== 'INTERNAL';
  const why = thrown instanceof Error ? (known ? thrown.message : thrown.stack) : String(thrown);
  process.stderr.write(`logdog-collector cannot start: ${why}\n`);
  process.exit(1);
}

function start() {
  try {
    const config = loadConfig(process.env);
    const log = new PinoLog(config.logLevel);
    const warn = (message: string) => {
      log.write('warning', message, {});
    };
    return { config, log, backends: openBackends(config, warn) };
  } catch (thrown) {
    return giveUp(thrown);
  }
}

const { config, log, backends } = start();
const { storage } = backends;
const { maxMessageWorkers, maxStreams, messageDeadlineMs, maxInFlightBytes } = config;
const coordinator = new CachedCoordinator(backends.coordinator, {
  size: config.stateCacheSize,
  expirationMs: config.stateCacheExpirationMs,
});
const collector = new Collector({ coordinator, storage, maxMessageWorkers, maxStreams });
const handler = new PushHandler({ collector, log, messageDeadlineMs, maxInFlightBytes });

/** Takes nothing more in, answers what is under way, and lets go of the backends. */
export async function stop(): Promise<void> {
  await handler.close(DRAIN_MS);
  await collector.close();
  await coordinator.close();
  await backends.close();
}

keepBodiesRaw();
drainOnSignals(stop);
http('collect', handler.handle);

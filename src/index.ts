import { http } from '@google-cloud/functions-framework';
import { Collector } from './collector/collector.js';
import { type Config, loadConfig } from './config.js';
import { CachedCoordinator } from './coordinator/cache.js';
import { EmbeddedCoordinator } from './coordinator/embedded.js';
import { CollectorError } from './errors.js';
import { PushHandler } from './push/handler.js';
import { keepBodiesRaw } from './push/raw_bodies.js';
import { drainOnSignals } from './shutdown.js';
import { openEnvironment } from './storage/environment.js';
import { LmdbStorage } from './storage/lmdb.js';
import { PinoLog } from './telemetry/log.js';

/**
 * The function: target `collect`. All that is here lives as long as the instance: a warm invocation finds the store open
 * and the state cache filled.
 */

/** Cloud Run kills 10 s after SIGTERM: by then the answers must be out and the backends closed too. */
const DRAIN_MS = 8000;

/** Chooses the backends, and opens them. */
function open(config: Config) {
  const environment = openEnvironment(config.dataDir);
  const storage = new LmdbStorage({ environment, maxRowSize: config.rowLimitBytes });
  const embedded = new EmbeddedCoordinator({
    environment,
    strict: config.coordinatorStrict,
    prefixExpirationMs: config.coordinatorPrefixExpirationMs,
  });
  const coordinator = new CachedCoordinator(embedded, {
    size: config.stateCacheSize,
    expirationMs: config.stateCacheExpirationMs,
  });
  const close = async () => {
    await coordinator.close();
    await storage.close();
    await environment.close();
  };
  return { coordinator, storage, close };
}

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
    return { config, backends: open(config) };
  } catch (thrown) {
    return giveUp(thrown);
  }
}

const { config, backends } = start();
const { coordinator, storage } = backends;
const { maxMessageWorkers, maxStreams, messageDeadlineMs, maxInFlightBytes } = config;
const collector = new Collector({ coordinator, storage, maxMessageWorkers, maxStreams });
const log = new PinoLog(config.logLevel);
const handler = new PushHandler({ collector, log, messageDeadlineMs, maxInFlightBytes });

/** Takes nothing more in, answers what is under way, and lets go of the backends. */
export async function stop(): Promise<void> {
  await handler.close(DRAIN_MS);
  await collector.close();
  await backends.close();
}

keepBodiesRaw();
drainOnSignals(stop);
http('collect', handler.handle);

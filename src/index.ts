import { http } from '@google-cloud/functions-framework';
import { Collector } from './collector/collector.js';
import { type Config, loadConfig } from './config.js';
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

/** Cloud Run kills 10 s after SIGTERM: by then the backends must be closed too. */
const DRAIN_MS = 8000;

interface Running {
  readonly collector: Collector;
  close(): Promise<void>;
}

/** Chooses the backends, and opens them. What only one choice needs is loaded for that one. */
async function open(config: Config): Promise<Running> {
  const { openEnvironment } = await import('./storage/environment.js');
  const { LmdbStorage } = await import('./storage/lmdb.js');
  const { EmbeddedCoordinator } = await import('./coordinator/embedded.js');
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
  const { maxMessageWorkers, maxStreams } = config;
  const collector = new Collector({ coordinator, storage, maxMessageWorkers, maxStreams });
  const close = async () => {
    await collector.close();
    await coordinator.close();
    await storage.close();
    await environment.close();
  };
  return { collector, close };
}

/** Ends a start that cannot work, with what to do about it. */
function giveUp(thrown: unknown): never {
  const known = thrown instanceof CollectorError && thrown.code !== 'INTERNAL';
  const why = thrown instanceof Error ? (known ? thrown.message : thrown.stack) : String(thrown);
  process.stderr.write(`logdog-collector cannot start: ${why}\n`);
  process.exit(1);
}

function settings(): Config {
  try {
    return loadConfig(process.env);
  } catch (thrown) {
    return giveUp(thrown);
  }
}

const config = settings();
const running = open(config);
running.catch(giveUp);

const handler = new PushHandler({
  collector: running.then(({ collector }) => collector),
  log: new PinoLog(config.logLevel),
  messageDeadlineMs: config.messageDeadlineMs,
  maxInFlightBytes: config.maxInFlightBytes,
});

keepBodiesRaw();
drainOnSignals(async () => {
  await handler.close(DRAIN_MS);
  await (await running).close();
});
http('collect', handler.handle);

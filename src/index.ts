import type { ServerResponse } from 'node:http';
import { http } from '@google-cloud/functions-framework';
import { Collector } from './collector/collector.js';
import { type Config, loadConfig } from './config.js';
import { CachedCoordinator } from './coordinator/cache.js';
import { EmbeddedCoordinator } from './coordinator/embedded.js';
import type { PrpcServer } from './coordinator/served/prpc_server.js';
import { CollectorError } from './errors.js';
import type { PushRequest } from './push/body.js';
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
  return { coordinator, embedded, storage, close };
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
const { coordinatorServe, logBundleTopic } = config;
const collector = new Collector({ coordinator, storage, maxMessageWorkers, maxStreams });
const log = new PinoLog(config.logLevel);
const handler = new PushHandler({ collector, log, messageDeadlineMs, maxInFlightBytes });

/** The embedded Coordinator for other processes: loaded when the first of them calls. */
let served: Promise<PrpcServer> | undefined;

function serve(): Promise<PrpcServer> {
  served ??= import('./coordinator/served/served.js').then(({ serveCoordinator }) =>
    serveCoordinator({ coordinator: backends.embedded, storage, logBundleTopic, log }),
  );
  return served;
}

async function handle(request: PushRequest, response: ServerResponse): Promise<void> {
  const isCall = coordinatorServe && request.url?.startsWith('/prpc/') === true;
  const { handle } = isCall ? await serve() : handler;
  await handle(request, response);
}

/** Takes nothing more in, answers what is under way, and lets go of the backends. */
export async function stop(): Promise<void> {
  const server = await served;
  await Promise.all([handler.close(DRAIN_MS), server?.close(DRAIN_MS)]);
  await collector.close();
  await backends.close();
}

keepBodiesRaw();
drainOnSignals(stop);
http('collect', handle);

import type { ServerResponse } from 'node:http';
import { http } from '@google-cloud/functions-framework';
import { openBackends } from './backends.js';
import { Collector } from './collector/collector.js';
import { loadConfig } from './config.js';
import { CachedCoordinator } from './coordinator/cache.js';
import type { EmbeddedCoordinator } from './coordinator/embedded.js';
import type { PrpcServer } from './coordinator/served/prpc_server.js';
import { CollectorError } from './errors.js';
import type { PushRequest } from './push/body.js';
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
const { coordinatorServe, coordinatorHost, logBundleTopic } = config;
/** The Coordinator that others may call: the embedded one, where it is the one in use. */
const serving =
  coordinatorServe && coordinatorHost === '' ? backends.embedded?.coordinator : undefined;
const coordinator = new CachedCoordinator(backends.coordinator, {
  size: config.stateCacheSize,
  expirationMs: config.stateCacheExpirationMs,
});
const collector = new Collector({
  coordinator,
  storage,
  // Rows that go out in groups have their own bounds, and would wait for each other in vain.
  maxMessageWorkers: config.bigtableWrites === 'grouped' ? Infinity : maxMessageWorkers,
  maxStreams,
});
const handler = new PushHandler({ collector, log, messageDeadlineMs, maxInFlightBytes });

/** The embedded Coordinator for other processes: loaded when the first of them calls. */
let served: Promise<PrpcServer> | undefined;

function serve(coordinator: EmbeddedCoordinator): Promise<PrpcServer> {
  served ??= import('./coordinator/served/served.js').then(({ serveCoordinator }) =>
    serveCoordinator({ coordinator, storage, logBundleTopic, log }),
  );
  return served;
}

async function handle(request: PushRequest, response: ServerResponse): Promise<void> {
  const call = serving !== undefined && request.url?.startsWith('/prpc/') === true;
  const { handle } = call ? await serve(serving) : handler;
  await handle(request, response);
}

/** Takes nothing more in, answers what is under way, and lets go of the backends. */
export async function stop(): Promise<void> {
  const server = await served;
  await Promise.all([handler.close(DRAIN_MS), server?.close(DRAIN_MS)]);
  await collector.close();
  await coordinator.close();
  await backends.close();
}

keepBodiesRaw();
drainOnSignals(stop);
http('collect', handle);

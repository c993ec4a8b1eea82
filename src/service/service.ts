import type { ServerResponse } from 'node:http';
import { openBackends, usesBigtable, usesRemote } from './backends.js';
import { Collector } from '../collector/collector.js';
import type { Config } from './config.js';
import { SLOW_FACTOR } from '../common/hedges.js';
import { type LateModule, lateModule } from '../common/late_module.js';
import { CachedCoordinator } from '../coordinator/cache.js';
import type { PrpcServer } from '../local/served/prpc_server.js';
import { asCollectorError, CollectorError } from '../common/errors.js';
import type { PushRequest } from '../http/body.js';
import type { RequestHandler } from '../http/server.js';
import { PushHandler } from '../push/handler.js';
import { DRAIN_MS } from '../push/limits.js';
import { connectionsMax } from '../http/open_files.js';
import { stackTrace } from '../push/outcome.js';
import { refuseCall } from './refuse_call.js';
import type { ServerBounds } from '../http/server_bounds.js';
import type { LineSink } from '../telemetry/log_line.js';
import { JsonLog, type Log } from '../telemetry/log.js';
import { openAuthenticator, openDeadLetters, openTelemetry } from './parts.js';
import type { Readiness } from './readiness.js';
import type { LocalCoordinator } from '../local/coordinator/local_coordinator.js';
import type { Storage } from '../storage/storage.js';

/** Loaded when the first request asks for it. */
const readiness = lateModule(
  () => require('./readiness.js') as typeof import('./readiness.js'),
  'the check of the backends',
);

/** The Collector behind any HTTP server. It lives as long as the process: the store stays open, the cache filled. */
export interface Service {
  /** Handles one request. Never rejects. */
  readonly handle: (request: PushRequest, response: ServerResponse) => Promise<void>;
  /** Takes nothing more in, answers what is under way, and lets go of the backends. */
  readonly stop: () => Promise<void>;
  /** Gives up the requests whose peers are slow to send or to take. */
  readonly giveUpSlow: () => void;
  readonly log: Log;
  /** Returns the metrics as text for Prometheus; undefined where METRICS_SERVE does not enable that. */
  readonly metricsText: () => Promise<string> | undefined;
  /** Says why the process must end, brings back what is under way, and resolves when that is answered. */
  readonly abandon: (cause: unknown) => Promise<void>;
}

export interface ServiceOptions {
  /** Pages that show the logs, where the local Coordinator has them; default: none. */
  readonly pages?: PagesModule;
  /** Where the log goes; default: standard error. */
  readonly sink?: LineSink;
}

/**
 * Puts the parts together, as the settings say. Nothing is connected yet.
 *
 * @throws CollectorError BAD_SETTINGS, MODULE_FAILED
 */
export function openService(config: Config, { pages, sink }: ServiceOptions = {}): Service {
  const log = new JsonLog(config.logLevel, sink);
  const problemLogger =
    (what: string) =>
    ({ code, message }: CollectorError) => {
      log.write('error', `${what}: ${message}`, { code });
    };
  const authenticator = openAuthenticator(config, log);
  const backends = openBackends(config, warningsTo(log));
  const telemetry = openTelemetry(config, log, {
    inFlightBytes: () => handler.inFlightBytes,
    cache: () => coordinator.stats,
  });
  const { storage, local } = backends;
  /** The Coordinator that others may call: the local one, where it is the one in use. */
  const serving = config.coordinatorServe && !usesRemote(config) ? local?.coordinator : undefined;
  const coordinator = new CachedCoordinator(backends.coordinator, {
    size: config.stateCacheSize,
    expirationMs: config.stateCacheExpirationMs,
    // A change of the local store is a matter of milliseconds, and some thousands of them share a commit.
    abandons: usesRemote(config),
  });
  if (local !== undefined) {
    local.environment.onChange = (problem) => {
      const what = 'the local store is unavailable, and pushes are answered with 503';
      if (problem) problemLogger(what)(problem);
      else log.write('info', 'the local store is reachable again', {});
    };
    local.onForgotten = (stream) => coordinator.forget(stream);
  }
  const groupsRows = usesBigtable(config) && config.bigtableWrites === 'grouped';
  const collector = new Collector({
    coordinator,
    storage: telemetry?.timePuts(storage) ?? storage,
    maxMessageWorkers: storage.putsAtOnce ?? config.maxMessageWorkers,
    // Where rows are grouped, a large one still takes a call of its own.
    maxLargeStores: groupsRows ? config.maxMessageWorkers : 0,
    maxStreams: config.maxStreams,
    maxUnpackedBytes: config.maxUnpackedBytes,
  });
  let asked: Readiness | undefined;
  const handler = new PushHandler({
    collector,
    log,
    authenticator,
    telemetry,
    deadLetters: openDeadLetters(config, local),
    problem: () => local?.environment.problem,
    unreachable: () => {
      asked ??= readiness.get().openReadiness(config, backends);
      return asked.unreachable();
    },
    traceProject: config.traceProject || config.bigtableProject,
    messageDeadlineMs: config.messageDeadlineMs,
    maxInFlightBytes: config.maxInFlightBytes,
  });

  let closing = false;
  /** The local Coordinator for other processes: loaded when the first of them calls. */
  const served =
    serving &&
    lateModule(
      () => {
        const { serveCoordinator } =
          require('../local/served/served.js') as typeof import('../local/served/served.js');
        const { logBundleTopic } = config;
        return serveCoordinator({ coordinator: serving, storage, logBundleTopic, log });
      },
      'the Coordinator for other processes',
      problemLogger('calls are answered with 503'),
    );

  /** The pages that show logs, where they are on this machine: opened when a browser asks for them. */
  const viewer =
    pages &&
    serving &&
    lateModule(
      () => {
        const call: RequestHandler = (...args) => handleLate(served!, ...args);
        return pages.open({ records: serving, storage, log, call }, config.host);
      },
      'the log viewer',
      problemLogger('the viewer is answered with 503'),
    );

  function handle(request: PushRequest, response: ServerResponse): Promise<void> {
    if (viewer && pages.accepts(request)) return handleLate(viewer, request, response);
    if (served && request.url?.startsWith('/prpc/')) return handleLate(served, request, response);
    return handler.handle(request, response);
  }

  /** Handles a request with a module that may have to be loaded first; answers 503 where it cannot be. */
  async function handleLate(
    module: LateModule<PrpcServer | Pages>,
    request: PushRequest,
    response: ServerResponse,
  ): Promise<void> {
    let server: PrpcServer | Pages;
    try {
      if (closing && module.loaded === undefined) throw new CollectorError('SHUTTING_DOWN');
      server = module.get();
    } catch (thrown) {
      await refuseCall(request, response, asCollectorError(thrown));
      return;
    }
    await server.handle(request, response);
  }

  async function close(graceMs: number): Promise<void> {
    closing = true;
    const readers = [viewer?.loaded?.close(), served?.loaded?.close(graceMs)];
    await Promise.all([handler.close(graceMs), ...readers]);
  }

  function giveUpSlow(): void {
    handler.giveUpSlow();
    served?.loaded?.giveUpSlow();
  }

  let stopped: Promise<void> | undefined;
  const stop = () => (stopped ??= end());

  async function end(): Promise<void> {
    await close(DRAIN_MS);
    await collector.close();
    // Its figures are those of what is still open.
    await telemetry?.close();
    await coordinator.close();
    await backends.close();
  }

  async function abandon(cause: unknown): Promise<void> {
    log.write('error', 'a bug ends the process: an error was not caught', {
      code: 'INTERNAL',
      ...stackTrace(cause),
    });
    await close(0);
  }

  const metricsText = () => telemetry?.metricsText();
  return { handle, stop, giveUpSlow, abandon, log, metricsText };
}

/** The bounds of the server in front of a service: MAX_CONNECTIONS, or fewer where files would run out before. */
export function serverBounds(
  config: Config,
  { log, giveUpSlow }: Pick<Service, 'log' | 'giveUpSlow'>,
): ServerBounds {
  const { maxConnections: wanted, coordinatorMaxCalls, deadLetterMaxCalls } = config;
  // With slow Batches, and as many calls of theirs by themselves.
  const coordinator = usesRemote(config) ? coordinatorMaxCalls * (1 + 2 * SLOW_FACTOR) : 0;
  const maxConnections = connectionsMax(wanted, coordinator + deadLetterMaxCalls);
  if (maxConnections < wanted && wanted !== Infinity) {
    const what = `${maxConnections} connections are accepted at once, not ${wanted}`;
    log.write('info', `${what}: the limit of open files (ulimit -n) allows no more`, {});
  }
  return { maxConnections, onFull: giveUpSlow, warn: warningsTo(log) };
}

function warningsTo(log: Log): (message: string) => void {
  return (message) => {
    log.write('warning', message, {});
  };
}

/** What the pages show: the logs of the local Coordinator's streams. */
export interface ShownStore {
  readonly records: LocalCoordinator;
  readonly storage: Storage;
  readonly log: Log;
  readonly call: RequestHandler;
}

export interface Pages {
  readonly handle: RequestHandler;
  close(): Promise<void>;
}

/** Pages that are served on the function's own port. They are opened at the first request for them. */
export interface PagesModule {
  accepts(request: PushRequest): boolean;
  /**
   * @param host where the function listens: HOST, whose default is loopback with a local backend
   * @throws CollectorError MODULE_FAILED
   */
  open(store: ShownStore, host: string): Pages;
}

import { randomUUID } from 'node:crypto';
import { OTLPMetricExporter } from '@opentelemetry/exporter-metrics-otlp-http';
import {
  detectResources,
  envDetector,
  type Resource,
  resourceFromAttributes,
} from '@opentelemetry/resources';
import { MeterProvider } from '@opentelemetry/sdk-metrics';
import { asCollectorError } from '../../common/errors.js';
import { lateModule } from '../../common/late_module.js';
import { version } from '../../common/package_root.js';
import { Flusher } from '../flusher.js';
import type { Log } from '../log.js';
import type { Gauges, Telemetry } from '../telemetry.js';
import { AskedReader, exportBy, receiverOptions } from './export.js';
import { Metrics } from './metrics.js';

const SCOPE = 'logdog-collector';
/** So much of why nothing could be sent is logged. */
const MAX_REASON_CHARS = 200;

const traceSdk = lateModule(
  () => require('./traces.js') as typeof import('./traces.js'),
  'the part of OpenTelemetry for traces',
);

const prometheusPage = lateModule(
  () => require('./prometheus.js') as typeof import('./prometheus.js'),
  'the part of OpenTelemetry for Prometheus',
);

export interface OtelOptions {
  /** The name of the service in metrics and traces, where no variable of OpenTelemetry has one; default: SCOPE. */
  readonly serviceName?: string | undefined;
  /** The base URL of the receiver; `/v1/metrics` and `/v1/traces` are added. Empty: none are sent. */
  readonly otlpEndpoint: string;
  /** Whether metrics are also given as text for Prometheus. */
  readonly prometheus: boolean;
  readonly metricExportIntervalMs: number;
  readonly tracesExporter: 'otlp' | 'none';
}

/**
 * Metrics, and traces where they are wanted, sent by OTLP over HTTP as JSON. Headers, time-outs, the sampler and the
 * attributes of the resource are read from OpenTelemetry's own environment variables, by its own code.
 */
export function openOtel(
  { serviceName, otlpEndpoint, prometheus, metricExportIntervalMs, tracesExporter }: OtelOptions,
  log: Log,
  gauges: Gauges,
): Telemetry {
  const resource = describeSelf(serviceName);
  const urlOf = (signal: string) => `${otlpEndpoint.replace(/\/$/, '')}/v1/${signal}`;
  const sender = otlpEndpoint === '' ? undefined : openSender(urlOf('metrics'));
  const page = prometheus ? prometheusPage.get().openPage() : undefined;
  const readers = [sender, page].flatMap((one) => one?.reader ?? []);
  const metrics = new Metrics(
    new MeterProvider({ resource, readers }).getMeter(SCOPE, version()),
    gauges,
  );
  const traces =
    tracesExporter === 'otlp'
      ? traceSdk.get().openTraces(urlOf('traces'), resource, SCOPE, version())
      : undefined;

  async function send(): Promise<void> {
    for (const one of await Promise.allSettled([sender?.send(), traces?.send()])) {
      if (one.status === 'rejected') throw one.reason;
    }
  }

  const onSent = tellOfFailures(log, otlpEndpoint);
  const flusher = new Flusher({ send, onSent, intervalMs: metricExportIntervalMs });
  return {
    ended: (push, headers) => {
      try {
        metrics.ended(push);
        traces?.traces.ended(push, headers);
      } catch (thrown) {
        const why = thrown instanceof Error ? thrown.name : typeof thrown;
        log.write('error', `a bug: a push was not counted: ${why}`, {});
      }
    },
    flush: () => flusher.flush(traces?.isFull()),
    metricsText: () => page?.text(),
    timePuts: (storage) => ({
      put: async (request, options) => {
        const startMs = performance.now();
        try {
          await storage.put(request, options);
          metrics.put(performance.now() - startMs, 'OK');
        } catch (thrown) {
          metrics.put(performance.now() - startMs, asCollectorError(thrown).code);
          throw thrown;
        }
      },
    }),
    close: () => flusher.close(),
  };
}

/** Sends metrics to a receiver, when it is told to. */
function openSender(url: string) {
  const exporter = new OTLPMetricExporter(receiverOptions(url));
  const reader = new AskedReader({
    aggregationSelector: (type) => exporter.selectAggregation(type),
    aggregationTemporalitySelector: (type) => exporter.selectAggregationTemporality(type),
  });
  const send = async () => {
    const { resourceMetrics } = await reader.collect();
    await exportBy(exporter, resourceMetrics);
  };
  return { reader, send };
}

/** The resource of the instance: each instance has its own figures, and an id that distinguishes them. */
function describeSelf(serviceName = SCOPE): Resource {
  return resourceFromAttributes({
    'service.name': serviceName,
    'service.version': version(),
    'service.instance.id': randomUUID(),
  }).merge(detectResources({ detectors: [envDetector] }));
}

/** Logs the first failure of a row, and that it is over: one that goes on for hours is no news. */
function tellOfFailures(log: Log, endpoint: string): (failure?: unknown) => void {
  let failing = false;
  return (failure) => {
    const failed = failure !== undefined;
    if (failed && !failing) {
      const why = failure instanceof Error ? failure.message : 'unknown';
      const reason = why.slice(0, MAX_REASON_CHARS);
      log.write('warning', `metrics and traces do not reach ${endpoint}: ${reason}`, { reason });
    }
    if (!failed && failing) log.write('info', `metrics and traces reach ${endpoint} again`, {});
    failing = failed;
  };
}

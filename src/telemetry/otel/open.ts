import { randomUUID } from 'node:crypto';
import { OTLPMetricExporter } from '@opentelemetry/exporter-metrics-otlp-http';
import {
  detectResources,
  envDetector,
  type Resource,
  resourceFromAttributes,
} from '@opentelemetry/resources';
import { MeterProvider } from '@opentelemetry/sdk-metrics';
import { lateModule } from '../../common/late_module.js';
import { version } from '../../common/version.js';
import { Flusher } from '../flusher.js';
import type { Log } from '../log.js';
import type { Gauges, Telemetry } from '../telemetry.js';
import { AskedReader } from './export.js';
import { Metrics } from './metrics.js';
import { OtelTelemetry } from './otel.js';
import { receiverOptions } from './receiver.js';

const SCOPE = 'logdog-collector';
/** So much of why nothing could be sent is logged. */
const MAX_REASON_CHARS = 200;

const traceSdk = lateModule(
  () => require('./open_traces.js') as typeof import('./open_traces.js'),
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
  const reader =
    otlpEndpoint === ''
      ? undefined
      : new AskedReader(new OTLPMetricExporter(receiverOptions(urlOf('metrics'))));
  const page = prometheus ? new (prometheusPage.get().PrometheusReader)() : undefined;
  const readers = [reader, page].filter((one) => one !== undefined);
  const meter = new MeterProvider({ resource, readers }).getMeter(SCOPE, version());
  const traces =
    tracesExporter === 'otlp'
      ? traceSdk.get().openTraces(urlOf('traces'), resource, SCOPE, version())
      : undefined;

  async function send(): Promise<void> {
    for (const one of await Promise.allSettled([reader?.send(), traces?.send()])) {
      if (one.status === 'rejected') throw one.reason;
    }
  }

  const onSent = tellOfFailures(log, otlpEndpoint);
  return new OtelTelemetry({
    metrics: new Metrics(meter, gauges),
    page,
    traces,
    flusher: new Flusher({ send, onSent, intervalMs: metricExportIntervalMs }),
    onBug: (thrown) => {
      const why = thrown instanceof Error ? thrown.name : typeof thrown;
      log.write('error', `a bug: a push was not counted: ${why}`, {});
    },
  });
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

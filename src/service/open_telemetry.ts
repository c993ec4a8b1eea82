import { lateModule } from '../common/late_module.js';
import type { Config } from './config.js';
import type { Log } from '../telemetry/log.js';
import type { Gauges, Telemetry } from '../telemetry/telemetry.js';

const otel = lateModule(
  () => require('../telemetry/otel/open.js') as typeof import('../telemetry/otel/open.js'),
  'OpenTelemetry',
);

/** What the settings say of metrics and traces; undefined, and nothing of it loaded, where nothing is to be sent or served. */
export function openTelemetry(config: Config, log: Log, gauges: Gauges): Telemetry | undefined {
  const { otlpEndpoint, metricsServe: prometheus } = config;
  if (otlpEndpoint === '' && !prometheus) return undefined;
  return otel
    .get()
    .openOtel({ ...config, prometheus, serviceName: process.env.K_SERVICE }, log, gauges);
}

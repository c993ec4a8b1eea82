import { lateModule } from '../common/late_module.js';
import type { Config } from './config.js';
import type { Log } from '../telemetry/log.js';
import type { Gauges, Telemetry } from '../telemetry/telemetry.js';

const otel = lateModule(
  () => require('../telemetry/otel/open.js') as typeof import('../telemetry/otel/open.js'),
  'OpenTelemetry',
);

/** What the settings say of metrics and traces; undefined, and nothing of it loaded, where they name no receiver. */
export function openTelemetry(config: Config, log: Log, gauges: Gauges): Telemetry | undefined {
  if (config.otlpEndpoint === '') return undefined;
  return otel.get().openOtel(config, log, gauges);
}

import { createRequire } from 'node:module';
import type { Config } from '../config.js';
import type { Log } from './log.js';
import type { Gauges, Telemetry } from './telemetry.js';

/** What the settings say of metrics and traces; undefined, and nothing of it loaded, where they name no receiver. */
export function openTelemetry(config: Config, log: Log, gauges: Gauges): Telemetry | undefined {
  if (config.otlpEndpoint === '') return undefined;
  const { openOtel } = createRequire(__filename)(
    './otel/open.js',
  ) as typeof import('./otel/open.js');
  return openOtel(config, log, gauges);
}

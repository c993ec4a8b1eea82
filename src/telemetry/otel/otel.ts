import type { IncomingHttpHeaders } from 'node:http';
import { asCollectorError } from '../../common/errors.js';
import type { Storage } from '../../storage/storage.js';
import type { Flusher } from '../flusher.js';
import type { EndedPush, Telemetry } from '../telemetry.js';
import type { Metrics } from './metrics.js';
import type { PrometheusReader } from './prometheus.js';
import type { OpenedTraces } from './open_traces.js';

export interface OtelParts {
  readonly metrics: Metrics;
  readonly traces: OpenedTraces | undefined;
  /** The metrics as text for Prometheus, where that is enabled. */
  readonly page: PrometheusReader | undefined;
  readonly flusher: Flusher;
  /** Is called with what is thrown here, which must fail no push. */
  readonly onBug: (thrown: unknown) => void;
}

/** Metrics and traces by OpenTelemetry. */
export class OtelTelemetry implements Telemetry {
  constructor(private readonly parts: OtelParts) {}

  ended(push: EndedPush, headers: IncomingHttpHeaders): void {
    const { metrics, traces, onBug } = this.parts;
    try {
      metrics.ended(push);
      traces?.traces.ended(push, headers);
    } catch (thrown) {
      onBug(thrown);
    }
  }

  flush(): Promise<void> | undefined {
    const { flusher, traces } = this.parts;
    return flusher.flush(traces?.isFull());
  }

  metricsText(): Promise<string> | undefined {
    return this.parts.page?.text();
  }

  timePuts(storage: Pick<Storage, 'put'>): Pick<Storage, 'put'> {
    const { metrics } = this.parts;
    return {
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
    };
  }

  close(): Promise<void> {
    return this.parts.flusher.close();
  }
}

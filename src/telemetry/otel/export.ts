import { MetricReader, type PushMetricExporter } from '@opentelemetry/sdk-metrics';

/** How an exporter ends: 0 is success. */
interface ExportResult {
  readonly code: number;
  readonly error?: Error;
}

interface Exporter<T> {
  export(items: T, onResult: (result: ExportResult) => void): void;
}

/** Sends by an exporter. Rejects with what it says. */
export function exportBy<T>(exporter: Exporter<T>, items: T): Promise<void> {
  return new Promise((resolve, reject) => {
    exporter.export(items, ({ code, error }) => {
      if (code === 0) resolve();
      else reject(error ?? new Error('the exporter failed'));
    });
  });
}

/** Hands the metrics out when they are asked for, and never by itself: its owner says when they are sent. */
export class AskedReader extends MetricReader {
  constructor(private readonly exporter: PushMetricExporter) {
    super({
      aggregationSelector: (type) => exporter.selectAggregation!(type),
      aggregationTemporalitySelector: (type) => exporter.selectAggregationTemporality!(type),
    });
  }

  async send(): Promise<void> {
    const { resourceMetrics } = await this.collect();
    await exportBy(this.exporter, resourceMetrics);
  }

  protected onForceFlush(): Promise<void> {
    return Promise.resolve();
  }

  protected onShutdown(): Promise<void> {
    return Promise.resolve();
  }
}

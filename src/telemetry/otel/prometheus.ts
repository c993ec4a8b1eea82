import { PrometheusSerializer } from '@opentelemetry/exporter-prometheus';
import { AggregationTemporality } from '@opentelemetry/sdk-metrics';
import { AskedReader } from './export.js';

/** Gives the metrics in the text format of Prometheus whenever they are asked for. */
export function openPage() {
  const serializer = new PrometheusSerializer();
  const reader = new AskedReader({
    aggregationTemporalitySelector: () => AggregationTemporality.CUMULATIVE,
  });
  const text = async () => serializer.serialize((await reader.collect()).resourceMetrics);
  return { reader, text };
}

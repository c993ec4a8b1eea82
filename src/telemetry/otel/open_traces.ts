import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import type { Resource } from '@opentelemetry/resources';
import { BasicTracerProvider } from '@opentelemetry/sdk-trace-base';
import { exportBy } from './export.js';
import { HeldSpans } from './held_spans.js';
import { receiverOptions } from './receiver.js';
import { Traces } from './traces.js';

/** Traces, and what sends them. */
export interface OpenedTraces {
  readonly traces: Traces;
  /** Whether spans had better be sent soon. */
  isFull(): boolean;
  /** Sends what has ended. Rejects with what the exporter says; what was to be sent is gone then. */
  send(): Promise<void>;
}

/** Opens traces; apart from metrics, for it loads what only they need. */
export function openTraces(
  url: string,
  resource: Resource,
  scope: string,
  version: string,
): OpenedTraces {
  const spans = new HeldSpans();
  const exporter = new OTLPTraceExporter(receiverOptions(url));
  const provider = new BasicTracerProvider({ resource, spanProcessors: [spans] });
  return {
    traces: new Traces(provider.getTracer(scope, version)),
    isFull: () => spans.isFull,
    send: async () => {
      const held = spans.take();
      if (held.length > 0) await exportBy(exporter, held);
    },
  };
}

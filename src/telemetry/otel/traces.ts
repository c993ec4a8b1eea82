import type { IncomingHttpHeaders } from 'node:http';
import {
  type Attributes,
  type Context,
  ROOT_CONTEXT,
  type Span,
  SpanKind,
  SpanStatusCode,
  trace,
  TraceFlags,
  type Tracer,
} from '@opentelemetry/api';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import type { Resource } from '@opentelemetry/resources';
import {
  BasicTracerProvider,
  type ReadableSpan,
  type SpanProcessor,
} from '@opentelemetry/sdk-trace-base';
import type { EntryTime } from '../../collector/entry_times.js';
import { wholeReason } from '../../collector/result.js';
import type { Refusal } from '../../common/errors.js';
import { printable } from '../../common/printable.js';
import type { EndedPush } from '../telemetry.js';
import { traceContextOf } from '../trace_context.js';
import { exportBy, receiverOptions } from './export.js';

/** The most streams of a message that have a span: a bundle may have thousands. */
export const MAX_STREAM_SPANS = 100;
/** The most spans that are held until they are sent; spans in excess are dropped. */
export const MAX_HELD_SPANS = 2048;
/** The most characters of a status message. */
const MAX_STATUS_CHARS = 500;

/** Opens traces, and what sends them; apart from metrics, for it loads what only they need. */
export function openTraces(url: string, resource: Resource, scope: string, version: string) {
  const spans = new HeldSpans();
  const exporter = new OTLPTraceExporter(receiverOptions(url));
  const provider = new BasicTracerProvider({ resource, spanProcessors: [spans] });
  return {
    traces: new Traces(provider.getTracer(scope, version)),
    /** Whether spans had better be sent soon. */
    isFull: () => spans.isFull,
    /** Sends what has ended. Rejects with what the exporter says; what was to be sent is gone then. */
    send: async () => {
      const held = spans.take();
      if (held.length > 0) await exportBy(exporter, held);
    },
  };
}

/** Makes the spans of pushes: one a message, with a child a stream. */
export class Traces {
  constructor(private readonly tracer: Tracer) {}

  /** Tells of a push that has ended, and of when its parts began and ended. */
  ended(push: EndedPush, headers: IncomingHttpHeaders): void {
    const { result, rejection, times } = push;
    // Rejected pushes must not fill the traces.
    if (times === undefined || rejection !== undefined) return;
    const startTime = epochMs(times.startMs);
    const options = { kind: SpanKind.CONSUMER, startTime, attributes: attributesOf(push) };
    const span = this.tracer.startSpan('logdog.collect', options, parentOf(headers));
    if (span.isRecording()) {
      const entries = result.entryTimes?.ended ?? [];
      for (const entry of entries.slice(0, MAX_STREAM_SPANS)) this.addStream(span, entry);
      setStatus(span, wholeReason(result));
    }
    span.end(epochMs(times.startMs + times.totalMs()));
  }

  private addStream(parent: Span, { streamType, startMs, endMs, result }: EntryTime): void {
    const { path, outcome, logs } = result;
    const reason = 'reason' in result ? result.reason : undefined;
    const attributes = {
      'logdog.path': path,
      'logdog.stream_type': streamType,
      'logdog.outcome': outcome,
      'logdog.logs': logs,
      'logdog.code': reason?.code,
    };
    const options = { startTime: epochMs(startMs), attributes };
    const span = this.tracer.startSpan(
      'logdog.stream',
      options,
      trace.setSpan(ROOT_CONTEXT, parent),
    );
    setStatus(span, reason);
    span.end(epochMs(endMs));
  }
}

/** Those that are undefined are left out by OpenTelemetry. */
function attributesOf({ messageId, result, times }: EndedPush): Attributes {
  const { project, prefix, entryTimes } = result;
  const leftOut = (entryTimes?.ended.length ?? 0) - MAX_STREAM_SPANS;
  return {
    'messaging.system': 'gcp_pubsub',
    'messaging.operation.type': 'process',
    'messaging.message.id': messageId,
    'messaging.message.body.size': times?.messageBytes,
    'logdog.project': project,
    'logdog.prefix': prefix,
    'logdog.streams': entryTimes?.streamTypes.length ?? 0,
    'logdog.streams_left_out': leftOut > 0 ? leftOut : undefined,
    'logdog.code': wholeReason(result)?.code,
  };
}

function setStatus(span: Span, failure: Refusal | undefined): void {
  if (failure === undefined) return;
  const message = printable(failure.message.slice(0, MAX_STATUS_CHARS));
  span.setStatus({ code: SpanStatusCode.ERROR, message });
}

function parentOf(headers: IncomingHttpHeaders): Context {
  const context = traceContextOf(headers);
  if (context === undefined) return ROOT_CONTEXT;
  const { traceId, spanId, sampled } = context;
  const traceFlags = sampled ? TraceFlags.SAMPLED : TraceFlags.NONE;
  return trace.setSpanContext(ROOT_CONTEXT, { traceId, spanId, traceFlags, isRemote: true });
}

/** From the time of `performance.now` to milliseconds since 1970. */
function epochMs(ms: number): number {
  return performance.timeOrigin + ms;
}

/** Holds ended spans until they are taken. */
export class HeldSpans implements SpanProcessor {
  private held: ReadableSpan[] = [];

  onStart(): void {
    // Only what has ended is sent.
  }

  onEnd(span: ReadableSpan): void {
    if (this.held.length < MAX_HELD_SPANS) this.held.push(span);
  }

  /** Whether it is time to take them: another large message might not find room. */
  get isFull(): boolean {
    return this.held.length >= MAX_HELD_SPANS / 4;
  }

  take(): ReadableSpan[] {
    const taken = this.held;
    this.held = [];
    return taken;
  }

  forceFlush(): Promise<void> {
    return Promise.resolve();
  }

  shutdown(): Promise<void> {
    return Promise.resolve();
  }
}

import type { IncomingHttpHeaders } from 'node:http';

/** The trace that a request belongs to, as its sender tells. */
export interface TraceContext {
  /** 32 digits of lowercase hex. */
  readonly traceId: string;
  /** 16 digits of lowercase hex: the span that is the parent of ours. */
  readonly spanId: string;
  readonly sampled: boolean;
}

/** W3C Trace Context, section 3.2: version, trace, span and flags; a later version may have more. */
const TRACEPARENT = /^(?!ff)([\da-f]{2})-([\da-f]{32})-([\da-f]{16})-([\da-f]{2})(?:$|-)/;
const FIRST_VERSION_LENGTH = 55;
/** Google's older header: trace, span as a decimal number, and whether it is sampled. */
const CLOUD_TRACE = /^([\da-f]{32})\/(\d{1,20})(?:;o=(\d))?$/i;
/** No trace, and no span, has the number 0. */
const ZERO = /^0+$/;
const SAMPLED = 1;

/** The trace of a request; undefined where its headers name none, or are not well-formed. */
export function traceContextOf(headers: IncomingHttpHeaders): TraceContext | undefined {
  return fromTraceparent(headers.traceparent) ?? fromCloudTrace(headers['x-cloud-trace-context']);
}

/**
 * The fields by which Cloud Logging puts a line with its trace.
 *
 * @param project whose trace it is; without one, the bare id is what the platform may complete
 */
export function traceFields(headers: IncomingHttpHeaders, project: string): object {
  const context = traceContextOf(headers);
  if (context === undefined) return {};
  const { traceId, spanId, sampled } = context;
  return {
    'logging.googleapis.com/trace':
      project === '' ? traceId : `projects/${project}/traces/${traceId}`,
    'logging.googleapis.com/spanId': spanId,
    'logging.googleapis.com/trace_sampled': sampled,
  };
}

function fromTraceparent(header: unknown): TraceContext | undefined {
  if (typeof header !== 'string') return undefined;
  const [, version, traceId = '', spanId = '', flags = ''] = TRACEPARENT.exec(header) ?? [];
  if (version === '00' && header.length !== FIRST_VERSION_LENGTH) return undefined;
  return contextOf(traceId, spanId, (parseInt(flags, 16) & SAMPLED) !== 0);
}

function fromCloudTrace(header: unknown): TraceContext | undefined {
  if (typeof header !== 'string') return undefined;
  const [, traceId = '', span = '', option] = CLOUD_TRACE.exec(header) ?? [];
  const spanId = span === '' ? '' : BigInt(span).toString(16).padStart(16, '0');
  return contextOf(traceId.toLowerCase(), spanId, option === '1');
}

function contextOf(traceId: string, spanId: string, sampled: boolean): TraceContext | undefined {
  if (traceId === '' || ZERO.test(traceId) || ZERO.test(spanId) || spanId.length !== 16) {
    return undefined;
  }
  return { traceId, spanId, sampled };
}

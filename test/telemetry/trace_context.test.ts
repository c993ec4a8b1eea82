import { traceContextOf, traceFields } from '../../src/telemetry/trace_context.js';

const TRACE = '0af7651916cd43dd8448eb211c80319c';
const SPAN = 'b7ad6b7169203331';
const context = (sampled: boolean) => ({ traceId: TRACE, spanId: SPAN, sampled });
const decimal = String(BigInt(`0x${SPAN}`));

describe('the trace of a request', () => {
  test.each([
    ['is that of traceparent', { traceparent: `00-${TRACE}-${SPAN}-01` }, context(true)],
    ['is sampled by the last bit alone', { traceparent: `00-${TRACE}-${SPAN}-02` }, context(false)],
    ['may be of a later version', { traceparent: `cc-${TRACE}-${SPAN}-01-what` }, context(true)],
    [
      'is that of the older header',
      { 'x-cloud-trace-context': `${TRACE}/${decimal};o=1` },
      context(true),
    ],
    [
      'has its span filled up to 16 digits',
      { 'x-cloud-trace-context': `${TRACE.toUpperCase()}/255` },
      { traceId: TRACE, spanId: '00000000000000ff', sampled: false },
    ],
    [
      'is that of traceparent, where there are both',
      { traceparent: `00-${TRACE}-${SPAN}-00`, 'x-cloud-trace-context': `${SPAN}${SPAN}/1;o=1` },
      context(false),
    ],
    [
      'is that of the older header, where traceparent is broken',
      { traceparent: `00-${TRACE}`, 'x-cloud-trace-context': `${TRACE}/${decimal}` },
      context(false),
    ],
  ])('%s', (_name, headers, expected) => {
    expect(traceContextOf(headers)).toEqual(expected);
  });

  test.each([
    ['no header', {}],
    ['the version that is none', { traceparent: `ff-${TRACE}-${SPAN}-01` }],
    ['more than the first version has', { traceparent: `00-${TRACE}-${SPAN}-01-what` }],
    ['uppercase', { traceparent: `00-${TRACE.toUpperCase()}-${SPAN}-01` }],
    ['a trace of zeros', { traceparent: `00-${'0'.repeat(32)}-${SPAN}-01` }],
    ['a span of zeros', { traceparent: `00-${TRACE}-${'0'.repeat(16)}-01` }],
    ['control characters', { traceparent: `00-${TRACE}-${SPAN}-01\u001b[0m` }],
    ['a span past 64 bits', { 'x-cloud-trace-context': `${TRACE}/99999999999999999999` }],
    ['a span that is no number', { 'x-cloud-trace-context': `${TRACE}/x` }],
    ['a span of 0', { 'x-cloud-trace-context': `${TRACE}/0` }],
  ])('is none for %s', (_name, headers) => {
    expect(traceContextOf(headers)).toBeUndefined();
    expect(traceFields(headers, 'p')).toEqual({});
  });

  test.each([
    ['with its project', 'my-project', `projects/my-project/traces/${TRACE}`],
    ['bare where no project is known', '', TRACE],
  ])('goes into a log line as Cloud Logging reads it, %s', (_name, project, trace) => {
    expect(traceFields({ traceparent: `00-${TRACE}-${SPAN}-01` }, project)).toEqual({
      'logging.googleapis.com/trace': trace,
      'logging.googleapis.com/spanId': SPAN,
      'logging.googleapis.com/trace_sampled': true,
    });
  });
});

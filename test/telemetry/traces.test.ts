import {
  BasicTracerProvider,
  ParentBasedSampler,
  AlwaysOnSampler,
} from '@opentelemetry/sdk-trace-base';
import { EntryTimes } from '../../src/collector/entry_times.js';
import type { EntryResult } from '../../src/collector/entry_result.js';
import { errorResult } from '../../src/collector/result.js';
import { CollectorError } from '../../src/common/errors.js';
import { Stopwatch } from '../../src/common/stopwatch.js';
import type { EndedPush } from '../../src/telemetry/telemetry.js';
import {
  HeldSpans,
  MAX_HELD_SPANS,
  MAX_STREAM_SPANS,
  Traces,
} from '../../src/telemetry/otel/traces.js';

const TRACE = '0123456789abcdef'.repeat(2);
const SPAN = 'fedcba9876543210';

function rig() {
  const spans = new HeldSpans();
  const sampler = new ParentBasedSampler({ root: new AlwaysOnSampler() });
  const provider = new BasicTracerProvider({ sampler, spanProcessors: [spans] });
  return { spans, traces: new Traces(provider.getTracer('test')) };
}

/** A push of a message with this many streams, which took a millisecond each. */
async function pushOf(streams: number): Promise<EndedPush> {
  let nowMs = 1000;
  const now = () => nowMs++;
  const times = new Stopwatch(now);
  const entryTimes = new EntryTimes(now);
  for (let at = 0; at < streams; at++) {
    const result: EntryResult = { path: `p/+/${at}`, outcome: 'stored', logs: 3 };
    await entryTimes.follow('TEXT', Promise.resolve(result));
  }
  times.stop();
  const facts = { project: 'proj', prefix: 'p', entries: [], entryTimes };
  return { messageId: '7', result: { outcome: 'done', ...facts }, times };
}

describe('the trace of a message', () => {
  test('has one span, a child of the request, with one child per stream', async () => {
    const { spans, traces } = rig();
    traces.ended(await pushOf(2), { traceparent: `00-${TRACE}-${SPAN}-01` });
    const [first, second, message, ...rest] = spans.take();
    expect(rest).toEqual([]);
    expect(message).toMatchObject({
      name: 'logdog.collect',
      parentSpanContext: { traceId: TRACE, spanId: SPAN },
      attributes: { 'messaging.message.id': '7', 'logdog.project': 'proj', 'logdog.prefix': 'p' },
    });
    for (const [at, stream] of [first!, second!].entries()) {
      expect(stream).toMatchObject({
        name: 'logdog.stream',
        parentSpanContext: { spanId: message!.spanContext().spanId },
        attributes: { 'logdog.path': `p/+/${at}`, 'logdog.outcome': 'stored', 'logdog.logs': 3 },
      });
      expect(stream.spanContext().traceId).toBe(TRACE);
      expect(stream.duration).toEqual([0, 1_000_000]);
    }
  });

  test('is omitted if the sender does not sample it', async () => {
    const { spans, traces } = rig();
    traces.ended(await pushOf(2), { traceparent: `00-${TRACE}-${SPAN}-00` });
    expect(spans.take()).toEqual([]);
  });

  test('is omitted if the push was rejected', async () => {
    const { spans, traces } = rig();
    const rejection = new CollectorError('FORBIDDEN');
    traces.ended({ ...(await pushOf(0)), result: errorResult(rejection), rejection }, {});
    expect(spans.take()).toEqual([]);
  });

  test('has a bounded number of streams, and says how many it omits', async () => {
    const { spans, traces } = rig();
    traces.ended(await pushOf(MAX_STREAM_SPANS + 20), {});
    const held = spans.take();
    expect(held).toHaveLength(MAX_STREAM_SPANS + 1);
    expect(held.at(-1)!.attributes).toMatchObject({ 'logdog.streams_left_out': 20 });
  });

  test('is held up to MAX_HELD_SPANS until it is taken', async () => {
    const { spans, traces } = rig();
    const push = await pushOf(MAX_STREAM_SPANS);
    expect(spans.isFull).toBe(false);
    for (let held = 0; held <= MAX_HELD_SPANS; held += MAX_STREAM_SPANS + 1) {
      traces.ended(push, {});
    }
    expect(spans.isFull).toBe(true);
    expect(spans.take()).toHaveLength(MAX_HELD_SPANS);
    expect(spans.take()).toEqual([]);
  });
});

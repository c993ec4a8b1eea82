import {
  BasicTracerProvider,
  ParentBasedSampler,
  AlwaysOnSampler,
} from '@opentelemetry/sdk-trace-base';
import type { EntryResult } from '../../src/collector/result.js';
import { CollectorError } from '../../src/common/errors.js';
import { Stopwatch } from '../../src/common/stopwatch.js';
import { HeldSpans, MAX_HELD_SPANS } from '../../src/telemetry/otel/held_spans.js';
import { MAX_STREAM_SPANS, Traces } from '../../src/telemetry/otel/traces.js';

const TRACE = '0123456789abcdef'.repeat(2);
const SPAN = 'fedcba9876543210';

function rig() {
  const spans = new HeldSpans();
  const sampler = new ParentBasedSampler({ root: new AlwaysOnSampler() });
  const provider = new BasicTracerProvider({ sampler, spanProcessors: [spans] });
  return { spans, traces: new Traces(provider.getTracer('test')) };
}

/** The times of a message with so many streams, which took a millisecond each. */
async function timesOf(streams: number): Promise<Stopwatch> {
  let nowMs = 1000;
  const times = new Stopwatch(() => nowMs++);
  for (let at = 0; at < streams; at++) {
    const result: EntryResult = { path: `p/+/${at}`, outcome: 'stored', logs: 3 };
    await times.follow('TEXT', Promise.resolve({ result }));
  }
  times.stop();
  return times;
}

describe('the trace of a message', () => {
  test('has one span, a child of the request, with a child a stream', async () => {
    const { spans, traces } = rig();
    const result = { project: 'proj', prefix: 'p', entries: [] };
    const push = { messageId: '7', result, times: await timesOf(2) };
    traces.ended(push, { traceparent: `00-${TRACE}-${SPAN}-01` });
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

  test('is left out where the sender does not sample it', async () => {
    const { spans, traces } = rig();
    const push = { times: await timesOf(2) };
    traces.ended(push, { traceparent: `00-${TRACE}-${SPAN}-00` });
    expect(spans.take()).toEqual([]);
  });

  test('is left out where the push was not let in', async () => {
    const { spans, traces } = rig();
    const turnedAway = new CollectorError('CANCELLED');
    traces.ended({ error: turnedAway, turnedAway, times: await timesOf(0) }, {});
    expect(spans.take()).toEqual([]);
  });

  test('has a bounded number of streams, and says how many it leaves out', async () => {
    const { spans, traces } = rig();
    traces.ended({ times: await timesOf(MAX_STREAM_SPANS + 20) }, {});
    const held = spans.take();
    expect(held).toHaveLength(MAX_STREAM_SPANS + 1);
    expect(held.at(-1)!.attributes).toMatchObject({ 'logdog.streams_left_out': 20 });
  });

  test('is kept within bounds until somebody takes it', async () => {
    const { spans, traces } = rig();
    const times = await timesOf(MAX_STREAM_SPANS);
    expect(spans.isFull).toBe(false);
    for (let held = 0; held <= MAX_HELD_SPANS; held += MAX_STREAM_SPANS + 1) {
      traces.ended({ times }, {});
    }
    expect(spans.isFull).toBe(true);
    expect(spans.take()).toHaveLength(MAX_HELD_SPANS);
    expect(spans.take()).toEqual([]);
  });
});

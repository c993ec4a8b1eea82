import type { Meter } from '@opentelemetry/api';
import type { EntryTimes } from '../../collector/entry_times.js';
import type { ProcessResult } from '../../collector/result.js';
import type { ErrorCode } from '../../common/errors.js';
import { type Instrument, INSTRUMENTS } from '../instruments.js';
import type { Stopwatch } from '../../common/stopwatch.js';
import type { EndedPush, Gauges } from '../telemetry.js';

/** Where the buckets of every histogram begin: five a power of ten, as in the reference, past 10 MiB and ten minutes. */
const BUCKETS = Array.from({ length: 37 }, (_, at) => 10 ** (at / 5));

/** The values of the label `result`, as the Go Collector names them. */
const RESULT_LABELS = {
  done: 'success',
  'partly refused': 'failure',
  refused: 'failure',
  retry: 'transient_failure',
} as const satisfies Record<ProcessResult['outcome'], string>;

/** The metrics, filled push by push. */
export class Metrics {
  private readonly filled: ReturnType<typeof openInstruments>;

  constructor(meter: Meter, gauges: Gauges) {
    this.filled = openInstruments(meter);
    observe(meter, gauges);
  }

  ended({ result, times }: EndedPush): void {
    const { drops, retries, logs, pushes } = this.filled;
    if (result.outcome === 'refused') drops.add(1, { code: result.reason.code });
    if (result.outcome === 'retry') retries.add(1, { code: result.reason.code });
    for (const entry of result.entries) {
      if (entry.outcome === 'stored') logs.add(entry.logs);
      if (entry.outcome === 'refused') drops.add(1, { code: entry.reason.code });
    }
    pushes.add(1, { result: RESULT_LABELS[result.outcome] });
    if (times !== undefined) this.took(times, result.entryTimes);
  }

  put(ms: number, code: ErrorCode | 'OK'): void {
    this.filled.storeTime.record(ms, { code });
  }

  private took(times: Stopwatch, entryTimes: EntryTimes | undefined): void {
    const { filled } = this;
    const { streamTypes = [], ended = [] } = entryTimes ?? {};
    filled.pushTime.record(times.totalMs());
    for (const { streamType, startMs, endMs } of ended) {
      filled.entryTime.record(endMs - startMs, { stream: streamType });
    }
    for (const stream of streamTypes) filled.entries.add(1, { stream });
    // Without data there was nothing to look into.
    if (times.messageBytes === 0) return;
    filled.bundles.add(1);
    filled.bundleSize.record(times.messageBytes);
    if (times.stageMs('scan') !== undefined) filled.entriesPerBundle.record(streamTypes.length);
    const inflateMs = times.stageMs('inflate');
    if (inflateMs !== undefined) filled.inflateTime.record(inflateMs);
  }
}

function openInstruments(meter: Meter) {
  const counter = ({ name, unit, help }: Instrument) =>
    meter.createCounter(name, { unit, description: help });
  const histogram = ({ name, unit, help }: Instrument) => {
    const advice = { explicitBucketBoundaries: BUCKETS };
    return meter.createHistogram(name, { unit, description: help, advice });
  };
  return {
    bundles: counter(INSTRUMENTS.bundles),
    bundleSize: histogram(INSTRUMENTS.bundleSize),
    entriesPerBundle: histogram(INSTRUMENTS.entriesPerBundle),
    entries: counter(INSTRUMENTS.entries),
    entryTime: histogram(INSTRUMENTS.entryTime),
    logs: counter(INSTRUMENTS.logs),
    pushes: counter(INSTRUMENTS.pushes),
    pushTime: histogram(INSTRUMENTS.pushTime),
    drops: counter(INSTRUMENTS.drops),
    retries: counter(INSTRUMENTS.retries),
    inflateTime: histogram(INSTRUMENTS.inflateTime),
    storeTime: histogram(INSTRUMENTS.storeTime),
  };
}

/** What is kept elsewhere, and asked for when metrics are sent. */
function observe(meter: Meter, { inFlightBytes, cache }: Gauges): void {
  const gauge = ({ name, unit, help }: Instrument) =>
    meter.createObservableGauge(name, { unit, description: help });
  gauge(INSTRUMENTS.inFlightBytes).addCallback((result) => result.observe(inFlightBytes()));
  gauge(INSTRUMENTS.cacheSize).addCallback((result) => result.observe(cache().size));
  const { name, unit, help } = INSTRUMENTS.cache;
  meter.createObservableCounter(name, { unit, description: help }).addCallback((result) => {
    const { hits, misses } = cache();
    result.observe(hits, { hit: true });
    result.observe(misses, { hit: false });
  });
}

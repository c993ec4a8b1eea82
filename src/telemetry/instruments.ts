/** A metric: what is counted or measured, in which unit, and by which labels. */
export interface Instrument {
  readonly name: string;
  readonly kind: 'counter' | 'histogram' | 'gauge';
  /** As UCUM spells it; empty for plain numbers. */
  readonly unit: '' | 'ms' | 'By';
  /** Each has few values: the codes of the catalogue, the types of streams, yes and no. */
  readonly labels: readonly string[];
  /** The line of the documentation. */
  readonly help: string;
}

const counter = instruments('counter');
const histogram = instruments('histogram');
const gauge = instruments('gauge');

/** Lists every metric (protocol section 5). A test holds the documentation to it. */
export const INSTRUMENTS = {
  // Named as the Go Collector names them.
  bundles: counter('bundles', '', 'messages that were processed'),
  bundleSize: histogram('bundle/size', 'By', 'the size of a message as received'),
  entriesPerBundle: histogram('bundle/entries_per_bundle', '', 'the entries of a bundle'),
  entries: counter('bundle/entries', '', 'entries of bundles, by type of stream', 'stream'),
  entryTime: histogram(
    'bundle/entry/processing_time_ms',
    'ms',
    'the time that an entry took, by type of stream',
    'stream',
  ),
  logs: counter('logs', '', 'logs that were stored'),
  cache: counter(
    'coordinator/cache',
    '',
    'registrations that the state cache answered, or not',
    'hit',
  ),
  pushes: counter(
    'subscription/count',
    '',
    '`success`; `failure`: something was refused for good; `transient_failure`: it is retried',
    'result',
  ),
  pushTime: histogram(
    'subscription/processing_time_ms',
    'ms',
    'the time that a push took, from its arrival to its answer',
  ),
  // Metrics of this project alone.
  drops: counter(
    'drops',
    '',
    'entries that were refused for good, by code; a message refused as a whole counts as one',
    'code',
  ),
  retries: counter('retries', '', 'pushes that are retried, by code', 'code'),
  inflateTime: histogram('bundle/inflate_time_ms', 'ms', 'the time that a bundle took to inflate'),
  storeTime: histogram(
    'storage/put_time_ms',
    'ms',
    'the time that a put of logs took; the code is `OK`, or that of the error',
    'code',
  ),
  inFlightBytes: gauge('in_flight_bytes', 'By', 'the bytes of the pushes under way'),
  cacheSize: gauge('coordinator/cache_size', '', 'the streams in the state cache'),
} as const satisfies Record<string, Instrument>;

function instruments(kind: Instrument['kind']) {
  return (
    name: string,
    unit: Instrument['unit'],
    help: string,
    ...labels: readonly string[]
  ): Instrument => ({ name: `logdog/collector/${name}`, kind, unit, labels, help });
}

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

const PREFIX = 'logdog/collector/';

/** Lists every metric (protocol section 5). A test holds the documentation to it. */
export const INSTRUMENTS = {
  // Named as the Go Collector names them.
  bundles: counter('bundles', [], 'messages that were processed'),
  bundleSize: histogram('bundle/size', 'By', [], 'the size of a message as received'),
  entriesPerBundle: histogram('bundle/entries_per_bundle', '', [], 'the entries of a bundle'),
  entries: counter('bundle/entries', ['stream'], 'entries of bundles, by type of stream'),
  entryTime: histogram(
    'bundle/entry/processing_time_ms',
    'ms',
    ['stream'],
    'the time that an entry took, by type of stream',
  ),
  logs: counter('logs', [], 'logs that were stored'),
  cache: counter(
    'coordinator/cache',
    ['hit'],
    'registrations that the state cache answered, or not',
  ),
  pushes: counter(
    'subscription/count',
    ['result'],
    '`success`; `failure`: something was refused for good; `transient_failure`: it is retried',
  ),
  pushTime: histogram(
    'subscription/processing_time_ms',
    'ms',
    [],
    'the time that a push took, from its arrival to its answer',
  ),
  // Metrics of this project alone.
  drops: counter(
    'drops',
    ['code'],
    'entries that were refused for good, by code; a message refused as a whole counts as one',
  ),
  retries: counter('retries', ['code'], 'pushes that are retried, by code'),
  inflateTime: histogram(
    'bundle/inflate_time_ms',
    'ms',
    [],
    'the time that a bundle took to inflate',
  ),
  storeTime: histogram(
    'storage/put_time_ms',
    'ms',
    ['code'],
    'the time that a put of logs took; the code is `OK`, or that of the error',
  ),
  inFlightBytes: gauge('in_flight_bytes', 'By', 'the bytes of the pushes under way'),
  cacheSize: gauge('coordinator/cache_size', '', 'the streams in the state cache'),
} as const satisfies Record<string, Instrument>;

function counter(name: string, labels: readonly string[], help: string): Instrument {
  return { name: PREFIX + name, kind: 'counter', unit: '', labels, help };
}

function histogram(
  name: string,
  unit: Instrument['unit'],
  labels: readonly string[],
  help: string,
): Instrument {
  return { name: PREFIX + name, kind: 'histogram', unit, labels, help };
}

function gauge(name: string, unit: Instrument['unit'], help: string): Instrument {
  return { name: PREFIX + name, kind: 'gauge', unit, labels: [], help };
}

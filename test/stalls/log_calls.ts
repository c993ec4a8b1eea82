import {
  called,
  JSON_ANSWER,
  JSON_BOTH,
  pathRequest,
  prefixOf,
  registerAll,
  WITH_STATE,
} from './called.js';
import type { StallCase, StallRequest } from './case.js';
import {
  bundleUnder,
  datagram,
  descriptor,
  entry,
  field,
  filled,
  largeTag,
  numbered,
  scalar,
  zipped,
} from './wire.js';

const KiB = 1024;
const MiB = 1024 * KiB;
const GET = 'Logs/Get';
const TAIL = 'Logs/Tail';
const QUERY = 'Logs/Query';
const json = { headers: JSON_ANSWER } as const;

/** Pushes a bundle with one stream `n` of `calls/logs/RUN`. */
function push(run: number, type: number, logs: Uint8Array): StallRequest {
  return {
    path: '/',
    headers: { 'content-type': 'application/octet-stream', 'x-goog-pubsub-message-id': '1' },
    body: zipped(bundleUnder(`calls/logs/${run}`, entry(descriptor('n', type), logs))),
  };
}

/** A stream of its own for each case and run. */
let streams = 0;
let latest = '';

function stored(type: number, logs: () => Uint8Array): () => readonly StallRequest[] {
  return () => {
    const run = streams++;
    latest = `calls/logs/${run}/+/n`;
    return [push(run, type, logs())];
  };
}

const LINE = '0a03120178';
const logOf = (content: Uint8Array) => field(5, content);
const textOf = (lines: Uint8Array) => logOf(field(10, lines));
const MOST = 9 * MiB;

const GET_CASES = [
  called(GET, '100,000 logs', 200, () => pathRequest(latest), {
    prepare: stored(2, () => numbered(100_000, datagram)),
    short: true,
  }),
  called(GET, 'JSON, 100,000 logs', 200, () => pathRequest(latest), {
    ...json,
    prepare: stored(2, () => numbered(100_000, datagram)),
  }),
  called(GET, 'a log of five million lines', 200, () => pathRequest(latest), {
    prepare: stored(0, () => textOf(filled('0a00', MOST))),
  }),
  called(GET, 'JSON, a log of five million lines', 200, () => pathRequest(latest), {
    ...json,
    short: true,
    prepare: stored(0, () => textOf(filled('0a00', MOST))),
  }),
  called(GET, 'JSON, a log of a million lines with line ends', 200, () => pathRequest(latest), {
    ...json,
    prepare: stored(0, () => textOf(filled(field(1, Buffer.from('0a0178120130', 'hex')), MOST))),
  }),
  called(GET, 'JSON, a log of one large datagram', 200, () => pathRequest(latest), {
    ...json,
    prepare: stored(2, () => logOf(field(12, field(1, Buffer.alloc(MOST))))),
  }),
  called(GET, 'JSON, a log of short lines', 200, () => pathRequest(latest), {
    ...json,
    prepare: stored(0, () => textOf(filled(LINE, MOST))),
  }),
  called(GET, 'unknown fields', 400, () => filled('7800', 200 * KiB), { says: 'more than' }),
  called(TAIL, 'a log of five million lines', 200, () => pathRequest(latest), {
    prepare: stored(0, () => textOf(filled('0a00', MOST))),
  }),
  called(TAIL, 'JSON, a log of five million lines', 200, () => pathRequest(latest), {
    ...json,
    prepare: stored(0, () => textOf(filled('0a00', MOST))),
  }),
];

/** A case of Query over many streams. */
function query(
  name: string,
  kind: string,
  streamsOf: (prefix: string) => readonly StallRequest[],
  make: (prefix: string) => Buffer,
  differing: object = {},
): StallCase {
  return called(QUERY, name, 200, (run) => make(prefixOf(kind, run)), {
    prepare: (run) => streamsOf(prefixOf(kind, run)),
    ...differing,
  });
}

/** A name of 4,000 characters that ends in a number. */
const longName = (at: number) => `${'a'.repeat(3990)}b${String(at).padStart(9, '0')}`;
const literal = `${'a'.repeat(380)}b`;
const TEN_STARS = `*${`${literal}*`.repeat(9)}c`;
const RUNS = `${`**/${'a/'.repeat(10)}b/`.repeat(10)}**`;
const tagFilter = (at: number) => field(15, field(1, `k${at}`));
const largeTags = filled(largeTag(), MiB - 5000);
const large = (prefix: string) => registerAll(prefix, 12, (at) => `n${at}`, largeTags);
const unknown = (prefix: string) =>
  registerAll(prefix, 12, (at) => `n${at}`, field(9, Buffer.alloc(MiB - 5000, 0x78)));

const QUERY_CASES = [
  query(
    'ten stars against long names',
    'stars',
    (prefix) => registerAll(prefix, 1000, longName),
    (prefix) => pathRequest(`${prefix}/+/${TEN_STARS}`),
    { short: true },
  ),
  query(
    'ten ** against names of many components',
    'runs',
    (prefix) => registerAll(prefix, 1000, (at) => `${'a/'.repeat(2000)}${at}`.slice(0, 4096)),
    (prefix) => pathRequest(`${prefix}/+/${RUNS}`),
  ),
  query(
    '20,000 streams that do not match',
    'many',
    (prefix) => registerAll(prefix, 20_000, (at) => `n${at}`),
    (prefix) => pathRequest(`${prefix}/+/*/x`),
  ),
  query(
    'a filter of 4,000 tags',
    'filter',
    (prefix) =>
      registerAll(
        prefix,
        1000,
        (at) => `n${at}`,
        numbered(800, (at) => field(6, field(1, `k${at}`))),
      ),
    (prefix) => pathRequest(prefix, numbered(4000, tagFilter)),
  ),
  query('descriptors of 1 MiB of tags, filtered', 'large', large, (prefix) =>
    pathRequest(prefix, tagFilter(1)),
  ),
  query('one result of descriptors of 1 MiB', 'one', unknown, (prefix) =>
    pathRequest(prefix, scalar(6, 1), WITH_STATE),
  ),
  query('descriptors of 1 MiB of tags', 'state', large, (prefix) =>
    pathRequest(prefix, WITH_STATE),
  ),
  query(
    'JSON, descriptors of 1 MiB of tags',
    'json',
    large,
    (prefix) => pathRequest(prefix, WITH_STATE),
    json,
  ),
  query(
    'JSON, 500 streams with 300 tags',
    'tags',
    (prefix) =>
      registerAll(
        prefix,
        500,
        (at) => `n${at}`,
        numbered(300, (at) => field(6, field(1, `k${at}`))),
      ),
    (prefix) => pathRequest(prefix, WITH_STATE),
    json,
  ),
  called(QUERY, 'a glob of many components', 400, () =>
    pathRequest(`calls/x/+/${'a/'.repeat(1000)}**`),
  ),
  called(QUERY, 'unknown fields', 400, () => filled('7800', 200 * KiB), { says: 'more than' }),
  called(QUERY, 'JSON, many tags', 400, () => `{"tags":{${'"a":"",'.repeat(30_000)}"b":""}}`, {
    headers: JSON_BOTH,
    says: 'more than',
  }),
  called(QUERY, 'JSON, deep', 400, () => '{"a":'.repeat(40 * KiB), {
    headers: JSON_BOTH,
    says: 'deeper',
  }),
];

/** The worst calls for readers. */
export const LOG_CALL_CASES: readonly StallCase[] = [...GET_CASES, ...QUERY_CASES];

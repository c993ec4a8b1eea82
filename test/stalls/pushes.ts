import { buildMessage } from '../../src/testing/message.js';
import { REFUSED_LIMITS } from '../../src/local/dead_letter_table.js';
import type { StallCase, StallRequest } from './case.js';
import {
  bundle,
  descriptor,
  entry,
  field,
  join,
  LOG,
  MOST_BYTES,
  numbered,
  plain,
  scalar,
} from './wire.js';
import { pushed } from './pushed.js';

const WRAPPED = { 'content-type': 'application/json' } as const;
/** As large as a body may be. */
const MAX_BODY_BYTES = 14 * 1024 * 1024;
/** As many brackets and commas as an envelope may have. */
const MARKS = 130_000;

/** A case of a body of JSON. */
function wrapped(name: string, status: number, make: (run: number) => string): StallCase {
  const body = (run: number) => Buffer.from(make(run));
  return { name: `push: ${name}`, path: '/', headers: WRAPPED, make: body, status };
}

function envelope(data: string, more = ''): string {
  return `{"message":{"data":${data},"messageId":"1"${more}},"subscription":"s"}`;
}

const GOOD = `"${buildMessage({ streams: [{ name: 'n', logs: ['x'] }] }).toString('base64')}"`;

/**
 * Bodies that are costly to read, and messages that are costly to refuse, to log or to trace.
 *
 * @param most as many streams as a bundle may have
 */
export const pushCases = (most: number): readonly StallCase[] => [
  wrapped('a message of 10 MiB in base64', 204, () => {
    const log = field(5, field(11, field(2, Buffer.alloc(MOST_BYTES, 0x78))));
    return envelope(`"${plain(bundle(entry(descriptor('n', 1), log))).toString('base64')}"`);
  }),
  wrapped('14 MiB of spaces', 400, () => ' '.repeat(MAX_BODY_BYTES)),
  wrapped('14 MiB of brackets', 400, () => '['.repeat(MAX_BODY_BYTES)),
  wrapped('130,000 nested arrays', 400, () => '['.repeat(MARKS) + ']'.repeat(MARKS)),
  wrapped('130,000 nested arrays as data', 400, () =>
    envelope('['.repeat(MARKS - 10) + ']'.repeat(MARKS - 10)),
  ),
  wrapped('130,000 objects as data', 400, () => envelope(`[${'{},'.repeat(MARKS / 2 - 10)}0]`)),
  wrapped('65,000 nested objects with names of their own', 400, () => {
    const open = Array.from({ length: MARKS / 2 }, (_, at) => `{"k${at}":`).join('');
    return envelope(`${open}0${'}'.repeat(MARKS / 2)}`);
  }),
  wrapped('130,000 attributes', 400, () => {
    const names = Array.from({ length: MARKS - 10 }, (_, at) => `"k${at}":""`);
    return envelope(GOOD, `,"attributes":{${names.join(',')}}`);
  }),
  wrapped('a string of escapes', 200, () => envelope(`"${'\\u0000'.repeat(2_300_000)}"`)),
  wrapped('a long number', 200, () => envelope('1'.repeat(MAX_BODY_BYTES))),
  wrapped('data behind 14 MiB of spaces', 204, () =>
    envelope(`${' '.repeat(MAX_BODY_BYTES)}${GOOD}`),
  ),
  wrapped('base64 that is broken at its end', 200, () =>
    envelope(`"${'A'.repeat(MAX_BODY_BYTES - 8)}!!!!"`),
  ),
  wrapped('a text that is no base64', 200, () => envelope(`"${'ä'.repeat(7_000_000)}"`)),
  wrapped('two million names of the data', 200, () =>
    envelope(`"${'\\"data\\"'.repeat(1_700_000)}"`),
  ),
  pushed('10 MiB of noise', 200, () => Buffer.alloc(MOST_BYTES, 'noise')),
  {
    ...wrapped('a refused message where the table of them is full', 200, () => envelope('"!"')),
    prepare: (run) => (run === 0 ? refused() : []),
  },
  pushed(
    'a message of 10 MiB in rows of 1 KiB',
    204,
    () => plain(bundle(entry(descriptor('n', 2), numbered(10_000, datagramOf1KiB)))),
    { settings: { ROW_LIMIT_BYTES: '1100' } },
  ),
  pushed(
    'a message of 10 MiB in rows of 100 bytes',
    204,
    () => plain(bundle(entry(descriptor('n', 2), numbered(90_000, datagramOf100Bytes)))),
    { settings: { ROW_LIMIT_BYTES: '120' } },
  ),
  pushed(`${most} new streams, traced and logged`, 204, () => streams(most), {
    settings: {
      OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:9',
      OTEL_TRACES_EXPORTER: 'otlp',
      OTEL_METRIC_EXPORT_INTERVAL: '1',
      LOG_LEVEL: 'debug',
    },
  }),
];

function datagramOf1KiB(at: number): Buffer {
  return field(5, join(scalar(3, at), field(12, field(1, Buffer.alloc(1000)))));
}

function datagramOf100Bytes(at: number): Buffer {
  return field(5, join(scalar(3, at), field(12, field(1, Buffer.alloc(100)))));
}

/** Refused messages in a number that fills the table of them. */
function refused(): StallRequest[] {
  return Array.from({ length: REFUSED_LIMITS.messages }, (_, at) => ({
    path: '/',
    headers: WRAPPED,
    body: Buffer.from(envelope(`"!${at}"`)),
  }));
}

function streams(most: number): Buffer {
  return plain(bundle(numbered(most, (at) => entry(descriptor(`n${at}`), LOG))));
}

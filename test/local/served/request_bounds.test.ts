import { gzipSync } from 'node:zlib';
import {
  maxRequestBytes,
  MAX_BATCH_BYTES,
  MAX_BATCH_ENTRIES,
  MAX_JSON_BATCH_BYTES,
  MAX_JSON_DEPTH,
  MAX_JSON_MARKS,
  MAX_REQUEST_FIELDS,
  MAX_SMALL_REQUEST_BYTES,
} from '../../../src/local/served/request_limits.js';
import { Rig } from './rig.js';

const MiB = 1024 * 1024;
const JSON_TYPE = { 'content-type': 'application/json' };
const GZIP = { 'content-encoding': 'gzip' };
const EMPTY_ENTRY = Buffer.from('0a00', 'hex');

/** What a refused request may cost at most: it is refused before it becomes objects. */
const MAX_CPU_MS = 500;
const MAX_MEMORY_BYTES = 64 * MiB;

let rig: Rig;

beforeAll(async () => {
  rig = await new Rig().start();
  // The first call pays for what is loaded late.
  await rig.call('Logs/Get', {});
});

afterAll(() => rig.close());

async function post(method: string, headers: Record<string, string>, body: Uint8Array | string) {
  const answer = await rig.serving.post(`/prpc/logdog.${method}`, headers, Buffer.from(body));
  return [answer.status, answer.body.toString()] as const;
}

/** The unknown field 15, in this many bytes. */
function unknownField(bytes: number): Buffer {
  const field = Buffer.alloc(bytes);
  field[0] = 0x7a;
  for (let at = 0; at < 4; at++)
    field[at + 1] = (((bytes - 5) >>> (7 * at)) & 0x7f) | (at < 3 ? 0x80 : 0);
  return field;
}

const repeated = (hex: string, times: number) => Buffer.alloc((hex.length / 2) * times, hex, 'hex');
const FIELDS = `the request has more than ${MAX_REQUEST_FIELDS} fields`;
const MARKS = `the request has more than ${MAX_JSON_MARKS} braces`;
const DEPTH = `the request nests deeper than ${MAX_JSON_DEPTH} levels`;
const SIZE = 'the request size exceeds the server limit';
const INFLATED = 'the decompressed request size exceeds the server limit';

/** Each method, and a field of its request that may be there many times. */
const METHODS: [string, string][] = [
  ['Services/RegisterStream', '0a00'],
  ['Services/LoadStream', '0a00'],
  ['Services/TerminateStream', '0a00'],
  ['Services/Batch', '0a00'],
  ['Registration/RegisterPrefix', '1a00'],
  ['Logs/Get', '0a00'],
  ['Logs/Tail', '0a00'],
  ['Logs/Query', '7a00'],
];

type Case = [string, string, Record<string, string>, () => Buffer | string, string];

const CASES: Case[] = [
  [
    'Services/Batch',
    'of 500,000 empty entries in 1 kB of gzip',
    GZIP,
    () => gzipSync(repeated('0a00', 500_000)),
    FIELDS,
  ],
  [
    'Services/Batch',
    'of an entry with five million registrations',
    {},
    () => Buffer.concat([Buffer.from('0af8ffff04', 'hex'), repeated('0a00', (10 * MiB - 8) / 2)]),
    FIELDS,
  ],
  [
    'Services/Batch',
    'of groups in groups',
    {},
    () => Buffer.alloc(MAX_BATCH_BYTES, 0x7b),
    'cannot parse invalid wire-format data',
  ],
  ...METHODS.flatMap(([method, field]): Case[] => {
    const name = `logdog.${method}`;
    const list = '0,'.repeat(MAX_JSON_MARKS);
    return [
      [method, 'of one field too many', {}, () => repeated(field, MAX_REQUEST_FIELDS + 1), FIELDS],
      [method, 'of unknown fields', {}, () => repeated('7800', MAX_REQUEST_FIELDS + 1), FIELDS],
      [
        method,
        'of one byte too many',
        {},
        () => unknownField(maxRequestBytes(name, 'binary') + 1),
        SIZE,
      ],
      [
        method,
        'that inflates to one byte too many',
        GZIP,
        () => gzipSync(unknownField(maxRequestBytes(name, 'binary') + 1)),
        INFLATED,
      ],
      [
        method,
        'in JSON, one level too deep',
        JSON_TYPE,
        () => '['.repeat(MAX_JSON_DEPTH + 1),
        DEPTH,
      ],
      [method, 'in JSON, too wide', JSON_TYPE, () => `{"a":[${list}0]}`, MARKS],
      [
        method,
        'in JSON, of one byte too many',
        JSON_TYPE,
        () => '"'.padEnd(maxRequestBytes(name, 'json'), 'x') + '"',
        SIZE,
      ],
      [
        method,
        'in JSON that inflates to one byte too many',
        { ...JSON_TYPE, ...GZIP },
        () => gzipSync('"'.padEnd(maxRequestBytes(name, 'json'), 'x') + '"'),
        INFLATED,
      ],
    ];
  }),
];

test.each(CASES)(
  '%s: a request %s is refused before it costs much',
  async (method, _what, headers, make, why) => {
    const body = make();
    let cpuMs = Infinity;
    // What else the process does in that time, as collecting its garbage, counts too.
    for (let tries = 0; tries < 3 && cpuMs >= MAX_CPU_MS; tries++) {
      const cpu = process.cpuUsage();
      const memory = process.memoryUsage().rss;
      const [status, text] = await post(method, headers, body);
      const { user, system } = process.cpuUsage(cpu);
      cpuMs = (user + system) / 1000;
      expect(status).toBe(why === SIZE || why === INFLATED ? 503 : 400);
      expect(text).toContain(why);
      expect(process.memoryUsage().rss - memory).toBeLessThan(MAX_MEMORY_BYTES);
    }
    expect(cpuMs).toBeLessThan(MAX_CPU_MS);
  },
);

test.each<[string, Record<string, string>, Buffer | string, string]>([
  ['of all bytes', {}, unknownField(MAX_SMALL_REQUEST_BYTES), 'Logs/Get'],
  ['of all bytes, for a Batch', {}, unknownField(MAX_BATCH_BYTES), 'Services/Batch'],
  ['of all fields', {}, repeated('0a00', MAX_REQUEST_FIELDS), 'Logs/Query'],
  ['in JSON of all bytes', JSON_TYPE, '{}'.padEnd(MAX_JSON_BATCH_BYTES), 'Services/Batch'],
  [
    'in JSON of all levels',
    JSON_TYPE,
    `{"a":${'['.repeat(MAX_JSON_DEPTH - 1)}${']'.repeat(MAX_JSON_DEPTH - 1)}}`,
    'Logs/Query',
  ],
  [
    'in JSON of all marks, with others in strings',
    JSON_TYPE,
    `{"a":[${'0,'.repeat(MAX_JSON_MARKS - 6)}0],"b\\"\\\\":"${'{[,:'.repeat(10_000)}"}`,
    'Logs/Query',
  ],
])('a request %s is none too many', async (_what, headers, body, method) => {
  const [, text] = await post(method, headers, body);
  expect(text).not.toMatch(/could not decode|exceeds/);
});

describe('Services/Batch: the number of entries', () => {
  test('is refused past MAX_BATCH_ENTRIES', async () => {
    const [status, text] = await post(
      'Services/Batch',
      {},
      Buffer.alloc(2 * (MAX_BATCH_ENTRIES + 1), EMPTY_ENTRY),
    );
    expect([status, text]).toEqual([400, 'the Batch has 1001 entries, more than 1000\n']);
  });

  test('may be MAX_BATCH_ENTRIES, and each has an answer', async () => {
    const { resp } = await rig.answer('Services/Batch', {
      req: Array.from({ length: MAX_BATCH_ENTRIES }, () => ({})),
    });
    expect(resp).toHaveLength(MAX_BATCH_ENTRIES);
  });
});

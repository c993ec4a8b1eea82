import type { OutgoingHttpHeaders } from 'node:http';
import { constants, createDeflate, deflateSync, gzipSync } from 'node:zlib';
import { buildBundle, buildMessage } from '../../src/testing/message.js';
import { recordsOf } from '../../src/testing/records.js';
import { CANARY, CANARY_LOG, expectNoCanary } from './canary.js';
import { functionOfSuite, LAUNCHERS, wrap } from './function.js';

const MiB = 1024 * 1024;
/** type ButlerLogBundle, compression ZLIB, proto_version "1". */
const ZLIB_METADATA = Buffer.from([0x08, 1, 0x10, 1, 0x1a, 1, 0x31]);
/** The same, not compressed. */
const PLAIN_METADATA = Buffer.from([0x08, 1, 0x1a, 1, 0x31]);

const GOOD = { name: 'good', logs: [CANARY_LOG] };

function message(spec: Parameters<typeof buildMessage>[0] = {}): Buffer {
  return buildMessage({ secret: CANARY, streams: [GOOD], ...spec });
}

function envelope(data: unknown): Buffer {
  return Buffer.from(JSON.stringify({ message: { data } }));
}

/** 10 GiB of zeros in a zlib stream of under 10 MiB: one deflated stretch, over and over. */
async function zipBomb(): Promise<Buffer> {
  const stretch = await deflated(Buffer.alloc(64 * MiB));
  const [head, rest] = [stretch.subarray(0, 2), stretch.subarray(2)];
  const bomb = Buffer.concat([head, ...new Array<Buffer>(160).fill(rest)]);
  expect(bomb.length).toBeLessThan(10 * MiB);
  return recordsOf([ZLIB_METADATA, bomb]);
}

/** A zlib stream without its end: what follows it goes on where it stops. */
async function deflated(bytes: Buffer): Promise<Buffer> {
  const deflate = createDeflate({ level: 9, flush: constants.Z_FULL_FLUSH });
  const chunks: Buffer[] = [];
  deflate.on('data', (chunk: Buffer) => chunks.push(chunk));
  await new Promise((resolve) => deflate.write(bytes, resolve));
  deflate.destroy();
  return Buffer.concat(chunks);
}

/** An unknown field of groups in groups, as deep as told, in a bundle that is good otherwise. */
function deepGroups(depth: number): Buffer {
  const groups = Buffer.concat([Buffer.alloc(depth, 0x7b), Buffer.alloc(depth, 0x7c)]);
  const bundle = buildBundle({ secret: CANARY, streams: [GOOD] });
  return recordsOf([PLAIN_METADATA, Buffer.concat([bundle, groups])]);
}

/** Five million empty entries, of two bytes each, in a message of 10 kB. */
function emptyEntries(): Buffer {
  const entries = Buffer.alloc(10_000_000);
  for (let at = 0; at < entries.length; at += 2) entries[at] = 0x1a;
  const bundle = buildBundle({ secret: CANARY });
  return recordsOf([ZLIB_METADATA, deflateSync(Buffer.concat([bundle, entries]))]);
}

interface BadPush {
  readonly name: string;
  readonly body: Buffer | (() => Promise<Buffer>);
  readonly status: number;
  readonly code: string;
  readonly headers?: OutgoingHttpHeaders;
  readonly method?: string;
}

const BAD_PUSHES: BadPush[] = [
  {
    name: 'that is not JSON',
    body: Buffer.from(`{"message": ${CANARY.toString()}`),
    status: 400,
    code: 'NOT_A_PUSH',
  },
  {
    name: 'that is not even text',
    body: Buffer.concat([CANARY, Buffer.alloc(1000, 0xff)]),
    status: 400,
    code: 'NOT_A_PUSH',
  },
  {
    name: 'that is a form',
    body: Buffer.from(`secret=${CANARY.toString()}`),
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    status: 400,
    code: 'NOT_A_PUSH',
  },
  { name: 'without a message', body: Buffer.from('{}'), status: 400, code: 'NOT_A_PUSH' },
  { name: 'without a body', body: Buffer.alloc(0), status: 400, code: 'NOT_A_PUSH' },
  {
    name: 'of nothing but brackets',
    body: Buffer.alloc(14 * MiB, '['),
    status: 400,
    code: 'NOT_A_PUSH',
  },
  { name: 'of 30 MB', body: Buffer.alloc(30e6, 'A'), status: 413, code: 'BODY_TOO_LARGE' },
  {
    name: 'by another method',
    body: wrap(message()),
    method: 'PUT',
    status: 405,
    code: 'METHOD_NOT_ALLOWED',
  },
  {
    name: 'that is zipped',
    body: gzipSync(wrap(message())),
    headers: { 'content-encoding': 'gzip' },
    status: 415,
    code: 'UNSUPPORTED_ENCODING',
  },
  {
    name: 'that is zipped, and a gigabyte',
    // Zip files that follow each other are one.
    body: Buffer.concat(new Array<Buffer>(16).fill(gzipSync(Buffer.alloc(64 * MiB)))),
    headers: { 'content-encoding': 'gzip' },
    status: 415,
    code: 'UNSUPPORTED_ENCODING',
  },
  { name: 'without data', body: envelope(undefined), status: 200, code: 'NO_DATA' },
  { name: 'with empty data', body: envelope(''), status: 200, code: 'NO_DATA' },
  {
    name: 'with broken base64',
    body: envelope(`${CANARY.toString('base64')}*`),
    status: 200,
    code: 'BAD_BASE64',
  },
  {
    name: 'of broken frames',
    body: wrap(message().subarray(0, -1)),
    status: 200,
    code: 'BAD_FRAME',
  },
  {
    name: 'of an unknown version',
    body: wrap(message({ protoVersion: '2' })),
    status: 200,
    code: 'UNKNOWN_VERSION',
  },
  {
    name: 'with a zip bomb of 10 GiB',
    body: async () => wrap(await zipBomb()),
    status: 200,
    code: 'BUNDLE_TOO_LARGE',
  },
  {
    name: 'with five million empty entries',
    body: wrap(emptyEntries()),
    status: 503,
    code: 'TOO_MANY_STREAMS',
  },
  {
    name: 'with groups 10,000 deep',
    body: wrap(deepGroups(10_000)),
    status: 200,
    code: 'BAD_PROTOBUF',
  },
  {
    name: 'with a wrong secret',
    body: wrap(message({ prefix: 'good', secret: Buffer.from(CANARY).reverse() })),
    status: 200,
    code: 'COORDINATOR_REFUSED',
  },
  {
    name: 'with a secret that is too short',
    body: wrap(message({ secret: CANARY.subarray(1) })),
    status: 200,
    code: 'BAD_SECRET',
  },
];

/** What a bad push may cost at most while it is worked on: a body, its text, its data and a bundle, twice. */
const MAX_GROWTH_BYTES = 120 * MiB;
const onLinux = process.platform === 'linux';

describe.each(LAUNCHERS)('the function, started by %s,', (launcher) => {
  const { collect } = functionOfSuite(launcher);
  let before: number;

  beforeAll(async () => {
    await collect().push(message({ prefix: 'good' }));
    before = onLinux ? collect().privateBytes() : 0;
  });

  afterAll(() => {
    expectNoCanary(collect().output);
  });

  test.each(BAD_PUSHES)(
    'answers a push $name with $status $code, says why, and takes the next good one',
    async ({ name, body, headers, method, status, code }) => {
      const sent = typeof body === 'function' ? await body() : body;
      const reply = await collect().send(sent, headers, method);
      expect(reply.status).toBe(status);
      const { code: told, refused } = JSON.parse(reply.text) as {
        code?: string;
        message?: string;
        refused?: { code: string; message: string }[];
      };
      expect(told ?? refused?.[0]?.code).toBe(code);
      expect(reply.text).toMatch(/"message":"[^"]{15,300}"/);
      const next = message({
        prefix: 'good',
        streams: [{ ...GOOD, name: name.replaceAll(/\W/g, '-') }],
      });
      expect((await collect().push(next)).status).toBe(204);
    },
  );

  (onLinux ? test : test.skip)('needs no more memory after all of that', () => {
    expect(collect().privateBytes() - before).toBeLessThan(MAX_GROWTH_BYTES);
  });
});

import { readFileSync } from 'node:fs';
import type { OutgoingHttpHeaders } from 'node:http';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { buildMessage, serializedLogs } from '../../src/testing/message.js';
import { CANARY, CANARY_LOG, expectNoCanary } from './canary.js';
import { functionOfSuite, LAUNCHERS, wrap } from './function.js';
import { readStored } from './stored.js';

const TYPE = 'google.cloud.pubsub.topic.v1.messagePublished';
const GOLDEN = join(__dirname, '../../../test/golden/data/butler.jsonl.gz');

interface GoldenLine {
  readonly name: string;
  readonly message: string;
  readonly expect: { readonly rows: readonly { key: string; value?: string; bytes?: number }[] };
}

function goldenLines(): GoldenLine[] {
  const lines = gunzipSync(readFileSync(GOLDEN)).toString().trim().split('\n');
  return lines.map((line) => JSON.parse(line) as GoldenLine);
}

type Form = [name: string, shape: (data: Buffer) => { body: Buffer; headers: OutgoingHttpHeaders }];

const EVENT = { specversion: '1.0', id: '1', source: '//pubsub.googleapis.com/t', type: TYPE };

const FORMS: Form[] = [
  ['wrapped', (data) => ({ body: wrap(data), headers: {} })],
  [
    'wrapped, of an unknown content type',
    (data) => ({
      body: wrap(data),
      headers: { 'content-type': 'application/json; charset=klingon' },
    }),
  ],
  ['wrapped, without a content type', (data) => ({ body: wrap(data), headers: bare() })],
  [
    'unwrapped',
    (data) => ({ body: data, headers: { ...bare(), 'x-goog-pubsub-message-id': '1' } }),
  ],
  [
    'unwrapped, as JSON',
    (data) => ({ body: data, headers: { 'x-goog-pubsub-subscription-name': 's' } }),
  ],
  [
    'a binary CloudEvent',
    (data) => ({ body: wrap(data), headers: { 'ce-type': TYPE, 'ce-specversion': '1.0' } }),
  ],
  [
    'a structured CloudEvent',
    (data) => ({
      body: Buffer.from(
        JSON.stringify({ ...EVENT, data: JSON.parse(wrap(data).toString()) as object }),
      ),
      headers: { 'content-type': 'application/cloudevents+json' },
    }),
  ],
];

/** No content type: Pub/Sub sends none with what it does not wrap. */
function bare(): OutgoingHttpHeaders {
  return { 'content-type': [] };
}

describe.each(LAUNCHERS)('the function, started by %s,', (launcher) => {
  const { collect, dir } = functionOfSuite(launcher);

  afterAll(() => {
    expectNoCanary(collect().output);
  });

  test('stores the messages of a real Butler, row by row as the reference does', async () => {
    const lines = goldenLines();
    for (const { name, message } of lines) {
      const { status } = await collect().push(Buffer.from(message, 'base64'));
      expect([name, status]).toEqual([name, 204]);
    }
    const wanted = lines.flatMap((line) => line.expect.rows);
    expect(wanted.length).toBeGreaterThan(10);
    const rows = await readStored(dir, (stored) => stored.rows());
    for (const { key, value, bytes } of wanted) {
      const row = rows.get(key);
      if (value !== undefined) expect(row?.toString('base64')).toBe(value);
      else expect(row?.length).toBe(bytes);
    }
  });

  test.each(FORMS)('takes a push that is %s', async (name, shape) => {
    const prefix = `form/${name.replaceAll(/\W+/g, '-')}`;
    const stream = { name: 'out', logs: [CANARY_LOG, 'two'], terminalIndex: 1 };
    const data = buildMessage({ project: 'e2e', prefix, secret: CANARY, streams: [stream] });
    const { body, headers } = shape(data);
    expect(await collect().send(body, headers)).toEqual({ status: 204, text: '' });
    const logs = await readStored(dir, (stored) => stored.logs('e2e', `${prefix}/+/out`));
    expect(logs).toEqual(serializedLogs(stream));
  });

  test('takes the same message again, and stores it once', async () => {
    const stream = { name: 'twice', logs: [CANARY_LOG] };
    const data = buildMessage({ prefix: 'again', secret: CANARY, streams: [stream] });
    const count = () => readStored(dir, (stored) => stored.rows().size);
    expect((await collect().push(data)).status).toBe(204);
    const before = await count();
    expect((await collect().push(data)).status).toBe(204);
    expect(await count()).toBe(before);
  });
});

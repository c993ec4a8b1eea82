import { mkdtempSync, rmSync } from 'node:fs';
import type { OutgoingHttpHeaders } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runCli } from '../../src/cli/commands.js';
import { MAX_DATA_DEPTH } from '../../src/push/limits.js';
import { buildMessage } from '../../src/testing/message.js';
import { FakeFunction } from '../cli/butler/fake_function.js';
import { testIo } from '../cli/io.js';
import { HttpServer } from '../fakes/http_server.js';
import { FunctionProcess } from '../e2e/function.js';

const TYPE = 'google.cloud.pubsub.topic.v1.messagePublished';
const TOPIC = 'projects/p-1/topics/refused';
const SUBSCRIPTION = 'projects/p-1/subscriptions/refused';

const message = buildMessage({ streams: [{ name: 'a', logs: ['one'] }] });
/** One byte of a frame of 11 MiB. */
const TOO_LARGE = Buffer.from([0x80, 0x80, 0xc0, 0x05, 0]);
const UNKNOWN_TYPE = Buffer.from([2, 0x08, 0x63, 1, 0]);
const BAD_ZLIB = Buffer.from([7, 0x08, 1, 0x10, 1, 0x1a, 1, 0x31, 1, 0]);

/** What stands in a push for the data: its JSON, undefined for none; or its bytes, as base64 has them. */
const JSON_DATA: readonly (readonly [name: string, json: string | undefined, code: string])[] = [
  ['no data', undefined, 'NO_DATA'],
  ['null', 'null', 'NO_DATA'],
  ['an empty text', '""', 'NO_DATA'],
  ['a number', '7', 'BAD_BASE64'],
  ['a number whose digits are base64', '1234', 'BAD_BASE64'],
  ['true, which is base64 as a text', 'true', 'BAD_BASE64'],
  ['a list', '["a",{"b":null}]', 'BAD_BASE64'],
  ['an object', '{"type":"Buffer","data":[]}', 'BAD_BASE64'],
  ['an object that is as deep as allowed', deep(MAX_DATA_DEPTH), 'BAD_BASE64'],
  ['broken base64', '"QU*D"', 'BAD_BASE64'],
  ['a text past ASCII', '"\u00e4\u20ac\u{1f600}"', 'BAD_BASE64'],
  ['half a surrogate pair', '"\\ud800"', 'BAD_BASE64'],
  ['controls', '"\\u0000\\n\\u001b"', 'BAD_BASE64'],
  ['a long text that is no base64', `"${'QUJD'.repeat(30_000)}*"`, 'BAD_BASE64'],
];
const BYTES: readonly (readonly [name: string, bytes: Buffer, code: string])[] = [
  ['no frames', Buffer.from('hello'), 'BAD_FRAME'],
  ['a message that is cut short', message.subarray(0, -1), 'BAD_FRAME'],
  ['too large a frame', TOO_LARGE, 'FRAME_TOO_LARGE'],
  ['an unknown type', UNKNOWN_TYPE, 'UNKNOWN_TYPE'],
  ['a bundle that is not zlib', BAD_ZLIB, 'BAD_ZLIB'],
  ['100 kB of it', Buffer.alloc(100_000, 0xff), 'BAD_FRAME'],
];

function deep(depth: number): string {
  return `${'['.repeat(depth)}${']'.repeat(depth)}`;
}

interface Shape {
  readonly name: string;
  readonly headers: OutgoingHttpHeaders;
  readonly body: Buffer;
  readonly code: string;
  /** What `show --data` prints. */
  readonly shown: Buffer;
  /** What a replay has for data. */
  readonly replayed: unknown;
}

/** The ways to push JSON. */
const WRAPPERS: Readonly<Record<string, (wrapped: string) => [OutgoingHttpHeaders, string]>> = {
  wrapped: (wrapped) => [{}, wrapped],
  'a binary CloudEvent': (wrapped) => [{ 'ce-type': TYPE, 'ce-specversion': '1.0' }, wrapped],
  'a structured CloudEvent': (wrapped) => [
    { 'content-type': 'application/cloudevents+json' },
    `{"specversion":"1.0","type":"${TYPE}","data":${wrapped}}`,
  ],
};

function wrappedShapes(): Shape[] {
  return Object.entries(WRAPPERS).flatMap(([how, wrap]) => {
    const shape = (json: string | undefined) => {
      const field = json === undefined ? '' : `"data":${json},`;
      const [headers, body] = wrap(`{"message":{${field}"messageId":"17"},"subscription":"s"}`);
      return { headers, body: Buffer.from(body) };
    };
    const json = JSON_DATA.map(([name, text, code]) => {
      const value = text === undefined ? undefined : (JSON.parse(text) as unknown);
      const isText = typeof value === 'string' && !/\p{Cs}/u.test(value);
      const shown = Buffer.from(isText ? value : (text ?? ''));
      return { name: `${how}: ${name}`, ...shape(text), code, shown, replayed: value };
    });
    const bytes = BYTES.map(([name, shown, code]) => {
      const replayed = shown.toString('base64');
      return { name: `${how}: ${name}`, ...shape(`"${replayed}"`), code, shown, replayed };
    });
    return [...json, ...bytes];
  });
}

function unwrappedShapes(): Shape[] {
  const metadata = { 'x-goog-pubsub-message-id': '17', 'content-type': 'text/plain' };
  const empty = ['empty', Buffer.alloc(0), 'NO_DATA'] as const;
  const shapes = [empty, ...BYTES].map(([name, body, code]) => {
    const replayed = body.toString('base64');
    return { name: `unwrapped: ${name}`, headers: metadata, body, code, shown: body, replayed };
  });
  const replayed = BAD_ZLIB.toString('base64');
  const bare = { headers: {}, body: BAD_ZLIB, code: 'BAD_ZLIB', shown: BAD_ZLIB, replayed };
  return [...shapes, { name: 'unwrapped, without metadata: not zlib', ...bare }];
}

const SHAPES = [...wrappedShapes(), ...unwrappedShapes()];

let folder: string;
let recorder: FakeFunction;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'logdog-'));
  recorder = await FakeFunction.start();
});

beforeEach(() => (recorder.pushes.length = 0));

afterAll(async () => {
  await recorder.stop();
  rmSync(folder, { recursive: true, force: true });
});

async function cli(env: NodeJS.ProcessEnv, ...args: string[]) {
  const io = testIo({ env });
  const code = await runCli(args, io);
  return { code, out: io.out(), err: io.err() };
}

function replayedData(): unknown[] {
  return recorder.pushes.map(({ envelope }) => envelope.message.data as unknown);
}

describe('refused input in the store', () => {
  let collect: FunctionProcess;
  let env: NodeJS.ProcessEnv;

  beforeAll(async () => {
    env = { DATA_DIR: join(folder, 'store') };
    collect = await FunctionProcess.start('serve', env.DATA_DIR!);
  });

  afterAll(() => collect.end('SIGKILL'));

  test.each(SHAPES.map((shape) => [shape.name, shape] as const))(
    'comes back as it came: %s',
    async (_name, { headers, body, code, shown, replayed }) => {
      const answer = await collect.send(body, headers);
      expect([answer.status, JSON.parse(answer.text)]).toMatchObject([200, { code }]);
      const [id = '', ...more] = (await cli(env, 'refused', 'ls')).out.toString().split(' ');
      expect(more).toContain(code);
      expect((await cli(env, 'refused', 'show', id, '--data')).out.equals(shown)).toBe(true);
      const terminal = testIo({ env, terminal: true });
      expect(await runCli(['refused', 'show', id, '--data'], terminal)).toBe(0);
      expect(terminal.out().toString()).toMatch(
        /^(?:[0-9a-f]{8} [ 0-9a-f]{49} \|[ -~]{1,16}\|\n)*$/,
      );
      // The function refuses it again for the same reason: it stays.
      const url = ['--url', `http://127.0.0.1:${collect.port}/`];
      const again = await cli(env, 'refused', 'replay', id, ...url);
      expect(again.err).toContain(`${code}: `);
      expect(again.err).toContain('0 taken, 1 refused again');
      expect((await cli(env, 'refused', 'replay', id, '--url', recorder.url.href)).code).toBe(0);
      expect(replayedData()).toEqual([replayed]);
      expect((await cli(env, 'refused', 'ls')).out).toHaveLength(0);
    },
  );

  test('is kept once for each form of the same bytes', async () => {
    const bodies = ['{"message":{"data":7}}', '{"message":{"data":"7"}}'];
    for (const body of bodies) await collect.send(Buffer.from(body));
    await collect.send(Buffer.from('7'), { 'x-goog-pubsub-message-id': '1' });
    await collect.send(Buffer.from(bodies[0]!));
    const listed = (await cli(env, 'refused', 'ls')).out.toString().trim().split('\n');
    expect(listed).toHaveLength(3);
    const replay = ['refused', 'replay', '--url', recorder.url.href];
    expect((await cli(env, ...replay)).code).toBe(0);
    expect(new Set(replayedData())).toEqual(new Set([7, '7', 'Nw==']));
  });

  test('is no push where its data is deeper than it could be kept', async () => {
    for (const depth of [MAX_DATA_DEPTH + 1, 60_000]) {
      const answer = await collect.send(Buffer.from(`{"message":{"data":${deep(depth)}}}`));
      expect([answer.status, JSON.parse(answer.text)]).toMatchObject([400, { code: 'NOT_A_PUSH' }]);
    }
  });
});

interface PubsubMessage {
  readonly data: string;
  readonly attributes: object;
}

describe('refused input in a topic', () => {
  const published: PubsubMessage[] = [];
  let pubsub: HttpServer;
  let collect: FunctionProcess;
  let env: NodeJS.ProcessEnv;

  beforeAll(async () => {
    pubsub = await HttpServer.start(({ path, body }, response) => {
      const method = path.slice(path.indexOf(':') + 1);
      const request = JSON.parse(body.toString()) as { messages?: PubsubMessage[] };
      const [first] = published;
      if (method === 'publish') published.push(...request.messages!);
      if (method === 'acknowledge') published.shift();
      const pulled = { ackId: '1', message: { messageId: '1', ...first } };
      const receivedMessages = first === undefined ? [] : [pulled];
      response.end(JSON.stringify({ messageIds: ['1'], receivedMessages }));
    });
    env = { PUBSUB_EMULATOR_HOST: pubsub.host };
    const settings = { DEAD_LETTER_TOPIC: TOPIC, ...env };
    collect = await FunctionProcess.start('serve', join(folder, 'topic'), settings);
  });

  afterAll(async () => {
    await collect.end('SIGKILL');
    await pubsub.stop();
  });

  test.each(SHAPES.map((shape) => [shape.name, shape] as const))(
    'comes back as it came: %s',
    async (_name, { headers, body, code, shown, replayed }) => {
      expect((await collect.send(body, headers)).status).toBe(200);
      expect(published).toMatchObject([{ attributes: { 'logdog-code': code } }]);
      expect(Buffer.from(published[0]!.data, 'base64').equals(shown)).toBe(true);
      const replay = ['refused', 'replay', '--subscription', SUBSCRIPTION, '--limit', '1'];
      const { code: exit, err } = await cli(env, ...replay, '--url', recorder.url.href);
      expect([exit, err]).toEqual([0, expect.stringContaining('1 taken')]);
      expect(replayedData()).toEqual([replayed]);
      expect(published).toEqual([]);
    },
  );
});

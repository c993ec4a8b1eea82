import { once } from 'node:events';
import type { IncomingHttpHeaders, Server } from 'node:http';
import { connect } from 'node:net';
import { getTestServer } from '@google-cloud/functions-framework/testing';
import { http } from '@google-cloud/functions-framework';
import { decodeData, openEnvelope } from '../../src/push/envelope.js';
import { takeFrameworkServer } from '../../src/service/framework.js';
import { PushHandler } from '../../src/push/handler.js';
import { openServer } from '../../src/http/server.js';
import { MAX_HEADERS } from '../../src/http/server_bounds.js';
import { isMessage } from '../../src/push/unwrapped.js';
import { buildMessage } from '../../src/testing/message.js';
import { codeOf } from '../codes.js';
import { listen, type Listening, open, replyTo } from '../http/listen.js';

const DATA = buildMessage({ streams: [{ name: 'a', logs: ['one'] }] });

/** What Pub/Sub and the way to the function put into the head of an unwrapped push. */
const TRANSPORT = [
  'host: collector.example.com',
  `content-length: ${DATA.length}`,
  'user-agent: APIs-Google; (+https://developers.google.com/webmasters/APIs-Google.html)',
  'x-goog-pubsub-message-id: 17',
  'x-goog-pubsub-publish-time: 2026-01-02T03:04:05.678Z',
  'x-goog-pubsub-subscription-name: projects/p/subscriptions/s',
];

/** Attributes whose names are those of headers that an HTTP server, a framework or we ourselves might obey. */
const ATTRIBUTES: readonly (readonly [name: string, ...headers: string[]])[] = [
  ['ce-type', 'ce-type: com.example.build'],
  ['ce-type of Eventarc', 'ce-type: google.cloud.pubsub.topic.v1.messagePublished'],
  ['every ce- attribute', 'ce-id: 1', 'ce-source: x', 'ce-specversion: 1.0', 'ce-time: never'],
  ['content-encoding', 'content-encoding: gzip'],
  ['content-encoding in capitals', 'Content-Encoding: BR'],
  ['two content-encodings', 'content-encoding: gzip', 'content-encoding: zstd'],
  ['content-type', 'content-type: application/json'],
  ['content-type of CloudEvents', 'content-type: application/cloudevents+json'],
  ['content-type of a batch', 'content-type: application/cloudevents-batch+json; charset=x'],
  ['two content types', 'content-type: text/plain', 'content-type: multipart/form-data'],
  ['expect', 'expect: nothing good'],
  ['expect in capitals', 'EXPECT: 200-ok'],
  ['expect of more than one thing', 'expect: a', 'expect: b'],
  ['expect of a request for the body', 'expect: 100-continue'],
  ['a second host', 'host: elsewhere.example.com'],
  ['connection', 'connection: close'],
  ['connection that names headers', 'connection: x-goog-pubsub-message-id, host'],
  ['upgrade', 'connection: upgrade', 'upgrade: websocket'],
  ['upgrade to HTTP/2', 'connection: upgrade, http2-settings', 'upgrade: h2c', 'http2-settings: x'],
  ['keep-alive', 'keep-alive: timeout=0'],
  ['trailer', 'trailer: x-goog-pubsub-message-id'],
  ['te', 'te: gzip'],
  ['x-http-method-override', 'x-http-method-override: DELETE'],
  ['traceparent', 'traceparent: 00-nothing-01'],
  ['two traceparents', `traceparent: ${'a'.repeat(9)}`, 'traceparent: b'],
  ['x-cloud-trace-context', 'x-cloud-trace-context: x/y;o=z'],
  ['x-logdog-replay', 'x-logdog-replay: 1'],
  [
    'authorization where tokens are not checked',
    'authorization: Basic x',
    'authorization: Bearer y',
  ],
  ['cookies', 'cookie: a=b', 'cookie: c', 'set-cookie: d'],
  ['conditions', 'if-match: x', 'if-none-match: *', 'range: bytes=0-1'],
  ['names of objects', '__proto__: x', 'constructor: y', 'hasOwnProperty: z'],
  ['forwarded addresses', 'x-forwarded-for: 1.2.3.4', 'forwarded: for=x', 'via: x'],
  ['a second message id', 'x-goog-pubsub-message-id: 18'],
  ['an empty one', 'empty:'],
  ['bytes past ASCII', 'name: \u00e4\u00ff'],
];

const processed: Buffer[] = [];
const handler = new PushHandler({
  collector: {
    process: (data) => {
      processed.push(Buffer.from(data));
      return Promise.resolve({ outcome: 'done', entries: [] });
    },
  },
  log: { write: () => undefined, writes: () => false },
  messageDeadlineMs: 60_000,
  maxInFlightBytes: 1_000_000,
});

const OPEN = { messageDeadlineMs: 60_000, maxConnections: 10 };

const SERVERS: Record<string, () => Server> = {
  'the plain server': () => openServer(handler.handle, OPEN),
  "the framework's server": () => {
    takeFrameworkServer('0', handler.handle, OPEN);
    http('unwrapped', () => undefined);
    return getTestServer('unwrapped');
  },
};

describe.each(Object.keys(SERVERS))('%s', (name) => {
  let server: Listening;

  beforeAll(async () => {
    server = await listen(SERVERS[name]!());
  });

  afterAll(() => server.close());

  /** Sends a push as it stands, and returns the status of the last answer. */
  async function push(head: readonly string[], body: Uint8Array): Promise<number> {
    const socket = connect(server.port, '127.0.0.1');
    let reply = '';
    socket.setEncoding('latin1').on('data', (chunk: string) => (reply += chunk));
    socket.on('error', () => undefined);
    const closed = once(socket, 'close');
    socket.write(`POST / HTTP/1.1\r\n${head.join('\r\n')}\r\nconnection: close\r\n\r\n`, 'latin1');
    socket.write(body);
    await closed;
    return Number(/.*HTTP\/1\.1 (\d{3}) /s.exec(reply)?.[1]);
  }

  beforeEach(() => (processed.length = 0));

  test.each(ATTRIBUTES)(
    'an unwrapped push is stored whatever its attributes are: %s',
    async (_name, ...headers) => {
      expect(await push([...headers, ...TRANSPORT], DATA)).toBe(204);
      expect(await push([...TRANSPORT, ...headers], DATA)).toBe(204);
      expect(processed).toEqual([DATA, DATA]);
    },
  );

  test('an unwrapped push: all attributes that Pub/Sub allows, at their largest: taken', async () => {
    const attributes = Array.from({ length: 100 }, (_, at) => {
      return `${String(at).padStart(256, 'k')}: ${'v'.repeat(1024)}`;
    });
    const token = `authorization: Bearer ${'x'.repeat(2000)}`;
    expect(await push([...TRANSPORT, ...attributes, token], DATA)).toBe(204);
    expect(processed).toEqual([DATA]);
    expect(TRANSPORT.length + attributes.length).toBeLessThan(MAX_HEADERS);
  });

  // What Node's parser refuses before a request exists: docs/operations.md has the way round.
  test.each([
    ['transfer-encoding', 'transfer-encoding: gzip'],
    ['transfer-encoding beside a length', 'transfer-encoding: chunked'],
    ['a second content-length', `content-length: ${DATA.length}`],
    ['a name that is no token', 'a b: c'],
  ])(
    'an unwrapped push: an attribute that breaks HTTP is answered 400: %s',
    async (_name, header) => {
      expect(await push([...TRANSPORT, header], DATA)).toBe(400);
      expect(processed).toEqual([]);
    },
  );

  test.each<[string, Uint8Array, string[], number]>([
    ['a message of ours', DATA, [], 204],
    ['a message of ours, said to be JSON', DATA, ['content-type: application/json'], 204],
    ['JSON', Buffer.from('{"a":1}'), [], 400],
    ['nothing', Buffer.alloc(0), [], 400],
    ['a message that is cut short', DATA.subarray(0, -1), [], 400],
    ['a message that says it is encoded', DATA, ['content-encoding: gzip'], 415],
  ])('a push without metadata: %s', async (_name, body, headers, status) => {
    const head = ['host: x', `content-length: ${body.length}`, ...headers];
    expect(await push(head, body)).toBe(status);
    expect(processed).toHaveLength(status === 204 ? 1 : 0);
  });

  test('a push without metadata that is no message: the answer names the missing option', async () => {
    for (const body of ['hello', '{"a":1}', '']) {
      const headers = { 'content-length': body.length };
      const { text } = await replyTo(open(server.port, { headers }).end(body));
      expect(JSON.parse(text)).toMatchObject({ code: 'NOT_A_PUSH' });
      expect(text).toContain('--push-no-wrapper-write-metadata');
    }
  });
});

describe('whether a body without metadata is a message', () => {
  test.each<[string, Uint8Array, boolean]>([
    ['two frames with metadata: yes', DATA, true],
    ['two frames with bytes behind: no', Buffer.concat([DATA, Buffer.of(0)]), false],
    ['an empty body: no', Buffer.alloc(0), false],
    ['frames without metadata: no', Buffer.of(1, 0x41, 1, 0x41), false],
    ['two empty frames: no', Buffer.of(0, 0), false],
    ['text: no', Buffer.from('hello'), false],
  ])('%s', (_name, body, expected) => {
    expect(isMessage(body)).toBe(expected);
  });

  test('a wrapped push: no, however its first bytes read as a frame', () => {
    for (const start of ['{', ' {', '\n{', '\t{', '\r\n{ ']) {
      const json = `${start}"message":{"attributes":{"${'a'.repeat(200)}":"x"},"data":"aGVsbG8="}}`;
      expect(isMessage(Buffer.from(json))).toBe(false);
      expect(decodeData(openEnvelope({}, Buffer.from(json))).toString()).toBe('hello');
    }
  });

  test('a CloudEvent of another type: no, whatever its body is', () => {
    const headers: IncomingHttpHeaders = { 'ce-type': 'x' };
    expect(codeOf(() => openEnvelope(headers, DATA))).toBe('NOT_A_PUSH');
  });
});

import { CollectorError } from '../../src/common/errors.js';
import type { DeadLetter } from '../../src/dead_letters/dead_letter.js';
import { Pubsub } from '../../src/dead_letters/pubsub.js';
import { DeadLetterTopic, MAX_MESSAGE_BYTES, openTopic } from '../../src/dead_letters/topic.js';
import { HttpServer } from '../fakes/http_server.js';

const TOPIC = 'projects/p-1/topics/refused';
const { signal } = new AbortController();
const LETTER: DeadLetter = {
  data: Buffer.from([0, 255]),
  attributes: { 'logdog-code': 'BAD_FRAME' },
};

let server: HttpServer;

beforeEach(async () => {
  server = await HttpServer.start((_request, response) => response.end('{"messageIds":["1"]}'));
});

afterEach(() => server.stop());

function answering(status: number, body: string): void {
  server.handler = (_request, response) => response.writeHead(status).end(body);
}

/** A topic whose calls wait to be let through. */
function gatedTopic() {
  const waiting: (() => void)[] = [];
  const call = () =>
    new Promise((resolve) => {
      waiting.push(() => {
        resolve({ messageIds: ['1'] });
      });
    });
  const large = () => Promise.reject(new Error('not asked for'));
  return { topic: new DeadLetterTopic(TOPIC, { call }, large), waiting };
}

test('a dead letter is published by REST, with its attributes', async () => {
  expect(await openTopic(TOPIC, server.host).put(LETTER, signal)).toBe(`published to ${TOPIC}`);
  const [request] = server.requests;
  expect(request).toMatchObject({ method: 'POST', path: `/v1/${TOPIC}:publish` });
  expect(request!.headers.authorization).toBeUndefined();
  expect(JSON.parse(request!.body.toString())).toEqual({
    messages: [{ data: 'AP8=', attributes: LETTER.attributes }],
  });
});

const notFound = '{"error":{"code":404,"message":"Resource not found (resource=refused)."}}';

test.each<[string, number, string, string]>([
  ['a topic that is not there', 404, notFound, '404: Resource not found'],
  ['a service that is down', 503, 'x', 'Pub/Sub answers 503'],
  ['a redirect', 302, '', 'Pub/Sub answers 302'],
  ['an answer without an id', 200, '{}', 'without the id'],
  ['an answer of no ids', 200, '{"messageIds":[]}', 'without the id'],
  ['an answer that is not JSON', 200, '<html>', 'without the id'],
])(
  'a dead letter whose publishing is answered with %s is a retryable error',
  async (_n, status, body, why) => {
    answering(status, body);
    const failed = openTopic(TOPIC, server.host).put(LETTER, signal);
    await expect(failed).rejects.toMatchObject({ code: 'DEAD_LETTER_FAILED', retryable: true });
    await expect(failed).rejects.toThrow(why);
    await expect(failed).rejects.toThrow(TOPIC);
  },
);

test('a dead letter for an unreachable service is an error that says so', async () => {
  const { host } = server;
  await server.stop();
  await expect(openTopic(TOPIC, host).put(LETTER, signal)).rejects.toThrow('ECONNREFUSED');
  server = await HttpServer.start(() => undefined);
});

test('a dead letter for a service that does not answer is aborted with the message', async () => {
  const controller = new AbortController();
  server.handler = () => {
    controller.abort(new CollectorError('DEADLINE'));
  };
  const failed = openTopic(TOPIC, server.host).put(LETTER, controller.signal);
  await expect(failed).rejects.toMatchObject({ code: 'DEADLINE' });
});

test('a message that the attributes would make too large goes without them, and that is said', async () => {
  const published: DeadLetter[] = [];
  const large = (_topic: string, deadLetter: DeadLetter) => {
    published.push(deadLetter);
    return Promise.resolve();
  };
  const topic = new DeadLetterTopic(TOPIC, new Pubsub(server.host), large);
  const room = 'logdog-code'.length + 'BAD_FRAME'.length;
  const fits = { ...LETTER, data: Buffer.alloc(MAX_MESSAGE_BYTES - room) };
  const tooLarge = { ...LETTER, data: Buffer.alloc(MAX_MESSAGE_BYTES - room + 1) };
  expect(await topic.put(fits, signal)).toBe(`published to ${TOPIC}`);
  expect(await topic.put(tooLarge, signal)).toContain('without its attributes');
  expect(published[0]!.attributes).toEqual(LETTER.attributes);
  expect(published[1]!.attributes).toEqual({});
  // Without its form, a replay would push something else.
  const attributes = { ...LETTER.attributes, 'logdog-form': 'text' };
  await topic.put({ ...tooLarge, attributes }, signal);
  expect(published[2]!.attributes).toEqual({ 'logdog-form': 'text' });
});

test('concurrent publishing is bounded in messages: a message in excess is TOO_MUCH_IN_FLIGHT', async () => {
  const { topic, waiting } = gatedTopic();
  const first = Array.from({ length: 16 }, () => topic.put(LETTER, signal));
  await expect(topic.put(LETTER, signal)).rejects.toMatchObject({ code: 'TOO_MUCH_IN_FLIGHT' });
  for (const open of waiting) open();
  await Promise.all(first);
  const next = topic.put(LETTER, signal);
  waiting.at(-1)!();
  await next;
});

test('concurrent publishing is bounded in bytes', async () => {
  const { topic, waiting } = gatedTopic();
  const large = { data: Buffer.alloc(7_000_000), attributes: {} };
  const first = Array.from({ length: 4 }, () => topic.put(large, signal));
  await expect(topic.put(large, signal)).rejects.toMatchObject({ code: 'TOO_MUCH_IN_FLIGHT' });
  for (const open of waiting) open();
  await Promise.all(first);
});

import { Pubsub } from '../../src/dead_letters/pubsub.js';
import { checkTopic } from '../../src/dead_letters/topic_check.js';
import { HttpServer } from '../fakes/http_server.js';

const TOPIC = 'projects/p-1/topics/refused';
const { signal } = new AbortController();
const PERMISSION = '{"permissions":["pubsub.topics.publish"]}';

let server: HttpServer;

beforeEach(async () => {
  server = await HttpServer.start(() => undefined);
});

afterEach(() => server.stop());

function check(emulated: boolean, until = signal): Promise<void> {
  return checkTopic(new Pubsub(server.host), TOPIC, emulated, until);
}

function answering(status: number, body: string): void {
  server.handler = (_request, response) => response.writeHead(status).end(body);
}

test('topic check: a topic that grants the permission passes, and nothing is published', async () => {
  answering(200, PERMISSION);
  await check(false);
  const asked = { method: 'POST', path: `/v1/${TOPIC}:testIamPermissions` };
  expect(server.requests).toMatchObject([asked]);
  expect(server.requests[0]!.body.toString()).toBe(PERMISSION);
});

test('topic check: the emulator, which has no permissions, is asked for the topic only', async () => {
  answering(200, '{}');
  await check(true);
  expect(server.requests).toMatchObject([{ method: 'GET', path: `/v1/${TOPIC}` }]);
});

test.each<[string, boolean, number, string, string]>([
  ['grants nothing, as one that is not there', false, 200, '{}', 'is missing'],
  ['grants something else', false, 200, '{"permissions":["pubsub.topics.get"]}', 'is missing'],
  ['answers what is none', false, 200, '<html>', 'is missing'],
  ['does not let us ask', false, 403, '{"error":{"message":"denied"}}', '403: denied'],
  ['is not in the emulator', true, 404, '{}', 'Pub/Sub answers 404'],
])(
  'topic check: a topic that %s is an error that says what to do',
  async (_name, emulated, status, body, why) => {
    answering(status, body);
    const checked = check(emulated);
    await expect(checked).rejects.toMatchObject({ code: 'DEAD_LETTER_FAILED' });
    await expect(checked).rejects.toThrow(why);
    await expect(checked).rejects.toThrow('roles/pubsub.publisher');
  },
);

test('topic check: an aborted check is no error of the topic', async () => {
  const controller = new AbortController();
  server.handler = () => {
    controller.abort();
  };
  await expect(check(false, controller.signal)).rejects.toMatchObject({ code: 'CANCELLED' });
});

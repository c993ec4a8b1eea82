import { randomBytes } from 'node:crypto';
import { findEmulator, PubsubEmulator } from '../../src/cli/dev/emulator.js';
import { Pubsub } from '../../src/dead_letters/pubsub.js';
import { openTopic } from '../../src/dead_letters/topic.js';
import { buildMessage, type StreamSpec } from '../../src/testing/message.js';
import { FakeFunction } from '../cli/butler/fake_function.js';
import { testIo } from '../cli/io.js';
import { CANARY, CANARY_LOG, expectNoCanary } from './canary.js';
import { FunctionProcess, temporaryFolder } from './function.js';
import { run } from './processes.js';

const GOOD = { name: 'good', logs: [CANARY_LOG] };
const BAD = { name: 'bad', type: 'binary', logs: [''] } as const;
const HALF_BAD = message('half', GOOD, BAD);

function message(prefix: string, ...streams: StreamSpec[]): Buffer {
  return buildMessage({ project: 'demo', prefix, secret: CANARY, streams });
}

describe('refused messages of the local store', () => {
  const folder = temporaryFolder();
  const env = { DATA_DIR: folder.path };
  let collect: FunctionProcess;

  /** Starts the function, with a Coordinator that takes anybody, or only registered prefixes. */
  async function start(strict: '0' | '1'): Promise<void> {
    const settings = { COORDINATOR_STRICT: strict };
    collect = await FunctionProcess.start('serve', folder.path, settings);
  }

  const refused = (...args: string[]) => run(['refused', ...args], env);
  const replay = (...args: string[]) =>
    refused('replay', ...args, '--url', `http://127.0.0.1:${collect.port}/`);

  beforeAll(() => start('1'));

  afterAll(async () => {
    await collect.end('SIGKILL');
    folder.remove();
  });

  test('are listed, shown without their content, written out whole, and pushed again', async () => {
    const data = message('strict', GOOD);
    expect((await refused('ls')).out.toString()).toBe('');
    expect((await collect.push(data)).status).toBe(200);
    const broken = Buffer.concat([CANARY, Buffer.alloc(100, 'x')]);
    expect((await collect.push(broken)).status).toBe(200);

    const lines = (await refused('ls')).out.toString().trim().split('\n');
    expect(lines).toHaveLength(2);
    expect(lines[0]).toMatch(/^[0-9a-f]{16} \S+Z +\d+ COORDINATOR_REFUSED +demo\/strict$/);
    expect(lines[1]).toMatch(/^[0-9a-f]{16} \S+Z +136 BAD_FRAME +-$/);
    const id = lines[0]!.split(' ')[0]!;
    const shown = (await refused('show', id)).out.toString();
    expect(shown).toMatch(/^streams +strict\/\+\/good$/m);
    expect(shown).toMatch(/^subscription +projects\/p\/subscriptions\/s$/m);
    expectNoCanary(`${lines.join()}${shown}${collect.output}`);
    expect((await refused('show', id, '--data')).out.equals(data)).toBe(true);

    // Refused again, it stays, and is not kept twice.
    const again = await replay(id);
    expect(again.code).toBe(1);
    expect(again.err).toContain('0 taken, 1 refused again');
    expect((await refused('ls')).out.toString().trim().split('\n')).toEqual(lines);

    // What it was refused for is gone.
    await collect.end('SIGKILL');
    await start('0');
    const all = await replay();
    expect(all.err).toContain('1 taken, 1 refused again');
    expectNoCanary(all.err);
    expect((await refused('ls')).out.toString().trim()).toBe(lines[1]);
    const read = await run(['cat', 'demo/strict/+/good'], env);
    expect(read.out.toString()).toBe(`${CANARY_LOG}\n`);
  });

  test('that are not there are an error that says where to look', async () => {
    for (const command of [
      ['show', 'ffff'],
      ['replay', 'ffff'],
    ]) {
      const { code, err } = await refused(...command);
      expect(code).toBe(1);
      expect(err).toContain('refused ls lists them');
    }
  });

  test('stay where the function does not take pushes', async () => {
    const before = (await refused('ls')).out.toString();
    const closed = await FakeFunction.start(() => ({ status: 403 }));
    const { code, err } = await run(['refused', 'replay', '--url', closed.url.href], env);
    await closed.stop();
    expect(code).toBe(1);
    expect(err).toContain('does not take pushes: 403');
    expect((await refused('ls')).out.toString()).toBe(before);
  });
});

const found = findEmulator(process.env);
const describeOnPubsub = 'missing' in found && process.env.CI !== 'true' ? describe.skip : describe;

describeOnPubsub('refused messages of a topic', () => {
  const TOPIC = 'projects/local/topics/refused';
  const SUBSCRIPTION = 'projects/local/subscriptions/refused';
  const folder = temporaryFolder();
  let emulator: PubsubEmulator;
  let collect: FunctionProcess;

  beforeAll(async () => {
    if ('missing' in found) throw new Error(found.missing);
    emulator = await PubsubEmulator.start(found.path, testIo({ env: process.env }));
    await emulator.ready();
    collect = await FunctionProcess.start('serve', folder.path, {
      DEAD_LETTER_TOPIC: TOPIC,
      PUBSUB_EMULATOR_HOST: emulator.host,
    });
  });

  afterAll(async () => {
    await collect.end('SIGKILL');
    await emulator.close();
    folder.remove();
  });

  const { signal } = new AbortController();

  /** Pulls so many messages, and leaves them there. */
  async function pull(count: number, subscription = SUBSCRIPTION) {
    const pubsub = new Pubsub(emulator.host);
    const call = (method: string, body: object) =>
      pubsub.call(`${subscription}:${method}`, JSON.stringify(body), signal);
    const pulled: { ackId: string; message: { data?: string; attributes?: object } }[] = [];
    while (pulled.length < count) {
      const { receivedMessages = [] } = (await call('pull', { maxMessages: 10 })) as {
        receivedMessages?: typeof pulled;
      };
      pulled.push(...receivedMessages);
    }
    const ackIds = pulled.map(({ ackId }) => ackId);
    await call('modifyAckDeadline', { ackIds, ackDeadlineSeconds: 0 });
    return pulled.map(({ message: { data = '', attributes } }) => {
      return { data: Buffer.from(data, 'base64'), attributes };
    });
  }

  async function create(resource: string, content: object): Promise<void> {
    const request = { method: 'PUT', body: JSON.stringify(content) };
    const headers = { 'content-type': 'application/json' };
    const made = await fetch(`http://${emulator.host}/v1/${resource}`, { ...request, headers });
    expect(made.status).toBe(200);
  }

  test('are published before they are acked; without the topic they come again', async () => {
    const failed = await collect.push(HALF_BAD);
    expect(failed.status).toBe(503);
    expect(failed.text).toContain('DEAD_LETTER_FAILED');
    expect(failed.text).toContain('404');
    const env = { DEAD_LETTER_TOPIC: TOPIC, PUBSUB_EMULATOR_HOST: emulator.host };
    const check = () => run(['check-config'], { ...env, DATA_DIR: folder.path });
    const before = await check();
    expect(before.code).toBe(1);
    const what = `the topic ${TOPIC} (DEAD_LETTER_TOPIC)`;
    expect(before.out.toString()).toContain(`problem  ${what}: Pub/Sub answers 404`);

    await create(TOPIC, {});
    const after = await check();
    expect(after.out.toString()).toContain(`ok       ${what} may be published to\n`);
    expect(after.code).toBe(0);
    await create(SUBSCRIPTION, { topic: TOPIC, ackDeadlineSeconds: 10 });
    expect((await collect.push(HALF_BAD)).status).toBe(200);
    const [deadLetter] = await pull(1);
    expect(deadLetter!.data.equals(HALF_BAD)).toBe(true);
    expect(deadLetter!.attributes).toMatchObject({
      'logdog-code': 'BAD_LOG',
      'logdog-refused': '1',
      'logdog-entries': '2',
      'logdog-streams': 'half/+/bad',
      'logdog-message-id': '1',
    });
    expectNoCanary(`${collect.output}${JSON.stringify(deadLetter!.attributes)}`);
  });

  test('are pushed again from a subscription, and stay there where they are refused again', async () => {
    const url = `http://127.0.0.1:${collect.port}/`;
    const env = { DATA_DIR: folder.path, PUBSUB_EMULATOR_HOST: emulator.host };
    const args = ['refused', 'replay', '--subscription', SUBSCRIPTION, '--url', url];
    const good = message('good', GOOD);
    const published = { messages: [{ data: good.toString('base64') }] };
    const pubsub = new Pubsub(emulator.host);
    await pubsub.call(`${TOPIC}:publish`, JSON.stringify(published), signal);

    const { code, err } = await run(args, env);
    expect(err).toContain('1 taken, 1 refused again');
    expect(code).toBe(1);
    expectNoCanary(err);
    const read = await run(['cat', 'demo/good/+/good'], env);
    expect(read.out.toString()).toBe(`${CANARY_LOG}\n`);
    // Not one more than before, and the first as it was.
    const [deadLetter] = await pull(1);
    expect(deadLetter!.data.equals(HALF_BAD)).toBe(true);
    expect(deadLetter!.attributes).toMatchObject({ 'logdog-code': 'BAD_LOG' });
  }, 60_000);

  test.each([
    [
      'an empty unwrapped push',
      Buffer.alloc(0),
      { 'x-goog-pubsub-message-id': '1' },
      '',
      undefined,
    ],
    ['a push without data', Buffer.from('{"message":{}}'), {}, '', 'json'],
    ['null for data', Buffer.from('{"message":{"data":null}}'), {}, 'null', 'json'],
    ['a text that is no base64', Buffer.from('{"message":{"data":"€"}}'), {}, '€', 'text'],
  ])(
    'are published in the form in which they came: %s',
    async (name, body, headers, data, form) => {
      const topic = `${TOPIC}-${name.replaceAll(' ', '-')}`;
      const subscription = `${SUBSCRIPTION}-${name.replaceAll(' ', '-')}`;
      await create(topic, {});
      await create(subscription, { topic, ackDeadlineSeconds: 10 });
      const settings = { DEAD_LETTER_TOPIC: topic, PUBSUB_EMULATOR_HOST: emulator.host };
      const own = temporaryFolder();
      const publisher = await FunctionProcess.start('serve', own.path, settings);
      expect((await publisher.send(body, headers)).status).toBe(200);
      const [deadLetter] = await pull(1, subscription);
      expect(deadLetter!.data.toString()).toBe(data);
      expect((deadLetter!.attributes as Record<string, string>)['logdog-form']).toBe(form);
      await publisher.end('SIGKILL');
      own.remove();
    },
  );

  test.each([
    ['as much as JSON can carry', 7_800_000, true],
    ['more than that', 9_500_000, true],
    ['as much as Pub/Sub can carry, and no room for attributes', 9_999_999, false],
  ])('are published byte for byte: %s', async (_name, bytes, withAttributes) => {
    const topic = `${TOPIC}-${bytes}`;
    const subscription = `${SUBSCRIPTION}-${bytes}`;
    await create(topic, {});
    await create(subscription, { topic, ackDeadlineSeconds: 10 });
    const data = randomBytes(bytes);
    const attributes = { 'logdog-code': 'BAD_FRAME' };
    const said = await openTopic(topic, emulator.host).put({ data, attributes }, signal);
    const [deadLetter] = await pull(1, subscription);
    expect(deadLetter!.data.equals(data)).toBe(true);
    expect(deadLetter!.attributes).toEqual(withAttributes ? attributes : undefined);
    expect(said.includes('without its attributes')).toBe(!withAttributes);
  });
});

import { Pusher, RefusedMessage } from '../../../src/cli/butler/pusher.js';
import type { CollectorError } from '../../../src/common/errors.js';
import { FORMS } from '../../../src/dead_letters/dead_letter.js';
import { FakeFunction, type Answer } from './fake_function.js';

const DATA = Buffer.from([0xff, 0x00, 0x10]);
const stop = new AbortController();
let fake: FakeFunction | undefined;

afterEach(async () => {
  await fake?.stop();
  fake = undefined;
});

async function push(
  answer: (attempt: number) => Answer | undefined,
  options: { giveUpMs?: number; onRetry?: (reason: string) => void } = {},
): Promise<FakeFunction> {
  fake = await FakeFunction.start(answer);
  const pusher = new Pusher({ url: fake.url, signal: stop.signal, ...options });
  try {
    await pusher.push(DATA);
  } finally {
    pusher.close();
  }
  return fake;
}

async function failure(promise: Promise<unknown>): Promise<CollectorError> {
  return promise.then(
    () => {
      throw new Error('it did not fail');
    },
    (error: unknown) => error as CollectorError,
  );
}

it('what a URL may hold of a secret is never told', async () => {
  fake = await FakeFunction.start(() => ({ status: 403 }));
  const url = new URL(`http://user:canary@${fake.url.host}/?token=canary`);
  const error = await failure(new Pusher({ url, signal: stop.signal }).push(DATA));
  expect(error.message).toContain('403');
  expect(error.message).not.toContain('canary');
});

it('a push is the envelope that Pub/Sub sends', async () => {
  const { pushes, data } = await push(() => ({ status: 204 }));
  expect(data).toEqual([DATA]);
  expect(pushes[0]).toMatchObject({ method: 'POST', contentType: 'application/json' });
  const { message, subscription } = pushes[0]!.envelope;
  expect(message).toMatchObject({ attributes: {} });
  expect(message.messageId).not.toBe('');
  expect(message.publishTime).toMatch(/^\d{4}-\d\d-\d\dT.*Z$/);
  expect(subscription).toMatch(/^projects\/.+\/subscriptions\/.+$/);
});

describe('nothing is sent to a server that does not say that it is a Collector', () => {
  it.each([
    ['a page', 200, '<!doctype html><title>LogDog Collector: ready.</title>'],
    ['nothing', 200, ''],
    ['no content', 204, ''],
    ['that there is nothing', 404, 'LogDog Collector: ready.'],
    ['that it does not take that', 405, ''],
    ['that it is elsewhere', 302, ''],
  ])('but answers a GET with %s', async (_what, status, state) => {
    fake = await FakeFunction.start(undefined, state, status);
    const pusher = new Pusher({ url: fake.url, signal: stop.signal });
    const error = await failure(pusher.push(DATA));
    expect(error.message).toContain(`${fake.url.href} is not a LogDog Collector`);
    expect(error.message).toContain(String(status));
    expect(fake.pushes).toHaveLength(0);
    expect(pusher.mayHaveStored).toBe(false);
    pusher.close();
  });

  it.each([
    [401, {}, 'PUSH_TOKEN is not set'],
    [403, { authorization: 'Bearer canary' }, 'the token in PUSH_TOKEN is not the right one'],
  ])('which is asked again after a 503, and says what to do after a %d', async (...row) => {
    const [status, headers, advice] = row;
    const answers = [503, status];
    fake = await FakeFunction.start(undefined, '', () => answers.shift()!);
    const pusher = new Pusher({ url: fake.url, signal: stop.signal, headers });
    const error = await failure(pusher.push(DATA));
    expect(error.message).toContain(
      `does not let this command in, and nothing was sent: ${status}`,
    );
    expect(error.message).toContain(advice);
    expect(error.message).not.toContain('canary');
    pusher.close();
  });
});

describe('mayHaveStored', () => {
  it.each<[string, Answer | undefined, boolean]>([
    ['an ack', { status: 204 }, true],
    ['an ack of 200 without a report', { status: 200 }, true],
    ['a report of what was refused', { status: 200, body: '{"refused":[]}' }, false],
    ['400', { status: 400 }, false],
    ['401', { status: 401 }, false],
    ['403', { status: 403 }, false],
    ['404', { status: 404 }, false],
    ['405', { status: 405 }, false],
    ['413', { status: 413 }, false],
    ['a redirect', { status: 302 }, false],
    ['429', { status: 429 }, false],
    ['500', { status: 500 }, true],
    ['503', { status: 503 }, true],
    ['a connection that breaks off', undefined, true],
  ])('after %s', async (_what, answer, expected) => {
    fake = await FakeFunction.start(() => answer);
    const pusher = new Pusher({ url: fake.url, signal: stop.signal, giveUpMs: 1 });
    expect(pusher.mayHaveStored).toBe(false);
    await pusher.push(DATA).catch(() => undefined);
    pusher.close();
    expect(pusher.mayHaveStored).toBe(expected);
  });

  it('is false where nothing listens', async () => {
    const gone = await FakeFunction.start();
    const { url } = gone;
    await gone.stop();
    const pusher = new Pusher({ url, signal: stop.signal, giveUpMs: 1 });
    await failure(pusher.push(DATA));
    expect(pusher.mayHaveStored).toBe(false);
  });
});

describe('a message goes again', () => {
  it.each<[string, Answer | undefined, string]>([
    [
      'after a 503',
      { status: 503, body: '{"code":"DEADLINE","message":"late"}' },
      '503 DEADLINE: late',
    ],
    ['after a 500', { status: 500, body: 'not JSON' }, '500'],
    ['after a 429', { status: 429 }, '429'],
    ['after a broken connection', undefined, 'ECONNRESET'],
  ])('%s, and its reason is told once', async (_when, answer, reason) => {
    const reasons: string[] = [];
    const onRetry = (text: string): void => void reasons.push(text);
    const { pushes } = await push((attempt) => (attempt < 3 ? answer : { status: 204 }), {
      onRetry,
    });
    expect(pushes).toHaveLength(3);
    expect(new Set(pushes.map(({ envelope }) => envelope.message.messageId)).size).toBe(1);
    expect(reasons).toEqual([`${fake!.url.href}: ${reason}`]);
  });

  it('until its time is up', async () => {
    const error = await failure(push(() => ({ status: 503 }), { giveUpMs: 300 }));
    expect(error.code).toBe('COMMAND_FAILED');
    expect(error.message).toMatch(/^the message has not gone through in 0 s: http:\/\/127.* 503$/);
    expect(fake!.pushes.length).toBeGreaterThan(1);
  });

  it('if no server listens, until its time is up', async () => {
    fake = await FakeFunction.start();
    const { url } = fake;
    await fake.stop();
    fake = undefined;
    const pusher = new Pusher({ url, signal: stop.signal, giveUpMs: 50 });
    expect((await failure(pusher.push(DATA))).message).toMatch(/ECONNREFUSED$/);
  });

  it('not after it has been given up', async () => {
    const given = new AbortController();
    fake = await FakeFunction.start(() => ({ status: 503 }));
    const onRetry = (): void => {
      given.abort(new Error('enough'));
    };
    const pusher = new Pusher({ url: fake.url, signal: given.signal, onRetry });
    await failure(pusher.push(DATA));
    expect(fake.pushes).toHaveLength(1);
  });
});

describe('a message does not go again', () => {
  it('when something of it was refused: code and message are told', async () => {
    const report = { refused: [{ path: 'me/+/x', code: 'BAD_LOG', message: 'no line' }] };
    const error = await failure(push(() => ({ status: 200, body: JSON.stringify(report) })));
    expect(error.message).toBe('refused: BAD_LOG: no line');
    expect(fake!.pushes).toHaveLength(1);
  });

  it.each([400, 401, 403, 404, 405, 413, 415, 302])('after a %d', async (status) => {
    const error = await failure(push(() => ({ status })));
    expect(error.message).toContain(`does not take pushes: ${status}`);
    expect(fake!.pushes).toHaveLength(1);
  });

  it.each([200, 204])('after a %d without a body', async (status) => {
    expect((await push(() => ({ status }))).pushes).toHaveLength(1);
  });
});

it.each([
  ['a text', FORMS.text, 'QU*', '"data":"QU*",'],
  ['no text', FORMS.text, '', '"data":"",'],
  ['JSON', FORMS.json, ' [1, null] ', '"data":[1,null],'],
  ['JSON of half a surrogate pair', FORMS.json, '"\\ud800"', '"data":"\\ud800",'],
  ['no JSON', FORMS.json, '', '"message":{"messageId":'],
])('what stands in the place of the data is pushed as it was: %s', async (_, form, text, part) => {
  fake = await FakeFunction.start(() => ({ status: 204 }));
  const pusher = new Pusher({ url: fake.url, signal: stop.signal });
  await pusher.push(Buffer.from(text), form);
  pusher.close();
  expect(JSON.stringify(fake.pushes[0]!.envelope)).toContain(part);
});

it('what is said to be JSON, and would change the envelope, is not pushed', async () => {
  fake = await FakeFunction.start(() => ({ status: 204 }));
  const pusher = new Pusher({ url: fake.url, signal: stop.signal });
  const error = await failure(pusher.push(Buffer.from('1},"subscription":{"a":1'), FORMS.json));
  pusher.close();
  expect(error).toBeInstanceOf(RefusedMessage);
  expect(fake.pushes).toEqual([]);
});

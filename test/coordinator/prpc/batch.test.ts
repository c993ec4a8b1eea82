import type { Reply } from '../../../src/coordinator/prpc/answer.js';
import {
  type Answer,
  type Call,
  registerCall,
  terminateCall,
} from '../../../src/coordinator/prpc/call.js';
import { ENTRY_BYTES_MAX, sendCalls, SENDS_MAX } from '../../../src/coordinator/prpc/batch.js';
import type { GrpcCode } from '../../../src/common/errors.js';
import { logdog } from '../../../src/proto/gen/services.js';
import { entriesOf, type EntryAnswer } from '../../fakes/coordinator_server.js';
import {
  OTHER_SECRET,
  registrationOf,
  SECRET,
  terminationOf,
} from '../../../src/testing/coordinator_requests.js';

class FakeWaiting {
  answer: Answer | undefined;
  settled = false;

  constructor(readonly item: Call) {}

  resolve(answer: Answer): void {
    if (this.settled) throw new Error('settled twice');
    this.settled = true;
    this.answer = answer;
  }

  get result(): string {
    if (this.answer?.kind === 'failed') return this.answer.failure.status;
    return this.answer?.kind === 'registered' ? this.answer.response.id : String(this.answer?.kind);
  }
}

function register(name: string): FakeWaiting {
  return new FakeWaiting(registerCall(registrationOf({ path: `p/+/${name}` }), Buffer.from(name)));
}

/** An answer to each of the first `count` calls of a Batch. */
function registered(count: number): EntryAnswer[] {
  return Array.from({ length: count }, (_, index) => ({
    index,
    registerStream: { id: `id ${index}` },
  }));
}

/** Sends a batch to a server that answers by a script: entries, or a status, one for each call that comes. */
async function send(batch: FakeWaiting[], ...script: (EntryAnswer[] | GrpcCode | Reply)[]) {
  const sent: { method: string; names: string[] }[] = [];
  const warnings: string[] = [];
  const call = (method: string, body: Uint8Array): Promise<Reply> => {
    const names = entriesOf(method, body).map(({ registerStream }) =>
      Buffer.from(registerStream?.desc ?? []).toString(),
    );
    sent.push({ method, names });
    const next = script[sent.length - 1];
    if (next === undefined) return Promise.reject(new Error('one call too many'));
    if (typeof next === 'string') {
      return Promise.resolve({ failure: { status: next, detail: 'said the server' } });
    }
    if (!Array.isArray(next)) return Promise.resolve(next);
    return Promise.resolve({ body: logdog.BatchResponse.encode({ resp: next }).finish() });
  };
  const { signal } = new AbortController();
  await sendCalls(batch, { call }, signal, (message) => warnings.push(message));
  expect(sent).toHaveLength(script.length);
  return { sent, warnings, results: batch.map(({ result }) => result) };
}

function batchAnswer(resp: EntryAnswer[]): Reply {
  return { body: logdog.BatchResponse.encode({ resp }).finish() };
}

const ONE = { body: logdog.RegisterStreamResponse.encode({ id: 'id alone' }).finish() };

describe('a single call to the Coordinator', () => {
  test('is sent as it is, not as a Batch', async () => {
    const { sent, results } = await send([register('a')], ONE);
    expect(sent).toEqual([{ method: 'RegisterStream', names: ['a'] }]);
    expect(results).toEqual(['id alone']);
  });

  test('that terminates a stream resolves with nothing', async () => {
    const waiting = new FakeWaiting(terminateCall(terminationOf()));
    expect((await send([waiting], { body: new Uint8Array() })).results).toEqual(['empty']);
  });

  test('fails with the status of the answer', async () => {
    expect((await send([register('a')], 'NotFound')).results).toEqual(['NotFound']);
  });

  test('that is answered with garbage fails', async () => {
    const body = Buffer.from('ffff', 'hex');
    expect((await send([register('a')], { body })).results).toEqual(['Internal']);
  });
});

describe('a Batch', () => {
  test('gives each call its answer, in whatever order they come', async () => {
    const { sent, results } = await send(
      [register('a'), register('b'), register('c')],
      registered(3).reverse(),
    );
    expect(sent).toEqual([{ method: 'Batch', names: ['a', 'b', 'c'] }]);
    expect(results).toEqual(['id 0', 'id 1', 'id 2']);
  });

  test('an entry without a value is an empty answer, and an Error is that call’s alone', async () => {
    const batch = [new FakeWaiting(terminateCall(terminationOf())), register('b'), register('c')];
    const { results } = await send(batch, [
      { index: 0 },
      { index: 1, err: { grpcCode: 9, msg: 'no' } },
      { index: 2, registerStream: { id: 'c' } },
    ]);
    expect(results).toEqual(['empty', 'FailedPrecondition', 'c']);
  });

  test('sends again the calls that the answer omits, and only those', async () => {
    const { sent, results } = await send(
      [register('a'), register('b'), register('c')],
      [{ index: 1, registerStream: { id: 'first' } }],
      registered(2),
    );
    expect(sent[1]).toEqual({ method: 'Batch', names: ['a', 'c'] });
    expect(results).toEqual(['id 0', 'first', 'id 1']);
  });

  test('does not send a call again whose caller has left', async () => {
    const batch = [register('a'), register('b'), register('c')];
    batch[2]!.settled = true;
    const { sent } = await send(batch, registered(1), registered(1));
    expect(sent[1]!.names).toEqual(['b']);
  });

  test('fails calls that answers omit again and again', async () => {
    const batch = Array.from({ length: SENDS_MAX + 2 }, (_, i) => register(`${i}`));
    const { results } = await send(
      batch,
      ...Array.from({ length: SENDS_MAX }, () => registered(1)),
    );
    expect(results.slice(0, SENDS_MAX)).toEqual(Array(SENDS_MAX).fill('id 0'));
    expect(results.slice(SENDS_MAX)).toEqual(['Internal', 'Internal']);
  });

  test.each([
    ['nothing', []],
    ['only unknown indices', [{ index: 2 }, { index: -1 }, { index: 2 ** 31 - 1 }]],
  ])('that is answered with %s fails, and is not sent again', async (_rule, entries) => {
    const { results } = await send([register('a'), register('b')], entries);
    expect(results).toEqual(['Internal', 'Internal']);
  });

  test('ignores unknown and repeated indices, with a warning', async () => {
    const { results, warnings } = await send(
      [register('a'), register('b')],
      [...registered(2), { index: 0, err: { grpcCode: 3 } }, { index: 7 }],
    );
    expect(results).toEqual(['id 0', 'id 1']);
    expect(warnings).toEqual([
      'the Coordinator answers a Batch of 2 calls with 2 that belong to none',
    ]);
  });

  test('that is answered with garbage fails', async () => {
    const reply = { body: Buffer.from('0aff', 'hex') };
    expect((await send([register('a'), register('b')], reply)).results).toEqual([
      'Internal',
      'Internal',
    ]);
  });

  test('that fails with a retryable code fails all its calls', async () => {
    const { results } = await send([register('a'), register('b')], 'Unavailable');
    expect(results).toEqual(['Unavailable', 'Unavailable']);
  });

  test('that is refused as a whole is sent again call by call', async () => {
    const { sent, results } = await send(
      [register('a'), register('b')],
      'InvalidArgument',
      'InvalidArgument',
      ONE,
    );
    expect(sent.map(({ method }) => method)).toEqual(['Batch', 'RegisterStream', 'RegisterStream']);
    expect(results).toEqual(['InvalidArgument', 'id alone']);
  });
});

test.each(['utf8', 'hex', 'base64'] as const)(
  'a Batch: a secret that the server repeats as %s is in no error of its calls',
  async (form) => {
    const batch = [register('a'), register('b')];
    const msg = `bad secret ${SECRET.toString(form)}!`;
    await send(batch, [{ index: 0, err: { grpcCode: 3, msg } }, { index: 1 }]);
    expect(batch[0]!.answer).toMatchObject({
      kind: 'failed',
      failure: { detail: 'bad secret (secret)!' },
    });
  },
);

test.each([
  [
    'a registration',
    (secret: Uint8Array) => registerCall(registrationOf({ secret }), OTHER_SECRET),
  ],
  ['a termination', (secret: Uint8Array) => terminateCall(terminationOf({ secret }))],
])(
  'a Batch: the secret of %s that is settled, whose message’s memory is used again, is masked as it was sent',
  async (_what, callWith) => {
    const memory = Buffer.from(SECRET);
    const first = new FakeWaiting(callWith(memory));
    const other = registrationOf({ secret: OTHER_SECRET });
    const second = new FakeWaiting(registerCall(other, Buffer.from('b')));
    let calls = 0;
    const call = (): Promise<Reply> => {
      calls++;
      if (calls === 1) return Promise.resolve(batchAnswer([{ index: 0 }]));
      expect(first.settled).toBe(true);
      memory.fill('another message ');
      const msg = `not ${SECRET.toString()} but another message another message anot`;
      return Promise.resolve(batchAnswer([{ index: 0, err: { grpcCode: 3, msg } }]));
    };
    await sendCalls([first, second], { call }, new AbortController().signal, () => undefined);
    expect(second.answer).toMatchObject({
      failure: { detail: 'not (secret) but another message another message anot' },
    });
  },
);

test('a call takes no more in a Batch than is reckoned with', async () => {
  for (const size of [0, 1, 127, 128, 16_383, 16_384, 2_097_151, 2_097_152]) {
    const call = registerCall(registrationOf(), Buffer.alloc(size));
    let bytes = 0;
    const client = {
      call: (_method: string, body: Uint8Array): Promise<Reply> => {
        bytes = body.length;
        return Promise.resolve({
          body: logdog.BatchResponse.encode({ resp: registered(2) }).finish(),
        });
      },
    };
    const batch = [new FakeWaiting(call), new FakeWaiting(call)];
    await sendCalls(batch, client, new AbortController().signal, () => undefined);
    expect(bytes).toBeGreaterThan(2 * call.body.length);
    expect(bytes).toBeLessThanOrEqual(2 * (call.body.length + ENTRY_BYTES_MAX));
  }
});

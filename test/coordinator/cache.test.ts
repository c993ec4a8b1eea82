import { CachedCoordinator } from '../../src/coordinator/cache.js';
import type { LogStreamState } from '../../src/coordinator/coordinator.js';
import { NOT_TERMINATED } from '../../src/coordinator/coordinator.js';
import { CollectorError, coordinatorError } from '../../src/common/errors.js';
import { type CoordinatorScript, FakeCoordinator } from '../fakes/coordinator.js';
import { rejectionOf } from '../../src/testing/contract.js';
import {
  DESCRIPTOR,
  OTHER_SECRET,
  registrationOf,
  SECRET,
  terminationOf,
} from '../../src/testing/coordinator_requests.js';
import { type Gate, gate, turn } from './requests.js';

const EXPIRATION_MS = 1000;

/** A cache over a fake, with a clock to move. */
function setUp(script: CoordinatorScript = {}, size = 100) {
  const clock = { now: 1 };
  const inner = new FakeCoordinator(script);
  const cache = new CachedCoordinator(inner, {
    size,
    expirationMs: EXPIRATION_MS,
    now: () => clock.now,
  });
  return { inner, cache, clock };
}

/** A script whose registrations, and terminations, wait for gates of their own. */
function gated() {
  const registers: Gate<Partial<LogStreamState>>[] = [];
  const terminates: Gate<undefined>[] = [];
  const signals: (AbortSignal | undefined)[] = [];
  const script: CoordinatorScript = {
    register: (_registration, { signal }) => {
      signals.push(signal);
      const next = gate<Partial<LogStreamState>>();
      registers.push(next);
      return next.promise;
    },
    terminate: (_request, { signal }) => {
      signals.push(signal);
      const next = gate<undefined>();
      terminates.push(next);
      return next.promise;
    },
  };
  return { registers, terminates, signals, script };
}

const DOWN = coordinatorError('Unavailable', 'down');

describe('a registration', () => {
  test('that is known is answered without a promise and without a call', async () => {
    const { inner, cache } = setUp();
    const first = await cache.registerStream(registrationOf(), DESCRIPTOR, {});
    const second = cache.registerStream(registrationOf(), DESCRIPTOR, {});
    expect(second).toBe(first);
    expect(inner.count('registerStream')).toBe(1);
  });

  test('is passed on as it came', async () => {
    const { inner, cache } = setUp();
    await cache.registerStream(registrationOf({ terminalIndex: 5n }), DESCRIPTOR, {});
    expect(inner.calls).toEqual([
      {
        method: 'registerStream',
        registration: registrationOf({ terminalIndex: 5n }),
        descriptor: DESCRIPTOR,
      },
    ]);
  });

  test('is one call for 1,000 callers at once', async () => {
    const { inner, cache } = setUp();
    const calls = Array.from({ length: 1000 }, async () =>
      cache.registerStream(registrationOf(), DESCRIPTOR, {}),
    );
    const states = await Promise.all(calls);
    expect(new Set(states).size).toBe(1);
    expect(inner.count('registerStream')).toBe(1);
  });

  test('of 2,048 streams at once are 2,048 calls at once', async () => {
    const { registers, script } = gated();
    const { cache } = setUp(script, 4096);
    const calls = Array.from({ length: 2048 }, async (_, i) =>
      cache.registerStream(registrationOf({ path: `p/+/${i}` }), DESCRIPTOR, {}),
    );
    await turn();
    expect(registers).toHaveLength(2048);
    for (const { open } of registers) open({});
    const states = await Promise.all(calls);
    expect(states.map(({ path }) => path)).toEqual(states.map((_, i) => `p/+/${i}`));
  });

  const distinct = [
    ['project', registrationOf({ project: 'other' })],
    ['path', registrationOf({ path: 'some/prefix/+/other' })],
    ['secret', registrationOf({ secret: OTHER_SECRET })],
  ] as const;

  test.each(distinct)('with another %s shares no state', async (_what, other) => {
    const { inner, cache } = setUp();
    await cache.registerStream(registrationOf(), DESCRIPTOR, {});
    await cache.registerStream(other, DESCRIPTOR, {});
    expect(inner.count('registerStream')).toBe(2);
  });

  test.each(distinct)(
    'with another %s shares no call and no failure (departure 3)',
    async (_what, other) => {
      const { registers, script } = gated();
      const { cache } = setUp(script);
      const failing = rejectionOf(() => cache.registerStream(registrationOf(), DESCRIPTOR, {}));
      const working = cache.registerStream(other, DESCRIPTOR, {});
      await turn();
      registers[0]!.fail(DOWN);
      registers[1]!.open({});
      expect(await failing).toBe(DOWN);
      expect(await working).toMatchObject({ path: other.path });
    },
  );

  test('answers the secret that the Coordinator answered, also for another that was sent', async () => {
    const { cache } = setUp({ register: () => ({ secret: OTHER_SECRET }) });
    const state = await cache.registerStream(registrationOf(), DESCRIPTOR, {});
    expect(Buffer.from(state.secret)).toEqual(OTHER_SECRET);
  });

  test('keeps no view into the message that it came with', async () => {
    const { cache } = setUp();
    const message = Buffer.alloc(1_000_000, SECRET);
    const secret = message.subarray(0, SECRET.length);
    const state = await cache.registerStream(registrationOf({ secret }), DESCRIPTOR, {});
    expect(state.secret.buffer.byteLength).toBe(SECRET.length);
    message.fill(0);
    expect(Buffer.from(state.secret)).toEqual(SECRET);
  });

  test('answers a state that callers cannot change', async () => {
    const { cache } = setUp();
    const state = await cache.registerStream(registrationOf(), DESCRIPTOR, {});
    expect(Object.isFrozen(state)).toBe(true);
  });
});

describe('a failure', () => {
  const failures = [
    ['that may pass', DOWN],
    ['for good', coordinatorError('FailedPrecondition', 'expired')],
  ] as const;

  test.each(failures)('%s of a registration is not kept (departure 3)', async (_which, failure) => {
    const outcomes: (() => Partial<LogStreamState>)[] = [
      () => {
        throw failure;
      },
      () => ({}),
    ];
    const { inner, cache } = setUp({ register: () => outcomes.shift()!() });
    const failed = await rejectionOf(() => cache.registerStream(registrationOf(), DESCRIPTOR, {}));
    expect(failed).toBe(failure);
    await cache.registerStream(registrationOf(), DESCRIPTOR, {});
    expect(inner.count('registerStream')).toBe(2);
  });

  test('of a registration reaches all callers that wait for it', async () => {
    const { inner, cache } = setUp({ register: () => Promise.reject(DOWN) });
    const calls = Array.from({ length: 10 }, () =>
      rejectionOf(() => cache.registerStream(registrationOf(), DESCRIPTOR, {})),
    );
    expect(new Set(await Promise.all(calls))).toEqual(new Set([DOWN]));
    expect(inner.count('registerStream')).toBe(1);
  });

  test.each(failures)('%s of a termination is not kept (departure 3)', async (_which, failure) => {
    const outcomes = [() => Promise.reject(failure), () => Promise.resolve()];
    const { inner, cache } = setUp({ terminate: () => outcomes.shift()!() });
    await cache.registerStream(registrationOf(), DESCRIPTOR, {});
    const failed = await rejectionOf(() => cache.terminateStream(terminationOf(), {}));
    expect(failed).toBe(failure);
    const state = await cache.registerStream(registrationOf(), DESCRIPTOR, {});
    expect(state.terminalIndex).toBe(NOT_TERMINATED);
    await cache.terminateStream(terminationOf(), {});
    expect([inner.count('registerStream'), inner.count('terminateStream')]).toEqual([1, 2]);
  });

  test('that the Coordinator throws at once is a rejection', async () => {
    const { inner, cache } = setUp();
    jest.spyOn(inner, 'registerStream').mockImplementation(() => {
      throw DOWN;
    });
    const failed = await rejectionOf(() => cache.registerStream(registrationOf(), DESCRIPTOR, {}));
    expect(failed).toBe(DOWN);
  });
});

/** A stream's registrations and terminations that ask something else of it; each may be refused alone. */
const OTHER_QUESTIONS = [
  {
    what: 'a registration with another descriptor',
    first: (cache: CachedCoordinator) => cache.registerStream(registrationOf(), DESCRIPTOR, {}),
    second: (cache: CachedCoordinator) =>
      cache.registerStream(registrationOf(), Buffer.from('another one'), {}),
  },
  {
    what: 'a registration with a terminal index',
    first: (cache: CachedCoordinator) => cache.registerStream(registrationOf(), DESCRIPTOR, {}),
    second: (cache: CachedCoordinator) =>
      cache.registerStream(registrationOf({ terminalIndex: 7n }), DESCRIPTOR, {}),
  },
  {
    what: 'a registration with another terminal index',
    first: (cache: CachedCoordinator) =>
      cache.registerStream(registrationOf({ terminalIndex: 7n }), DESCRIPTOR, {}),
    second: (cache: CachedCoordinator) =>
      cache.registerStream(registrationOf({ terminalIndex: 8n }), DESCRIPTOR, {}),
  },
  {
    what: 'a registration without a terminal index',
    first: (cache: CachedCoordinator) =>
      cache.registerStream(registrationOf({ terminalIndex: 7n }), DESCRIPTOR, {}),
    second: (cache: CachedCoordinator) => cache.registerStream(registrationOf(), DESCRIPTOR, {}),
  },
  {
    what: 'a registration with another protocol version',
    first: (cache: CachedCoordinator) =>
      cache.registerStream(registrationOf({ protoVersion: '2' }), DESCRIPTOR, {}),
    second: (cache: CachedCoordinator) => cache.registerStream(registrationOf(), DESCRIPTOR, {}),
  },
  {
    what: 'a registration whose parts run into each other in another way',
    first: (cache: CachedCoordinator) =>
      cache.registerStream(registrationOf({ protoVersion: '1 1' }), Buffer.from('1 '), {}),
    second: (cache: CachedCoordinator) =>
      cache.registerStream(registrationOf({ protoVersion: '1' }), Buffer.from(' 11 '), {}),
  },
  {
    what: 'a termination with another index',
    first: (cache: CachedCoordinator) => cache.terminateStream(terminationOf(), {}),
    second: (cache: CachedCoordinator) =>
      cache.terminateStream(terminationOf({ terminalIndex: 8n }), {}),
  },
  {
    what: 'a termination with another id',
    first: (cache: CachedCoordinator) => cache.terminateStream(terminationOf({ id: 'odd' }), {}),
    second: (cache: CachedCoordinator) => cache.terminateStream(terminationOf(), {}),
  },
  {
    what: 'a termination with another secret',
    first: (cache: CachedCoordinator) =>
      cache.terminateStream(terminationOf({ secret: OTHER_SECRET }), {}),
    second: (cache: CachedCoordinator) => cache.terminateStream(terminationOf(), {}),
  },
];

describe('a registration that differs from the call under way', () => {
  const failures = [
    ['a refusal', coordinatorError('InvalidArgument', 'the first one is wrong')],
    ['a failure that may pass', DOWN],
  ] as const;

  for (const { what, first, second } of OTHER_QUESTIONS) {
    test.each(failures)(`${what} does not get %s of the call under way`, async (_, failure) => {
      const { registers, terminates, script } = gated();
      const { cache } = setUp(script);
      const failing = rejectionOf(() => first(cache));
      const working = second(cache);
      await turn();
      const [one, other] = registers.length > 0 ? registers : terminates;
      one!.fail(failure);
      (other as Gate<unknown> | undefined)?.open({});
      expect(await failing).toBe(failure);
      await expect(working).resolves.not.toThrow();
    });

    test(`${what} asked by 10 callers at once is one call`, async () => {
      const { inner, cache } = setUp();
      const others = Array.from({ length: 10 }, () => second(cache));
      await Promise.all([first(cache), ...others]);
      expect(inner.calls).toHaveLength(2);
    });
  }

  test('of a stream that is known is answered with its state, and no call', async () => {
    const { inner, cache } = setUp();
    const known = await cache.registerStream(registrationOf(), DESCRIPTOR, {});
    expect(cache.registerStream(registrationOf(), Buffer.from('another one'), {})).toBe(known);
    expect(inner.count('registerStream')).toBe(1);
  });

  test('an answer without an end that comes after one with an end does not undo it', async () => {
    const { registers, script } = gated();
    const { inner, cache } = setUp(script);
    const open = cache.registerStream(registrationOf(), DESCRIPTOR, {});
    const ending = cache.registerStream(registrationOf({ terminalIndex: 7n }), DESCRIPTOR, {});
    await turn();
    registers[1]!.open({});
    expect(await ending).toMatchObject({ terminalIndex: 7n });
    registers[0]!.open({});
    expect(await open).toMatchObject({ terminalIndex: 7n });
    const known = cache.registerStream(registrationOf(), DESCRIPTOR, {});
    expect(known).toMatchObject({ terminalIndex: 7n });
    expect(cache.terminateStream(terminationOf({ terminalIndex: 7n }), {})).toBeUndefined();
    expect(inner.calls).toHaveLength(2);
  });

  test('of 20,000 callers at once about one stream costs no more than of 20,000 streams', async () => {
    const { inner, cache } = setUp();
    const begun = performance.now();
    await Promise.all(
      Array.from({ length: 20_000 }, async (_, at) =>
        cache.registerStream(registrationOf({ terminalIndex: BigInt(at) }), DESCRIPTOR, {}),
      ),
    );
    expect(inner.count('registerStream')).toBe(20_000);
    // 0.3 s; looked up one after the other, or each marked in all others, it is a minute.
    expect(performance.now() - begun).toBeLessThan(10_000);
  });
});

describe('a terminal index', () => {
  test('known from a termination is told by registrations, and not sent again', async () => {
    const { inner, cache } = setUp();
    const open = await cache.registerStream(registrationOf(), DESCRIPTOR, {});
    await cache.terminateStream(terminationOf({ terminalIndex: 7n }), {});
    const ended = cache.registerStream(registrationOf(), DESCRIPTOR, {});
    expect(ended).toMatchObject({ terminalIndex: 7n });
    expect(open.terminalIndex).toBe(NOT_TERMINATED);
    expect(cache.terminateStream(terminationOf({ terminalIndex: 7n }), {})).toBeUndefined();
    expect([inner.count('registerStream'), inner.count('terminateStream')]).toEqual([1, 1]);
  });

  test('known from a registration is not sent again', async () => {
    const { inner, cache } = setUp();
    await cache.registerStream(registrationOf({ terminalIndex: 7n }), DESCRIPTOR, {});
    expect(cache.terminateStream(terminationOf({ terminalIndex: 7n }), {})).toBeUndefined();
    expect(inner.count('terminateStream')).toBe(0);
  });

  test('other than the known one is for the Coordinator to judge', async () => {
    const refusal = coordinatorError('FailedPrecondition', 'ends at 7');
    const { cache } = setUp({ terminate: () => Promise.reject(refusal) });
    await cache.registerStream(registrationOf({ terminalIndex: 7n }), DESCRIPTOR, {});
    const failed = await rejectionOf(() =>
      cache.terminateStream(terminationOf({ terminalIndex: 8n }), {}),
    );
    expect(failed).toBe(refusal);
    const state = await cache.registerStream(registrationOf(), DESCRIPTOR, {});
    expect(state.terminalIndex).toBe(7n);
  });

  test('that comes with the registration of a known stream waits for its termination', async () => {
    const { inner, cache } = setUp();
    await cache.registerStream(registrationOf(), DESCRIPTOR, {});
    const state = cache.registerStream(registrationOf({ terminalIndex: 7n }), DESCRIPTOR, {});
    expect(state).toMatchObject({ terminalIndex: NOT_TERMINATED });
    await cache.terminateStream(terminationOf({ terminalIndex: 7n }), {});
    expect(inner.count('terminateStream')).toBe(1);
  });

  test('known with one secret spares no termination with another', async () => {
    const { inner, cache } = setUp();
    await cache.registerStream(registrationOf({ terminalIndex: 7n }), DESCRIPTOR, {});
    await cache.terminateStream(terminationOf({ secret: OTHER_SECRET }), {});
    expect(inner.count('terminateStream')).toBe(1);
  });

  test('is sent once for 1,000 who send it at once, and once more for another index', async () => {
    const { inner, cache } = setUp();
    await cache.registerStream(registrationOf(), DESCRIPTOR, {});
    const calls = Array.from({ length: 1000 }, async () =>
      cache.terminateStream(terminationOf({ terminalIndex: 7n }), {}),
    );
    const other = cache.terminateStream(terminationOf({ terminalIndex: 8n }), {});
    await Promise.all([...calls, other]);
    expect(inner.count('terminateStream')).toBe(2);
  });

  test('of a stream that is not known is sent, and kept nowhere', async () => {
    const { inner, cache } = setUp();
    await cache.terminateStream(terminationOf(), {});
    await cache.terminateStream(terminationOf(), {});
    expect(inner.count('terminateStream')).toBe(2);
  });

  test.each([
    ['before the registration is answered', true],
    ['after the registration is answered', false],
  ])('that becomes known %s is not forgotten', async (_when, terminateFirst) => {
    const { registers, terminates, script } = gated();
    const { inner, cache } = setUp(script);
    const registering = cache.registerStream(registrationOf(), DESCRIPTOR, {});
    const terminating = cache.terminateStream(terminationOf({ terminalIndex: 7n }), {});
    await turn();
    const steps = [
      () => {
        terminates[0]!.open(undefined);
      },
      () => {
        registers[0]!.open({});
      },
    ];
    for (const step of terminateFirst ? steps : steps.reverse()) {
      step();
      await turn();
    }
    await Promise.all([registering, terminating]);
    expect(cache.registerStream(registrationOf(), DESCRIPTOR, {})).toMatchObject({
      terminalIndex: 7n,
    });
    expect(cache.terminateStream(terminationOf({ terminalIndex: 7n }), {})).toBeUndefined();
    expect(inner.calls).toHaveLength(2);
  });
});

describe('age and size of the state cache', () => {
  test('a state is believed until it expires, and no hit makes it younger', async () => {
    const { inner, cache, clock } = setUp();
    await cache.registerStream(registrationOf(), DESCRIPTOR, {});
    clock.now += EXPIRATION_MS;
    await cache.registerStream(registrationOf(), DESCRIPTOR, {});
    expect(inner.count('registerStream')).toBe(1);
    clock.now += 1;
    await cache.registerStream(registrationOf(), DESCRIPTOR, {});
    expect(inner.count('registerStream')).toBe(2);
  });

  test('a termination does not make a state younger', async () => {
    const { inner, cache, clock } = setUp();
    await cache.registerStream(registrationOf(), DESCRIPTOR, {});
    clock.now += EXPIRATION_MS;
    await cache.terminateStream(terminationOf(), {});
    clock.now += 1;
    await cache.registerStream(registrationOf(), DESCRIPTOR, {});
    expect(inner.count('registerStream')).toBe(2);
  });

  test('the stream that was not asked for the longest makes room', async () => {
    const { inner, cache } = setUp({}, 2);
    const register = async (name: string) =>
      cache.registerStream(registrationOf({ path: `p/+/${name}` }), DESCRIPTOR, {});
    for (const name of ['a', 'b', 'a', 'c', 'a', 'b']) await register(name);
    const asked = inner.calls.map((call) => 'registration' in call && call.registration.path);
    expect(asked).toEqual(['p/+/a', 'p/+/b', 'p/+/c', 'p/+/b']);
  });

  test('a long name takes the room of several streams', async () => {
    const { inner, cache } = setUp({}, 4);
    const register = async (name: string) =>
      cache.registerStream(registrationOf({ path: `p/+/${name}` }), DESCRIPTOR, {});
    await register('a');
    await register('n'.repeat(4 * 512 - 100));
    await register('a');
    expect(inner.count('registerStream')).toBe(3);
  });
});

describe('signals of the state cache', () => {
  test('one caller that leaves does not affect the others', async () => {
    const { registers, signals, script } = gated();
    const { cache } = setUp(script);
    const controller = new AbortController();
    const { signal } = controller;
    const leaving = rejectionOf(() =>
      cache.registerStream(registrationOf(), DESCRIPTOR, { signal }),
    );
    const other = new AbortController().signal;
    const staying = cache.registerStream(registrationOf(), DESCRIPTOR, { signal: other });
    controller.abort(new CollectorError('DEADLINE'));
    expect((await leaving).code).toBe('DEADLINE');
    expect(signals.map((own) => own?.aborted)).toEqual([false]);
    registers[0]!.open({});
    expect(await staying).toMatchObject({ path: registrationOf().path });
  });

  test.each([
    ['a registration', 'registerStream'],
    ['a termination', 'terminateStream'],
  ] as const)(
    '%s is given up when all callers have left, and can begin anew',
    async (_, method) => {
      const { registers, terminates, signals, script } = gated();
      const { inner, cache } = setUp(script);
      const call = async (signal?: AbortSignal) => {
        if (method === 'terminateStream') await cache.terminateStream(terminationOf(), { signal });
        else await cache.registerStream(registrationOf(), DESCRIPTOR, { signal });
      };
      const controllers = [new AbortController(), new AbortController()] as const;
      const leaving = controllers.map(({ signal }) => rejectionOf(() => call(signal)));
      controllers[0].abort();
      await turn();
      expect(signals[0]!.aborted).toBe(false);
      controllers[1].abort();
      expect(signals[0]!.aborted).toBe(true);
      expect((await Promise.all(leaving)).map(({ code }) => code)).toEqual([
        'CANCELLED',
        'CANCELLED',
      ]);
      // The inner Coordinator hangs on; a new caller does not hang with it.
      const again = call();
      await turn();
      expect(inner.count(method)).toBe(2);
      registers[1]?.open({});
      terminates[1]?.open(undefined);
      await again;
    },
  );

  test('what comes after all callers have left is not kept', async () => {
    const { registers, script } = gated();
    const { inner, cache } = setUp(script);
    const controller = new AbortController();
    const { signal } = controller;
    const leaving = rejectionOf(() =>
      cache.registerStream(registrationOf(), DESCRIPTOR, { signal }),
    );
    controller.abort();
    await leaving;
    registers[0]!.open({});
    await turn();
    void cache.registerStream(registrationOf(), DESCRIPTOR, {});
    expect(inner.count('registerStream')).toBe(2);
    registers[1]!.open({});
  });

  test.each([
    ['a registration', 'registerStream'],
    ['a termination', 'terminateStream'],
  ] as const)(
    '%s that is never given up goes on without a signal, and the next caller shares it',
    async (_, method) => {
      const { registers, terminates, signals, script } = gated();
      const inner = new FakeCoordinator(script);
      const limits = { size: 100, expirationMs: EXPIRATION_MS, abandons: false };
      const cache = new CachedCoordinator(inner, limits);
      const call = async (signal?: AbortSignal) => {
        if (method === 'terminateStream') await cache.terminateStream(terminationOf(), { signal });
        else await cache.registerStream(registrationOf(), DESCRIPTOR, { signal });
      };
      const controller = new AbortController();
      const leaving = rejectionOf(() => call(controller.signal));
      controller.abort(new CollectorError('DEADLINE'));
      expect((await leaving).code).toBe('DEADLINE');
      const next = call();
      await turn();
      expect(signals).toEqual([undefined]);
      registers[0]?.open({});
      terminates[0]?.open(undefined);
      await next;
      expect(inner.count(method)).toBe(1);
    },
  );

  test('a caller whose signal is aborted already makes no call', async () => {
    const { inner, cache } = setUp();
    const signal = AbortSignal.abort();
    await rejectionOf(() => cache.registerStream(registrationOf(), DESCRIPTOR, { signal }));
    await rejectionOf(() => cache.terminateStream(terminationOf(), { signal }));
    expect(inner.calls).toEqual([]);
  });

  test('a failure after all callers have left rejects no promise', async () => {
    const unhandled: unknown[] = [];
    const listener = (reason: unknown) => unhandled.push(reason);
    process.on('unhandledRejection', listener);
    const { registers, script } = gated();
    const { cache } = setUp(script);
    const controller = new AbortController();
    const { signal } = controller;
    const leaving = rejectionOf(() =>
      cache.registerStream(registrationOf(), DESCRIPTOR, { signal }),
    );
    controller.abort();
    await leaving;
    registers[0]!.fail(DOWN);
    await turn();
    await turn();
    process.off('unhandledRejection', listener);
    expect(unhandled).toEqual([]);
  });
});

test('the statistics tell how often the Coordinator was spared a registration', async () => {
  const { cache } = setUp();
  const first = cache.registerStream(registrationOf(), DESCRIPTOR, {});
  const joined = cache.registerStream(registrationOf(), DESCRIPTOR, {});
  await Promise.all([first, joined]);
  await cache.registerStream(registrationOf(), DESCRIPTOR, {});
  await cache.registerStream(registrationOf({ project: 'other' }), DESCRIPTOR, {});
  expect(cache.stats).toEqual({ size: 2, hits: 2, misses: 2 });
});

test('closing waits for what is under way, then closes the Coordinator', async () => {
  const { registers, terminates, script } = gated();
  const { inner, cache } = setUp(script);
  const calls = [
    cache.registerStream(registrationOf(), DESCRIPTOR, {}),
    cache.terminateStream(terminationOf(), {}),
  ];
  await turn();
  const closing = cache.close();
  registers[0]!.open({});
  await turn();
  expect(inner.closed).toBe(false);
  terminates[0]!.open(undefined);
  await Promise.all([closing, ...calls]);
  expect(inner.closed).toBe(true);
  for (const call of [
    () => cache.registerStream(registrationOf(), DESCRIPTOR, {}),
    () => cache.terminateStream(terminationOf(), {}),
  ]) {
    expect((await rejectionOf(call)).code).toBe('SHUTTING_DOWN');
  }
});

import { createHash } from 'node:crypto';
import type { Coordinator } from '../../src/coordinator/coordinator.js';
import { NOT_TERMINATED } from '../../src/coordinator/coordinator.js';
import { CollectorError } from '../../src/common/errors.js';
import {
  DESCRIPTOR,
  OTHER_SECRET,
  registrationOf,
  rejectionOf,
  SECRET,
  terminationOf,
} from '../coordinator/requests.js';

export interface CoordinatorSettings {
  readonly strict?: boolean;
  readonly prefixExpirationMs?: number;
  /** Milliseconds since 1970. */
  readonly now?: () => number;
}

export interface CoordinatorUnderTest {
  readonly coordinator: Coordinator;
  /** Closes it and opens another one on the same data. */
  reopen(): Promise<CoordinatorUnderTest>;
  /** Closes it and removes its data. */
  destroy(): Promise<void>;
}

/** What every Coordinator does (protocol section 4). Prefixes register themselves unless `strict`. */
export function describeCoordinator(
  name: string,
  open: (settings: CoordinatorSettings) => Promise<CoordinatorUnderTest>,
): void {
  describe(`the Coordinator ${name}`, () => {
    let underTest: CoordinatorUnderTest | undefined;

    async function start(settings: CoordinatorSettings = {}): Promise<Coordinator> {
      underTest = await open(settings);
      return underTest.coordinator;
    }

    async function restart(): Promise<Coordinator> {
      underTest = await underTest!.reopen();
      return underTest.coordinator;
    }

    afterEach(async () => {
      await underTest?.destroy();
      underTest = undefined;
    });

    test('a new stream has its id, the secret it was registered with, and no end', async () => {
      const coordinator = await start();
      const registration = registrationOf();
      const { secret, ...state } = await coordinator.registerStream(registration, DESCRIPTOR, {});
      expect(Buffer.from(secret)).toEqual(SECRET);
      expect(state).toEqual({
        project: 'project',
        path: registration.path,
        id: createHash('sha256').update(registration.path).digest('hex'),
        protoVersion: '1',
        terminalIndex: NOT_TERMINATED,
        archived: false,
        purged: false,
      });
    });

    test('registering again answers the same state, whatever the descriptor', async () => {
      const coordinator = await start();
      const first = await coordinator.registerStream(registrationOf(), DESCRIPTOR, {});
      const again = await coordinator.registerStream(registrationOf(), Buffer.from('other'), {});
      expect(again).toEqual(first);
    });

    test('1,000 registrations of one new stream at once all get its state', async () => {
      const coordinator = await start();
      const calls = Array.from({ length: 1000 }, async () =>
        coordinator.registerStream(registrationOf(), DESCRIPTOR, {}),
      );
      const states = await Promise.all(calls);
      expect(new Set(states.map(({ id }) => id)).size).toBe(1);
    });

    test('the same path in two projects is two streams', async () => {
      const coordinator = await start();
      const [one, two] = ['one', 'two'];
      await coordinator.registerStream(registrationOf({ project: one }), DESCRIPTOR, {});
      await coordinator.registerStream(registrationOf({ project: two }), DESCRIPTOR, {});
      await coordinator.terminateStream(terminationOf({ project: two }), {});
      const restarted = await restart();
      const open = await restarted.registerStream(registrationOf({ project: one }), DESCRIPTOR, {});
      const ended = await restarted.registerStream(
        registrationOf({ project: two }),
        DESCRIPTOR,
        {},
      );
      expect([open.terminalIndex, ended.terminalIndex]).toEqual([NOT_TERMINATED, 7n]);
    });

    test('a stream whose names are as long as they may be is told from its neighbour', async () => {
      const coordinator = await start();
      const [prefix, name] = ['p'.repeat(4096), 'n'.repeat(4095)];
      const [one, two] = [`${prefix}/+/${name}1`, `${prefix}/+/${name}2`];
      const first = await coordinator.registerStream(
        registrationOf({ path: one, terminalIndex: 3n }),
        DESCRIPTOR,
        {},
      );
      const second = await coordinator.registerStream(
        registrationOf({ path: two }),
        DESCRIPTOR,
        {},
      );
      expect([first.terminalIndex, second.terminalIndex]).toEqual([3n, NOT_TERMINATED]);
    });

    describe('the end of a stream', () => {
      test('a termination is told by the next registration', async () => {
        const coordinator = await start();
        await coordinator.registerStream(registrationOf(), DESCRIPTOR, {});
        await coordinator.terminateStream(terminationOf({ terminalIndex: 7n }), {});
        const state = await coordinator.registerStream(registrationOf(), DESCRIPTOR, {});
        expect(state.terminalIndex).toBe(7n);
      });

      test('a registration with a terminal index ends the stream too', async () => {
        const coordinator = await start();
        const registration = registrationOf({ terminalIndex: 0n });
        const state = await coordinator.registerStream(registration, DESCRIPTOR, {});
        expect(state.terminalIndex).toBe(0n);
        await coordinator.terminateStream(terminationOf({ terminalIndex: 0n }), {});
        const restarted = await restart();
        const again = await restarted.registerStream(registrationOf(), DESCRIPTOR, {});
        expect(again.terminalIndex).toBe(0n);
      });

      test('the largest index is 2^63-1', async () => {
        const coordinator = await start();
        const terminalIndex = 2n ** 63n - 1n;
        await coordinator.registerStream(registrationOf(), DESCRIPTOR, {});
        await coordinator.terminateStream(terminationOf({ terminalIndex }), {});
        const restarted = await restart();
        const state = await restarted.registerStream(registrationOf(), DESCRIPTOR, {});
        expect(state.terminalIndex).toBe(terminalIndex);
      });

      test('terminating again with the same index is no error, with another one it is refused', async () => {
        const coordinator = await start();
        await coordinator.registerStream(registrationOf(), DESCRIPTOR, {});
        await coordinator.terminateStream(terminationOf({ terminalIndex: 7n }), {});
        await coordinator.terminateStream(terminationOf({ terminalIndex: 7n }), {});
        const other = terminationOf({ terminalIndex: 8n });
        const error = await rejectionOf(() => coordinator.terminateStream(other, {}));
        expect(error.code).toBe('COORDINATOR_REFUSED');
        expect(error.message).toContain('FailedPrecondition');
        const state = await coordinator.registerStream(registrationOf(), DESCRIPTOR, {});
        expect(state.terminalIndex).toBe(7n);
      });

      test('registering with another index than the known one answers the known one', async () => {
        const coordinator = await start();
        await coordinator.registerStream(registrationOf({ terminalIndex: 7n }), DESCRIPTOR, {});
        const other = registrationOf({ terminalIndex: 8n });
        const state = await coordinator.registerStream(other, DESCRIPTOR, {});
        expect(state.terminalIndex).toBe(7n);
      });

      test('registrations and terminations of one stream at once leave it ended', async () => {
        const coordinator = await start();
        await coordinator.registerStream(registrationOf(), DESCRIPTOR, {});
        const calls = Array.from({ length: 100 }, async (_, i) =>
          i % 2 === 0
            ? coordinator.registerStream(registrationOf(), DESCRIPTOR, {})
            : coordinator.terminateStream(terminationOf(), {}),
        );
        await Promise.all(calls);
        const state = await coordinator.registerStream(registrationOf(), DESCRIPTOR, {});
        expect(state.terminalIndex).toBe(7n);
      });
    });

    describe('refusals', () => {
      const malformed = [
        ['a project that is no name', registrationOf({ project: 'Project' })],
        ['a path without a prefix', registrationOf({ path: '/+/name' })],
        ['a path without a name', registrationOf({ path: 'prefix/+/' })],
        ['a path that is only a prefix', registrationOf({ path: 'prefix' })],
        ['a secret that is too short', registrationOf({ secret: SECRET.subarray(1) })],
        ['an unknown protocol version', registrationOf({ protoVersion: '2' })],
      ] as const;

      test.each(malformed)('%s is bad input', async (_rule, registration) => {
        const coordinator = await start();
        const error = await rejectionOf(() =>
          coordinator.registerStream(registration, DESCRIPTOR, {}),
        );
        expect(error.code).toBe('COORDINATOR_REFUSED');
        expect(error.message).toContain('InvalidArgument');
      });

      const terminations = [
        ['an id that is no hash', terminationOf({ id: 'abc' }), 'InvalidArgument', false],
        ['a negative index', terminationOf({ terminalIndex: -1n }), 'InvalidArgument', false],
        ['another secret', terminationOf({ secret: OTHER_SECRET }), 'InvalidArgument', false],
        [
          'an id that is not registered',
          terminationOf({ path: 'some/prefix/+/other' }),
          'NotFound',
          true,
        ],
      ] as const;

      test.each(terminations)(
        'terminating with %s is refused',
        async (_rule, request, status, retryable) => {
          const coordinator = await start();
          await coordinator.registerStream(registrationOf(), DESCRIPTOR, {});
          const error = await rejectionOf(() => coordinator.terminateStream(request, {}));
          expect(error.message).toContain(status);
          expect(error.retryable).toBe(retryable);
        },
      );

      test('another secret is refused, is in no message, and hurts no one with the right one (departure 8)', async () => {
        const coordinator = await start();
        await coordinator.registerStream(registrationOf(), DESCRIPTOR, {});
        const wrong = registrationOf({ secret: OTHER_SECRET });
        const right = registrationOf();
        const [error, state] = await Promise.all([
          rejectionOf(() => coordinator.registerStream(wrong, DESCRIPTOR, {})),
          coordinator.registerStream(right, DESCRIPTOR, {}),
        ]);
        expect(error.code).toBe('COORDINATOR_REFUSED');
        expect(error.message).toContain('project/some/prefix/+/a/name');
        expect(error.message).not.toContain('canary');
        expect(Buffer.from(state.secret)).toEqual(SECRET);
      });

      test('one secret serves all streams of a prefix, and no other prefix', async () => {
        const coordinator = await start();
        await coordinator.registerStream(registrationOf({ path: 'a/+/one' }), DESCRIPTOR, {});
        const other = { path: 'b/+/one', secret: OTHER_SECRET };
        await coordinator.registerStream(registrationOf(other), DESCRIPTOR, {});
        const wrong = registrationOf({ path: 'b/+/two' });
        const error = await rejectionOf(() => coordinator.registerStream(wrong, DESCRIPTOR, {}));
        expect(error.message).toContain('InvalidArgument');
      });

      test('where it is strict, a prefix that is not registered is refused', async () => {
        const coordinator = await start({ strict: true });
        const error = await rejectionOf(() =>
          coordinator.registerStream(registrationOf(), DESCRIPTOR, {}),
        );
        expect(error.code).toBe('COORDINATOR_REFUSED');
        expect(error.message).toContain('FailedPrecondition');
      });

      test('an expired prefix takes no streams, but those it has can end', async () => {
        let now = Date.parse('2024-01-01T00:00:00Z');
        const coordinator = await start({ prefixExpirationMs: 1000, now: () => now });
        await coordinator.registerStream(registrationOf(), DESCRIPTOR, {});
        now += 999;
        const sibling = registrationOf({ path: 'some/prefix/+/second' });
        await coordinator.registerStream(sibling, DESCRIPTOR, {});
        now += 1;
        const late = registrationOf({ path: 'some/prefix/+/third' });
        const error = await rejectionOf(() => coordinator.registerStream(late, DESCRIPTOR, {}));
        expect(error.code).toBe('COORDINATOR_REFUSED');
        expect(error.message).toContain('FailedPrecondition');
        expect(error.message).toContain('expired');
        await coordinator.terminateStream(terminationOf(), {});
      });
    });

    test('a restart keeps streams, ends and secrets', async () => {
      const coordinator = await start();
      const first = await coordinator.registerStream(registrationOf(), DESCRIPTOR, {});
      await coordinator.terminateStream(terminationOf(), {});
      const restarted = await restart();
      const again = await restarted.registerStream(registrationOf(), DESCRIPTOR, {});
      expect({ ...again, secret: Buffer.from(again.secret) }).toEqual({
        ...first,
        secret: SECRET,
        terminalIndex: 7n,
      });
      const wrong = registrationOf({ secret: OTHER_SECRET });
      const error = await rejectionOf(() => restarted.registerStream(wrong, DESCRIPTOR, {}));
      expect(error.code).toBe('COORDINATOR_REFUSED');
    });

    describe('signals', () => {
      test('a call that was given up before it began rejects, and does nothing', async () => {
        const coordinator = await start();
        const signal = AbortSignal.abort();
        const error = await rejectionOf(() =>
          coordinator.registerStream(registrationOf(), DESCRIPTOR, { signal }),
        );
        expect(error.code).toBe('CANCELLED');
        const unknown = await rejectionOf(() => coordinator.terminateStream(terminationOf(), {}));
        expect(unknown.message).toContain('NotFound');
      });

      test('a call that is given up rejects with the reason', async () => {
        const coordinator = await start();
        const controller = new AbortController();
        const { signal } = controller;
        const call = coordinator.registerStream(registrationOf(), DESCRIPTOR, { signal });
        controller.abort(new CollectorError('DEADLINE'));
        expect((await rejectionOf(() => call)).code).toBe('DEADLINE');
      });
    });

    test('closing waits for what is under way, and takes nothing more in', async () => {
      const coordinator = await start();
      const events: string[] = [];
      const call = Promise.resolve(
        coordinator.registerStream(registrationOf(), DESCRIPTOR, {}),
      ).then(() => events.push('registered'));
      const closing = coordinator.close().then(() => events.push('closed'));
      const late = registrationOf({ path: 'some/prefix/+/late' });
      const error = await rejectionOf(() => coordinator.registerStream(late, DESCRIPTOR, {}));
      expect(error.code).toBe('SHUTTING_DOWN');
      await Promise.all([call, closing]);
      expect(events).toEqual(['registered', 'closed']);
    });
  });
}

import assert from 'node:assert/strict';
import { rejectionOf } from './contract.js';
import type { CoordinatorCases } from './coordinator_run.js';
import {
  DESCRIPTOR,
  OTHER_SECRET,
  registrationOf,
  SECRET,
  terminationOf,
} from './coordinator_requests.js';

/** Adds the rules of what is refused. */
export function addRefusalCases(contract: CoordinatorCases): void {
  const malformed = [
    ['a project that is no name', registrationOf({ project: 'Project' })],
    ['a path without a prefix', registrationOf({ path: '/+/name' })],
    ['a path without a name', registrationOf({ path: 'prefix/+/' })],
    ['a path that is only a prefix', registrationOf({ path: 'prefix' })],
    ['a secret that is too short', registrationOf({ secret: SECRET.subarray(1) })],
    ['an unknown protocol version', registrationOf({ protoVersion: '2' })],
  ] as const;

  for (const [what, registration] of malformed)
    contract.add(`${what} is bad input`, async (coordinator) => {
      const error = await rejectionOf(() =>
        coordinator.registerStream(registration, DESCRIPTOR, {}),
      );
      assert.equal(error.code, 'COORDINATOR_REFUSED');
      assert.ok(error.message.includes('InvalidArgument'), error.message);
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

  for (const [what, request, status, retryable] of terminations)
    contract.add(`terminating with ${what} is refused`, async (coordinator) => {
      await coordinator.registerStream(registrationOf(), DESCRIPTOR, {});
      const error = await rejectionOf(() => coordinator.terminateStream(request, {}));
      assert.ok(error.message.includes(status), error.message);
      assert.equal(error.retryable, retryable);
    });

  contract.add(
    'another secret is refused, is in no message, and hurts no one with the right one (departure 8)',
    async (coordinator) => {
      await coordinator.registerStream(registrationOf(), DESCRIPTOR, {});
      const wrong = registrationOf({ secret: OTHER_SECRET });
      const right = registrationOf();
      const [error, state] = await Promise.all([
        rejectionOf(() => coordinator.registerStream(wrong, DESCRIPTOR, {})),
        coordinator.registerStream(right, DESCRIPTOR, {}),
      ]);
      assert.equal(error.code, 'COORDINATOR_REFUSED');
      assert.ok(error.message.includes('project/some/prefix/+/a/name'), error.message);
      assert.ok(!error.message.includes('canary'), error.message);
      assert.deepEqual(Buffer.from(state.secret), SECRET);
    },
  );

  contract.add(
    'one secret serves all streams of a prefix, and no other prefix',
    async (coordinator) => {
      await coordinator.registerStream(registrationOf({ path: 'a/+/one' }), DESCRIPTOR, {});
      const other = { path: 'b/+/one', secret: OTHER_SECRET };
      await coordinator.registerStream(registrationOf(other), DESCRIPTOR, {});
      const wrong = registrationOf({ path: 'b/+/two' });
      const error = await rejectionOf(() => coordinator.registerStream(wrong, DESCRIPTOR, {}));
      assert.ok(error.message.includes('InvalidArgument'), error.message);
    },
  );

  contract.addWith(
    { strict: true },
    'where it is strict, a prefix that is not registered is refused',
    async (coordinator) => {
      const error = await rejectionOf(() =>
        coordinator.registerStream(registrationOf(), DESCRIPTOR, {}),
      );
      assert.equal(error.code, 'COORDINATOR_REFUSED');
      assert.ok(error.message.includes('FailedPrecondition'), error.message);
    },
  );

  let now = Date.parse('2024-01-01T00:00:00Z');
  const expiring = { prefixExpirationMs: 1000, now: () => now };
  contract.addWith(
    expiring,
    'an expired prefix takes no streams, but those it has can end',
    async (coordinator) => {
      await coordinator.registerStream(registrationOf(), DESCRIPTOR, {});
      now += 999;
      const sibling = registrationOf({ path: 'some/prefix/+/second' });
      await coordinator.registerStream(sibling, DESCRIPTOR, {});
      now += 1;
      const late = registrationOf({ path: 'some/prefix/+/third' });
      const error = await rejectionOf(() => coordinator.registerStream(late, DESCRIPTOR, {}));
      assert.equal(error.code, 'COORDINATOR_REFUSED');
      assert.ok(error.message.includes('FailedPrecondition'), error.message);
      assert.ok(error.message.includes('expired'), error.message);
      await coordinator.terminateStream(terminationOf(), {});
    },
  );
}

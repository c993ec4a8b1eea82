import assert from 'node:assert/strict';
import { rejectionOf } from './contract.js';
import { assertRefused, type CoordinatorCases, register, terminate } from './coordinator_cases.js';
import { OTHER_SECRET, SECRET } from './coordinator_requests.js';

/** Adds the rules of what is refused. */
export function addRefusalCases(contract: CoordinatorCases): void {
  const malformed = [
    ['a project that is no name', { project: 'Project' }],
    ['a path without a prefix', { path: '/+/name' }],
    ['a path without a name', { path: 'prefix/+/' }],
    ['a path that is only a prefix', { path: 'prefix' }],
    ['a secret that is too short', { secret: SECRET.subarray(1) }],
    ['an unknown protocol version', { protoVersion: '2' }],
  ] as const;

  for (const [what, differs] of malformed)
    contract.add(`${what} is bad input`, async (coordinator) => {
      await assertRefused(() => register(coordinator, differs), 'InvalidArgument');
    });

  const terminations = [
    ['an id that is no hash', { id: 'abc' }, 'InvalidArgument', false],
    ['a negative index', { terminalIndex: -1n }, 'InvalidArgument', false],
    ['another secret', { secret: OTHER_SECRET }, 'InvalidArgument', false],
    ['an id that is not registered', { path: 'some/prefix/+/other' }, 'NotFound', true],
  ] as const;

  for (const [what, differs, status, retryable] of terminations)
    contract.add(`terminating with ${what} is refused`, async (coordinator) => {
      await register(coordinator);
      const error = await rejectionOf(() => terminate(coordinator, differs));
      assert.ok(error.message.includes(status), error.message);
      assert.equal(error.retryable, retryable);
    });

  contract.add(
    'another secret is refused, is in no message, and hurts no one with the right one (departure 8)',
    async (coordinator) => {
      await register(coordinator);
      const wrong = () => register(coordinator, { secret: OTHER_SECRET });
      const [error, state] = await Promise.all([
        assertRefused(wrong, 'project/some/prefix/+/a/name'),
        register(coordinator),
      ]);
      assert.ok(!error.message.includes('canary'), error.message);
      assert.deepEqual(Buffer.from(state.secret), SECRET);
    },
  );

  contract.add(
    'one secret serves all streams of a prefix, and no other prefix',
    async (coordinator) => {
      await register(coordinator, { path: 'a/+/one' });
      await register(coordinator, { path: 'b/+/one', secret: OTHER_SECRET });
      const error = await rejectionOf(() => register(coordinator, { path: 'b/+/two' }));
      assert.ok(error.message.includes('InvalidArgument'), error.message);
    },
  );

  contract.addWith(
    { strict: true },
    'where it is strict, a prefix that is not registered is refused',
    async (coordinator) => {
      await assertRefused(() => register(coordinator), 'FailedPrecondition');
    },
  );

  let now = Date.parse('2024-01-01T00:00:00Z');
  const expiring = { prefixExpirationMs: 1000, now: () => now };
  contract.addWith(
    expiring,
    'an expired prefix takes no streams, but those it has can end',
    async (coordinator) => {
      await register(coordinator);
      now += 999;
      await register(coordinator, { path: 'some/prefix/+/second' });
      now += 1;
      const late = () => register(coordinator, { path: 'some/prefix/+/third' });
      await assertRefused(late, 'FailedPrecondition', 'expired');
      await terminate(coordinator);
    },
  );
}

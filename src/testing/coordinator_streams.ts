import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { NOT_TERMINATED } from '../coordinator/coordinator.js';
import { rejectionOf } from './contract.js';
import type { CoordinatorCases } from './coordinator_run.js';
import { DESCRIPTOR, registrationOf, SECRET, terminationOf } from './coordinator_requests.js';

/** Adds the rules of registering and terminating streams. */
export function addStreamCases(contract: CoordinatorCases): void {
  contract.add(
    'a new stream has its id, the secret it was registered with, and no end',
    async (coordinator) => {
      const registration = registrationOf();
      const { secret, ...state } = await coordinator.registerStream(registration, DESCRIPTOR, {});
      assert.deepEqual(Buffer.from(secret), SECRET);
      assert.deepEqual(state, {
        project: 'project',
        path: registration.path,
        id: createHash('sha256').update(registration.path).digest('hex'),
        protoVersion: '1',
        terminalIndex: NOT_TERMINATED,
        archived: false,
        purged: false,
      });
    },
  );

  contract.add(
    'registering again answers the same state, whatever the descriptor',
    async (coordinator) => {
      const first = await coordinator.registerStream(registrationOf(), DESCRIPTOR, {});
      const again = await coordinator.registerStream(registrationOf(), Buffer.from('other'), {});
      assert.deepEqual(again, first);
    },
  );

  contract.add(
    'once a call has settled, the memory of its secret and of its descriptor may be used again',
    async (coordinator) => {
      const [secret, descriptor] = [Buffer.from(SECRET), Buffer.from(DESCRIPTOR)];
      await coordinator.registerStream(registrationOf({ secret }), descriptor, {});
      secret.fill(0);
      descriptor.fill(0);
      const state = await coordinator.registerStream(registrationOf(), DESCRIPTOR, {});
      assert.deepEqual(Buffer.from(state.secret), SECRET);
      await coordinator.terminateStream(terminationOf(), {});
    },
  );

  contract.add(
    '1,000 registrations of one new stream at once all get its state',
    async (coordinator) => {
      const calls = Array.from({ length: 1000 }, async () =>
        coordinator.registerStream(registrationOf(), DESCRIPTOR, {}),
      );
      const states = await Promise.all(calls);
      assert.equal(new Set(states.map(({ id }) => id)).size, 1);
    },
  );

  contract.add('the same path in two projects is two streams', async (coordinator, run) => {
    const [one, two] = ['one', 'two'];
    await coordinator.registerStream(registrationOf({ project: one }), DESCRIPTOR, {});
    await coordinator.registerStream(registrationOf({ project: two }), DESCRIPTOR, {});
    await coordinator.terminateStream(terminationOf({ project: two }), {});
    const restarted = await run.restart();
    const open = await restarted.registerStream(registrationOf({ project: one }), DESCRIPTOR, {});
    const ended = await restarted.registerStream(registrationOf({ project: two }), DESCRIPTOR, {});
    assert.deepEqual([open.terminalIndex, ended.terminalIndex], [NOT_TERMINATED, 7n]);
  });

  contract.add(
    'a stream whose names are as long as they may be is told from its neighbour',
    async (coordinator) => {
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
      assert.deepEqual([first.terminalIndex, second.terminalIndex], [3n, NOT_TERMINATED]);
    },
  );
}

/** Adds the rules of the end of a stream. */
export function addEndCases(contract: CoordinatorCases): void {
  const add: CoordinatorCases['add'] = (name, body) => {
    contract.add(`the end of a stream: ${name}`, body);
  };

  add('a termination is told by the next registration', async (coordinator) => {
    await coordinator.registerStream(registrationOf(), DESCRIPTOR, {});
    await coordinator.terminateStream(terminationOf({ terminalIndex: 7n }), {});
    const state = await coordinator.registerStream(registrationOf(), DESCRIPTOR, {});
    assert.equal(state.terminalIndex, 7n);
  });

  add('a registration with a terminal index ends the stream too', async (coordinator, run) => {
    const registration = registrationOf({ terminalIndex: 0n });
    const state = await coordinator.registerStream(registration, DESCRIPTOR, {});
    assert.equal(state.terminalIndex, 0n);
    await coordinator.terminateStream(terminationOf({ terminalIndex: 0n }), {});
    const restarted = await run.restart();
    const again = await restarted.registerStream(registrationOf(), DESCRIPTOR, {});
    assert.equal(again.terminalIndex, 0n);
  });

  add('the largest index is 2^63-1', async (coordinator, run) => {
    const terminalIndex = 2n ** 63n - 1n;
    await coordinator.registerStream(registrationOf(), DESCRIPTOR, {});
    await coordinator.terminateStream(terminationOf({ terminalIndex }), {});
    const restarted = await run.restart();
    const state = await restarted.registerStream(registrationOf(), DESCRIPTOR, {});
    assert.equal(state.terminalIndex, terminalIndex);
  });

  add(
    'terminating again with the same index is no error, with another one it is refused',
    async (coordinator) => {
      await coordinator.registerStream(registrationOf(), DESCRIPTOR, {});
      await coordinator.terminateStream(terminationOf({ terminalIndex: 7n }), {});
      await coordinator.terminateStream(terminationOf({ terminalIndex: 7n }), {});
      const other = terminationOf({ terminalIndex: 8n });
      const error = await rejectionOf(() => coordinator.terminateStream(other, {}));
      assert.equal(error.code, 'COORDINATOR_REFUSED');
      assert.ok(error.message.includes('FailedPrecondition'), error.message);
      const state = await coordinator.registerStream(registrationOf(), DESCRIPTOR, {});
      assert.equal(state.terminalIndex, 7n);
    },
  );

  add(
    'registering with another index than the known one answers the known one',
    async (coordinator) => {
      await coordinator.registerStream(registrationOf({ terminalIndex: 7n }), DESCRIPTOR, {});
      const other = registrationOf({ terminalIndex: 8n });
      const state = await coordinator.registerStream(other, DESCRIPTOR, {});
      assert.equal(state.terminalIndex, 7n);
    },
  );

  add(
    'registrations and terminations of one stream at once leave it ended',
    async (coordinator) => {
      await coordinator.registerStream(registrationOf(), DESCRIPTOR, {});
      const calls = Array.from({ length: 100 }, async (_, i) =>
        i % 2 === 0
          ? coordinator.registerStream(registrationOf(), DESCRIPTOR, {})
          : coordinator.terminateStream(terminationOf(), {}),
      );
      await Promise.all(calls);
      const state = await coordinator.registerStream(registrationOf(), DESCRIPTOR, {});
      assert.equal(state.terminalIndex, 7n);
    },
  );
}

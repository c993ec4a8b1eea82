import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { NOT_TERMINATED } from '../coordinator/coordinator.js';
import { assertRefused, type CoordinatorCases, register, terminate } from './coordinator_cases.js';
import { DESCRIPTOR, registrationOf, SECRET } from './coordinator_requests.js';

/** Adds the rules of registering and terminating streams. */
export function addStreamCases(contract: CoordinatorCases): void {
  contract.add(
    'a new stream has its id, the secret it was registered with, and no end',
    async (coordinator) => {
      const { path } = registrationOf();
      const { secret, ...state } = await register(coordinator);
      assert.deepEqual(Buffer.from(secret), SECRET);
      assert.deepEqual(state, {
        project: 'project',
        path,
        id: createHash('sha256').update(path).digest('hex'),
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
      const first = await register(coordinator);
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
      const state = await register(coordinator);
      assert.deepEqual(Buffer.from(state.secret), SECRET);
      await terminate(coordinator);
    },
  );

  contract.add(
    '1,000 registrations of one new stream at once all get its state',
    async (coordinator) => {
      const calls = Array.from({ length: 1000 }, async () => register(coordinator));
      const states = await Promise.all(calls);
      assert.equal(new Set(states.map(({ id }) => id)).size, 1);
    },
  );

  contract.add('the same path in two projects is two streams', async (coordinator, reopen) => {
    const [one, two] = ['one', 'two'];
    await register(coordinator, { project: one });
    await register(coordinator, { project: two });
    await terminate(coordinator, { project: two });
    const restarted = await reopen();
    const open = await register(restarted, { project: one });
    const ended = await register(restarted, { project: two });
    assert.deepEqual([open.terminalIndex, ended.terminalIndex], [NOT_TERMINATED, 7n]);
  });

  contract.add(
    'a stream whose names are as long as they may be is told from its neighbour',
    async (coordinator) => {
      const [prefix, name] = ['p'.repeat(4096), 'n'.repeat(4095)];
      const [one, two] = [`${prefix}/+/${name}1`, `${prefix}/+/${name}2`];
      const first = await register(coordinator, { path: one, terminalIndex: 3n });
      const second = await register(coordinator, { path: two });
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
    await register(coordinator);
    await terminate(coordinator, { terminalIndex: 7n });
    const state = await register(coordinator);
    assert.equal(state.terminalIndex, 7n);
  });

  add('a registration with a terminal index ends the stream too', async (coordinator, reopen) => {
    const state = await register(coordinator, { terminalIndex: 0n });
    assert.equal(state.terminalIndex, 0n);
    await terminate(coordinator, { terminalIndex: 0n });
    const restarted = await reopen();
    const again = await register(restarted);
    assert.equal(again.terminalIndex, 0n);
  });

  add('the largest index is 2^63-1', async (coordinator, reopen) => {
    const terminalIndex = 2n ** 63n - 1n;
    await register(coordinator);
    await terminate(coordinator, { terminalIndex });
    const restarted = await reopen();
    const state = await register(restarted);
    assert.equal(state.terminalIndex, terminalIndex);
  });

  add(
    'terminating again with the same index is no error, with another one it is refused',
    async (coordinator) => {
      await register(coordinator);
      await terminate(coordinator, { terminalIndex: 7n });
      await terminate(coordinator, { terminalIndex: 7n });
      const other = () => terminate(coordinator, { terminalIndex: 8n });
      await assertRefused(other, 'FailedPrecondition');
      const state = await register(coordinator);
      assert.equal(state.terminalIndex, 7n);
    },
  );

  add(
    'registering with another index than the known one answers the known one',
    async (coordinator) => {
      await register(coordinator, { terminalIndex: 7n });
      const state = await register(coordinator, { terminalIndex: 8n });
      assert.equal(state.terminalIndex, 7n);
    },
  );

  add(
    'registrations and terminations of one stream at once leave it ended',
    async (coordinator) => {
      await register(coordinator);
      const calls = Array.from({ length: 100 }, async (_, i) =>
        i % 2 === 0 ? register(coordinator) : terminate(coordinator),
      );
      await Promise.all(calls);
      const state = await register(coordinator);
      assert.equal(state.terminalIndex, 7n);
    },
  );
}

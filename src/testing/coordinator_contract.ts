import assert from 'node:assert/strict';
import { CollectorError } from '../common/errors.js';
import {
  assertRefused,
  type CoordinatorCases,
  type OpenCoordinator,
  register,
  terminate,
} from './coordinator_cases.js';
import { OTHER_SECRET, SECRET } from './coordinator_requests.js';
import { Contract, type ContractCase, rejectionOf } from './contract.js';
import { addRefusalCases } from './coordinator_refusals.js';
import { addEndCases, addStreamCases } from './coordinator_streams.js';

/** What the rules of a Coordinator depend on. */
export interface CoordinatorContractOptions {
  /** Whether what it knows outlives it. Default: true. */
  readonly durable?: boolean;
}

/**
 * Returns the rules of `Coordinator` (protocol section 4) as test cases, for any test runner:
 * `for (const { name, run } of cases) test(name, run)`. Prefixes register themselves unless `strict`.
 */
export function coordinatorContract(
  open: OpenCoordinator,
  { durable = true }: CoordinatorContractOptions = {},
): ContractCase[] {
  const contract: CoordinatorCases = new Contract(async (settings) => {
    let opened = await open(settings);
    return {
      tested: opened.coordinator,
      async reopen() {
        // One that is not durable goes on as it is.
        if (durable) opened = await opened.reopen();
        return opened.coordinator;
      },
      end: () => opened.destroy(),
    };
  });
  addStreamCases(contract);
  addEndCases(contract);
  addRefusalCases(contract);
  if (durable) addDurabilityCase(contract);
  addCallCases(contract);
  return contract.cases;
}

function addDurabilityCase(contract: CoordinatorCases): void {
  contract.add('a restart keeps streams, ends and secrets', async (coordinator, reopen) => {
    const first = await register(coordinator);
    await terminate(coordinator);
    const restarted = await reopen();
    const again = await register(restarted);
    assert.deepEqual(
      { ...again, secret: Buffer.from(again.secret) },
      { ...first, secret: SECRET, terminalIndex: 7n },
    );
    await assertRefused(() => register(restarted, { secret: OTHER_SECRET }));
  });
}

/** Adds the rules of signals and of closing. */
function addCallCases(contract: CoordinatorCases): void {
  contract.add(
    'a call that was given up before it began rejects, and does nothing',
    async (coordinator) => {
      const signal = AbortSignal.abort();
      const error = await rejectionOf(() => register(coordinator, {}, { signal }));
      assert.equal(error.code, 'CANCELLED');
      const unknown = await rejectionOf(() => terminate(coordinator));
      assert.ok(unknown.message.includes('NotFound'), unknown.message);
    },
  );

  contract.add('a call that is given up rejects with the reason', async (coordinator) => {
    const controller = new AbortController();
    const { signal } = controller;
    const call = register(coordinator, {}, { signal });
    controller.abort(new CollectorError('DEADLINE'));
    assert.equal((await rejectionOf(() => call)).code, 'DEADLINE');
  });
  contract.add(
    'closing waits for what is under way, and takes nothing more in',
    async (coordinator) => {
      const events: string[] = [];
      const call = Promise.resolve(register(coordinator)).then(() => events.push('registered'));
      const closing = coordinator.close().then(() => events.push('closed'));
      const error = await rejectionOf(() => register(coordinator, { path: 'some/prefix/+/late' }));
      assert.equal(error.code, 'SHUTTING_DOWN');
      await Promise.all([call, closing]);
      assert.deepEqual(events, ['registered', 'closed']);
    },
  );
}

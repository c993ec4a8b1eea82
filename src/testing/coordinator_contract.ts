import assert from 'node:assert/strict';
import { CollectorError } from '../common/errors.js';
import { type CoordinatorCases, CoordinatorRun, type OpenCoordinator } from './coordinator_run.js';
import {
  DESCRIPTOR,
  OTHER_SECRET,
  registrationOf,
  SECRET,
  terminationOf,
} from './coordinator_requests.js';
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
  const contract: CoordinatorCases = new Contract(() => new CoordinatorRun(open, durable));
  addStreamCases(contract);
  addEndCases(contract);
  addRefusalCases(contract);
  if (durable) addDurabilityCase(contract);
  addCallCases(contract);
  return contract.cases;
}

function addDurabilityCase(contract: CoordinatorCases): void {
  contract.add('a restart keeps streams, ends and secrets', async (coordinator, run) => {
    const first = await coordinator.registerStream(registrationOf(), DESCRIPTOR, {});
    await coordinator.terminateStream(terminationOf(), {});
    const restarted = await run.restart();
    const again = await restarted.registerStream(registrationOf(), DESCRIPTOR, {});
    assert.deepEqual(
      { ...again, secret: Buffer.from(again.secret) },
      {
        ...first,
        secret: SECRET,
        terminalIndex: 7n,
      },
    );
    const wrong = registrationOf({ secret: OTHER_SECRET });
    const error = await rejectionOf(() => restarted.registerStream(wrong, DESCRIPTOR, {}));
    assert.equal(error.code, 'COORDINATOR_REFUSED');
  });
}

/** Adds the rules of signals and of closing. */
function addCallCases(contract: CoordinatorCases): void {
  contract.add(
    'a call that was given up before it began rejects, and does nothing',
    async (coordinator) => {
      const signal = AbortSignal.abort();
      const error = await rejectionOf(() =>
        coordinator.registerStream(registrationOf(), DESCRIPTOR, { signal }),
      );
      assert.equal(error.code, 'CANCELLED');
      const unknown = await rejectionOf(() => coordinator.terminateStream(terminationOf(), {}));
      assert.ok(unknown.message.includes('NotFound'), unknown.message);
    },
  );

  contract.add('a call that is given up rejects with the reason', async (coordinator) => {
    const controller = new AbortController();
    const { signal } = controller;
    const call = coordinator.registerStream(registrationOf(), DESCRIPTOR, { signal });
    controller.abort(new CollectorError('DEADLINE'));
    assert.equal((await rejectionOf(() => call)).code, 'DEADLINE');
  });
  contract.add(
    'closing waits for what is under way, and takes nothing more in',
    async (coordinator) => {
      const events: string[] = [];
      const call = Promise.resolve(
        coordinator.registerStream(registrationOf(), DESCRIPTOR, {}),
      ).then(() => events.push('registered'));
      const closing = coordinator.close().then(() => events.push('closed'));
      const late = registrationOf({ path: 'some/prefix/+/late' });
      const error = await rejectionOf(() => coordinator.registerStream(late, DESCRIPTOR, {}));
      assert.equal(error.code, 'SHUTTING_DOWN');
      await Promise.all([call, closing]);
      assert.deepEqual(events, ['registered', 'closed']);
    },
  );
}

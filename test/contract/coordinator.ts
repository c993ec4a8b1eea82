import {
  coordinatorContract,
  type CoordinatorContractOptions,
} from '../../src/testing/coordinator_contract.js';
import type { OpenCoordinator } from '../../src/testing/coordinator_cases.js';

/** Runs the rules of `Coordinator` on an implementation. */
export function describeCoordinator(
  name: string,
  open: OpenCoordinator,
  options?: CoordinatorContractOptions,
): void {
  describe(`Coordinator contract: ${name}`, () => {
    for (const one of coordinatorContract(open, options)) test(one.name, one.run);
  });
}

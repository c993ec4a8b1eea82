import type { OpenStorage } from '../../src/testing/storage_cases.js';
import {
  storageContract,
  type StorageContractOptions,
} from '../../src/testing/storage_contract.js';

/** Runs the rules of `Storage` on an implementation; SEED sets the seed of the random case. */
export function describeStorage(
  name: string,
  open: OpenStorage,
  options: StorageContractOptions = {},
): void {
  const { SEED } = process.env;
  const seed = SEED === undefined ? {} : { seed: Number(SEED) };
  describe(`storage contract: ${name}`, () => {
    for (const one of storageContract(open, { ...options, ...seed })) test(one.name, one.run);
  });
}

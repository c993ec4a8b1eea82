/** The contracts of a storage and of a Coordinator as test cases, and messages to test with. */
export type { ContractCase } from '../testing/contract.js';
export { storageContract, type StorageContractOptions } from '../testing/storage_contract.js';
export type { OpenedStorage, OpenStorage } from '../testing/storage_cases.js';
export {
  coordinatorContract,
  type CoordinatorContractOptions,
} from '../testing/coordinator_contract.js';
export type {
  CoordinatorSettings,
  CoordinatorUnderTest,
  OpenCoordinator,
} from '../testing/coordinator_cases.js';
export { buildMessage, type MessageSpec, type StreamSpec } from '../testing/message.js';
export { recordsOf } from '../testing/records.js';

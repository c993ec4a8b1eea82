import assert from 'node:assert/strict';
import type { CollectorError } from '../common/errors.js';
import type {
  CallOptions,
  Coordinator,
  StreamRegistration,
  TerminateRequest,
} from '../coordinator/coordinator.js';
import { type Contract, rejectionOf } from './contract.js';
import { DESCRIPTOR, registrationOf, terminationOf } from './coordinator_requests.js';

/** What a case asks of the Coordinator that it tests; default: as the implementation has it. */
export interface CoordinatorSettings {
  /** Refuses streams of prefixes that are not registered. */
  readonly strict?: boolean;
  /** How long after its registration a prefix takes new streams, in milliseconds. */
  readonly prefixExpirationMs?: number;
  /** Milliseconds since 1970. */
  readonly now?: () => number;
}

/** A Coordinator that a contract tests. */
export interface CoordinatorUnderTest {
  /** Knows no streams. */
  readonly coordinator: Coordinator;
  /** Closes it and opens another one on the same data; not called where the contract is not `durable`. */
  reopen(): Promise<CoordinatorUnderTest>;
  /** Closes it and removes its data. */
  destroy(): Promise<void>;
}

/** Opens a Coordinator that knows no streams. */
export type OpenCoordinator = (settings: CoordinatorSettings) => Promise<CoordinatorUnderTest>;

export type CoordinatorCases = Contract<Coordinator, CoordinatorSettings>;

/** Registers a stream; what is left out is the same in all cases. */
export function register(
  coordinator: Coordinator,
  differs: Partial<StreamRegistration> = {},
  options: CallOptions = {},
): ReturnType<Coordinator['registerStream']> {
  return coordinator.registerStream(registrationOf(differs), DESCRIPTOR, options);
}

/** Terminates a stream, with the index 7 by default. */
export function terminate(
  coordinator: Coordinator,
  differs: Partial<TerminateRequest> = {},
): ReturnType<Coordinator['terminateStream']> {
  return coordinator.terminateStream(terminationOf(differs), {});
}

/** Asserts that a call is refused as bad input, by a message that has each of these texts. */
export async function assertRefused(
  call: () => unknown,
  ...texts: readonly string[]
): Promise<CollectorError> {
  const error = await rejectionOf(call);
  assert.equal(error.code, 'COORDINATOR_REFUSED');
  for (const text of texts) assert.ok(error.message.includes(text), error.message);
  return error;
}

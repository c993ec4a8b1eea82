import type { CallOptions } from '../common/abort.js';

/** Registers streams (protocol section 4). Every implementation passes `src/testing/coordinator_contract.ts`. */
export interface Coordinator {
  /**
   * Registers a stream, or finds it registered: the answer is the first registration's state either way.
   * A registration with a terminal index terminates the stream too. An answer that is at hand comes without a promise.
   *
   * @param descriptor the serialized LogStreamDescriptor, its prefix filled in
   * @throws CollectorError COORDINATOR_REFUSED or COORDINATOR_FAILED; rejects, never throws synchronously
   */
  registerStream(
    registration: StreamRegistration,
    descriptor: Uint8Array,
    options: CallOptions,
  ): LogStreamState | Promise<LogStreamState>;

  /**
   * Tells that a stream has ended. Doing it again with the same index is no error, with another one it is refused.
   *
   * @throws CollectorError COORDINATOR_REFUSED or COORDINATOR_FAILED
   */
  terminateStream(request: TerminateRequest, options: CallOptions): void | Promise<void>;

  /** Waits for what is under way, then lets go of the backend. */
  close(): Promise<void>;
}

export type { CallOptions };
export { NOT_TERMINATED } from '../bundle/bundle.js';

/** A stream, with the secret that goes with it. */
export interface SecretStream {
  /** The LUCI project. */
  readonly project: string;
  /** `prefix/+/name` */
  readonly path: string;
  /** The secret of its prefix, 36 bytes; a bundle with another one is refused. */
  readonly secret: Uint8Array;
}

/** A stream to register. */
export interface StreamRegistration extends SecretStream {
  /** The protocol's version, `1`. */
  readonly protoVersion: string;
  /** The index of the stream's last log, or NOT_TERMINATED. */
  readonly terminalIndex: bigint;
}

/** What the Coordinator knows of a stream. Immutable: one object serves every bundle of the stream. */
export interface LogStreamState extends SecretStream {
  /** The stream's id: hex(sha256(path)). */
  readonly id: string;
  /** The protocol's version that it was registered with. */
  readonly protoVersion: string;
  /** The index of the stream's last log, or NOT_TERMINATED. */
  readonly terminalIndex: bigint;
  /** Whether its logs have been moved away: what still comes is not stored. */
  readonly archived: boolean;
  /** Whether its logs were removed: what still comes is not stored. */
  readonly purged: boolean;
}

/** A stream to terminate. */
export interface TerminateRequest extends SecretStream {
  /** The id of its state. */
  readonly id: string;
  /** The index of the stream's last log, from 0 to 2^63-1. */
  readonly terminalIndex: bigint;
}

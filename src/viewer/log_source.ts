import type { ServerResponse } from 'node:http';
import type { StreamRecord } from '../local/coordinator/stream_record.js';
import type { PushRequest } from '../http/body.js';
import type { CallOptions, StreamRequest } from '../storage/storage.js';

/** The logs that a viewer shows: those of a store, or of a Coordinator elsewhere. */
export interface LogSource {
  /** The Coordinator that is read from, as `host` or `host:port`; undefined for a store. */
  readonly coordinator?: string;

  /** Every stream's record, by project and path; undefined where only the Coordinator knows the streams. */
  readonly streams?: (() => IterableIterator<StreamRecord>) | undefined;

  /**
   * Changes with every write to the records of streams, so that an unchanged store is not listed again; absent where
   * that is unknown.
   */
  readonly revision?: (() => number) | undefined;

  /** Answers a pRPC call of a method that reads, `POST /prpc/logdog.Logs/method`. Never rejects. */
  readonly call: (request: PushRequest, response: ServerResponse) => Promise<void>;

  /** Reads a stream's serialized logs in order; gaps are skipped. @throws CollectorError NOT_FOUND, or a BackendError */
  readonly logs: (stream: StreamRequest, options: CallOptions) => AsyncIterable<Uint8Array>;
}

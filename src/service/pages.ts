import type { RequestHandler } from '../http/server.js';
import type { PushRequest } from '../http/body.js';
import type { LocalCoordinator } from '../local/coordinator/local_coordinator.js';
import type { Storage } from '../storage/storage.js';
import type { Log } from '../telemetry/log.js';

/** What the pages show: the logs of the local Coordinator's streams. */
export interface ShownStore {
  readonly records: LocalCoordinator;
  readonly storage: Storage;
  readonly log: Log;
  readonly call: RequestHandler;
}

export interface Pages {
  readonly handle: RequestHandler;
  close(): Promise<void>;
}

/** Pages that are served on the function's own port. They are opened at the first request for them. */
export interface PagesModule {
  accepts(request: PushRequest): boolean;
  /**
   * @param host where the function listens: HOST, whose default is loopback with a local backend
   * @throws CollectorError MODULE_FAILED
   */
  open(store: ShownStore, host: string): Pages;
}

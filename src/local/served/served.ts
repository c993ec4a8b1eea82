import type { Storage } from '../../storage/storage.js';
import type { Log } from '../../telemetry/log.js';
import type { LocalCoordinator } from '../coordinator/local_coordinator.js';
import { logsMethods } from './logs.js';
import { PrpcServer } from './prpc_server.js';
import { registrationMethods } from './registration.js';
import { Services } from './services.js';

export interface ServedOptions {
  readonly coordinator: LocalCoordinator;
  /** Where readers' logs are. */
  readonly storage: Storage;
  /** Where Butlers are to publish: LOG_BUNDLE_TOPIC. */
  readonly logBundleTopic: string;
  readonly log: Log;
}

/** The local Coordinator for other processes, over pRPC: Collectors, Butlers and readers (protocol section 4). */
export function serveCoordinator(options: ServedOptions): PrpcServer {
  const { coordinator, storage, logBundleTopic, log } = options;
  const methods = {
    ...new Services(coordinator).methods,
    ...registrationMethods(coordinator, logBundleTopic),
    ...logsMethods(coordinator, storage),
  };
  return new PrpcServer({ methods, log });
}

import type { CallOptions } from '../../coordinator/coordinator.js';
import type { Storage } from '../../storage/storage.js';
import type { Log } from '../../telemetry/log.js';
import type { LocalCoordinator } from '../coordinator/local_coordinator.js';
import { logsMethods } from './logs.js';
import { type Methods, PrpcServer } from './prpc_server.js';
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

interface RegisterPrefixRequest {
  readonly project: string;
  readonly prefix: string;
  readonly opNonce: Uint8Array;
  readonly realm: string;
  readonly expiration: { readonly seconds: bigint; readonly nanos: number } | null;
}

/**
 * `logdog.Registration`, for Butlers (protocol section 4).
 *
 * @param logBundleTopic where Butlers are to publish: `projects/P/topics/T`
 */
function registrationMethods(coordinator: LocalCoordinator, logBundleTopic: string): Methods {
  return {
    'logdog.Registration/RegisterPrefix': async (
      { project, prefix, opNonce, realm, expiration }: RegisterPrefixRequest,
      options: CallOptions,
    ) => {
      const registration = {
        project,
        prefix,
        opNonce,
        ...(realm !== '' && { realm }),
        ...(expiration !== null && {
          expirationMs: Number(expiration.seconds) * 1000 + expiration.nanos / 1e6,
        }),
      };
      const { secret } = await coordinator.registerPrefix(registration, options);
      return { secret, logBundleTopic };
    },
  };
}

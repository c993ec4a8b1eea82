import type { CallOptions } from '../../coordinator/coordinator.js';
import type { LocalCoordinator } from '../coordinator/local_coordinator.js';
import type { Methods } from './prpc_server.js';

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
export function registrationMethods(
  coordinator: LocalCoordinator,
  logBundleTopic: string,
): Methods {
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

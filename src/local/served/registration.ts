import type { CallOptions } from '../../coordinator/coordinator.js';
import type { LocalCoordinator } from '../coordinator/local_coordinator.js';
import { type DurationSent, millisecondsOf } from './messages.js';
import type { Methods } from './prpc_server.js';

interface RegisterPrefixRequest {
  readonly project: string;
  readonly prefix: string;
  readonly opNonce: Uint8Array;
  readonly realm: string;
  readonly expiration: DurationSent | null;
}

/** `logdog.Registration`, for Butlers (protocol section 4). */
export class Registration {
  readonly methods: Methods = {
    'logdog.Registration/RegisterPrefix': (request: RegisterPrefixRequest, options: CallOptions) =>
      this.registerPrefix(request, options),
  };

  /** @param logBundleTopic where Butlers are to publish: `projects/P/topics/T` */
  constructor(
    private readonly coordinator: LocalCoordinator,
    private readonly logBundleTopic: string,
  ) {}

  private async registerPrefix(
    { project, prefix, opNonce, realm, expiration }: RegisterPrefixRequest,
    options: CallOptions,
  ): Promise<object> {
    const registration = {
      project,
      prefix,
      opNonce,
      ...(realm !== '' && { realm }),
      ...(expiration !== null && { expirationMs: millisecondsOf(expiration) }),
    };
    const { secret } = await this.coordinator.registerPrefix(registration, options);
    return { secret, logBundleTopic: this.logBundleTopic };
  }
}

import { usesLocal } from '../../service/backends.js';
import { lateModule } from '../../common/late_module.js';
import type { Config } from '../../service/config.js';
import { CollectorError } from '../../common/errors.js';
import type { Log } from '../../telemetry/log.js';
import type { PushRequest } from '../../http/body.js';
import { AllowAll } from './allow_all.js';

/** Who decides whether a push comes in. */
export interface Authenticator {
  /**
   * Lets a request in. It is asked before anything of the body is read, and looks at the headers alone.
   *
   * @throws CollectorError UNAUTHENTICATED, FORBIDDEN, KEYS_UNREACHABLE, or the signal's reason
   */
  authenticate(request: PushRequest, signal: AbortSignal): Promise<void>;
}

const tokens = lateModule(
  () => require('./token_authenticator.js') as typeof import('./token_authenticator.js'),
  'the check of push tokens',
);

/**
 * The authenticator of the settings; undefined where the platform in front decides. What tokens need is loaded for them alone.
 *
 * @throws CollectorError BAD_SETTINGS where nothing says who may push to what is not a laptop's own
 */
export function openAuthenticator(config: Config, log: Log): Authenticator | undefined {
  const auth = config.pushAuth || (usesLocal(config) ? 'off' : notChosen());
  if (auth === 'off') return new AllowAll(log);
  if (auth === 'platform') return undefined;
  return tokens
    .get()
    .openTokenAuthenticator({ audience: config.pushAudience, account: config.pushServiceAccount });
}

function notChosen(): never {
  const why = 'who may push? token, platform or off; it has a default only with a local backend';
  throw new CollectorError('BAD_SETTINGS', `PUSH_AUTH is not set: ${why}`);
}

import { CollectorError } from '../common/errors.js';
import { lateModule } from '../common/late_module.js';
import { AllowAll } from '../push/auth/allow_all.js';
import type { Authenticator } from '../push/auth/authenticator.js';
import type { Log } from '../telemetry/log.js';
import { usesLocal } from './backends.js';
import type { Config } from './config.js';

const tokens = lateModule(
  () =>
    require('../push/auth/token_authenticator.js') as typeof import('../push/auth/token_authenticator.js'),
  'the check of push tokens',
);

/**
 * Opens the authenticator of PUSH_AUTH; undefined where the platform in front decides. What tokens need is loaded only
 * where they are checked.
 *
 * @throws CollectorError BAD_SETTINGS where a deployment does not say which pushes to accept
 */
export function openAuthenticator(config: Config, log: Log): Authenticator | undefined {
  const auth = config.pushAuth || (usesLocal(config) ? 'off' : notChosen());
  if (auth === 'off') return new AllowAll(log);
  if (auth === 'platform') return undefined;
  const { pushAudience: audience, pushServiceAccount: account } = config;
  return tokens.get().openTokenAuthenticator({ audience, account });
}

function notChosen(): never {
  const why = 'choose token, platform or off; there is a default only with a local backend';
  throw new CollectorError('BAD_SETTINGS', `PUSH_AUTH is not set: ${why}`);
}

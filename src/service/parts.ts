import { CollectorError } from '../common/errors.js';
import { lateModule } from '../common/late_module.js';
import type { DeadLetters } from '../dead_letters/dead_letter.js';
import type { LocalBackends } from '../local/local.js';
import { AllowAll } from '../push/auth/allow_all.js';
import type { Authenticator } from '../push/auth/authenticator.js';
import type { Log } from '../telemetry/log.js';
import type { Gauges, Telemetry } from '../telemetry/telemetry.js';
import { usesLocal } from './backends.js';
import type { Config } from './config.js';

// What one choice of the settings needs is loaded for that choice alone.
const tokens = lateModule(
  () =>
    require('../push/auth/token_authenticator.js') as typeof import('../push/auth/token_authenticator.js'),
  'the check of push tokens',
);
const topic = lateModule(
  () => require('../dead_letters/topic.js') as typeof import('../dead_letters/topic.js'),
  'the publisher of DEAD_LETTER_TOPIC',
);
const otel = lateModule(
  () => require('../telemetry/otel/open.js') as typeof import('../telemetry/otel/open.js'),
  'OpenTelemetry',
);

/**
 * Opens the authenticator of PUSH_AUTH; undefined where the platform in front decides.
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

/**
 * Opens what keeps refused messages: the topic of DEAD_LETTER_TOPIC, else the local store, where there is one; undefined
 * where there is neither.
 */
export function openDeadLetters(
  config: Config,
  local: LocalBackends | undefined,
): DeadLetters | undefined {
  const { deadLetterTopic, pubsubEmulatorHost, deadLetterMaxCalls, deadLetterMaxBytes } = config;
  if (deadLetterTopic === '') return local?.deadLetters;
  const { openTopic, PUBLISH_LIMITS } = topic.get();
  const bounds = { maxCalls: deadLetterMaxCalls, maxBytes: deadLetterMaxBytes };
  return openTopic(deadLetterTopic, pubsubEmulatorHost, { ...PUBLISH_LIMITS, ...bounds });
}

/** Opens metrics and traces; undefined where nothing is to be sent or served. */
export function openTelemetry(config: Config, log: Log, gauges: Gauges): Telemetry | undefined {
  const { otlpEndpoint, metricsServe: prometheus } = config;
  if (otlpEndpoint === '' && !prometheus) return undefined;
  const options = { ...config, prometheus, serviceName: process.env.K_SERVICE };
  return otel.get().openOtel(options, log, gauges);
}

import { lateModule } from '../common/late_module.js';
import type { DeadLetters } from '../dead_letters/dead_letter.js';
import type { LocalBackends } from '../local/local.js';
import type { Config } from './config.js';

const topic = lateModule(
  () => require('../dead_letters/topic.js') as typeof import('../dead_letters/topic.js'),
  'the publisher of DEAD_LETTER_TOPIC',
);

/**
 * Opens what keeps refused messages: the topic of DEAD_LETTER_TOPIC, else the local store, where there is one; undefined
 * where there is neither. The client of a topic is loaded only where one is set.
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

import { lateModule } from '../common/late_module.js';
import type { Config } from '../service/config.js';
import type { LocalBackends } from '../local/local.js';
import type { DeadLetter } from './dead_letter.js';

/** Keeps what is refused. */
export interface DeadLetters {
  /**
   * Resolves when the dead letter is kept for good, with a few words for the log on where and how. From then on the
   * memory of its data is used for other messages.
   *
   * @throws CollectorError DEAD_LETTER_FAILED, TOO_MUCH_IN_FLIGHT, or the signal's reason
   */
  put(deadLetter: DeadLetter, signal: AbortSignal): Promise<string>;
}

const topic = lateModule(
  () => require('./topic.js') as typeof import('./topic.js'),
  'the publisher of DEAD_LETTER_TOPIC',
);

/**
 * Who keeps what is refused: the topic of DEAD_LETTER_TOPIC, else the local store, where there is one; else nobody.
 * What a topic needs is loaded for it alone.
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

import { abortReason } from '../common/abort.js';
import { CollectorError, messageOf } from '../common/errors.js';
import type { Pubsub } from './pubsub.js';

const PUBLISH = 'pubsub.topics.publish';

/**
 * Whether a topic may be published to; nothing is published.
 *
 * @param emulated the emulator knows of no permissions: there, a topic that is there may be published to
 * @throws CollectorError DEAD_LETTER_FAILED, or the signal's reason
 */
export async function checkTopic(
  pubsub: Pick<Pubsub, 'call' | 'get'>,
  topic: string,
  emulated: boolean,
  signal: AbortSignal,
): Promise<void> {
  try {
    if (emulated) await pubsub.get(topic, signal);
    else await checkPermission(pubsub, topic, signal);
  } catch (thrown) {
    if (thrown instanceof CollectorError) throw thrown;
    if (signal.aborted) throw abortReason(signal);
    const why = messageOf(thrown);
    const detail = `${why}: the topic must exist, and this account needs roles/pubsub.publisher on it`;
    throw new CollectorError('DEAD_LETTER_FAILED', detail, { cause: thrown });
  }
}

/** A topic that is not there gives no permissions either. */
async function checkPermission(
  pubsub: Pick<Pubsub, 'call'>,
  topic: string,
  signal: AbortSignal,
): Promise<void> {
  const asked = JSON.stringify({ permissions: [PUBLISH] });
  const answer = await pubsub.call(`${topic}:testIamPermissions`, asked, signal);
  const { permissions } = (answer ?? {}) as { permissions?: unknown };
  const granted: readonly unknown[] = Array.isArray(permissions) ? permissions : [];
  if (!granted.includes(PUBLISH)) throw new Error(`the permission ${PUBLISH} is missing`);
}

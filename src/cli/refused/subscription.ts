import { setTimeout as sleep } from 'node:timers/promises';
import { CollectorError, messageOf } from '../../common/errors.js';
import type { DeadLetter } from '../../dead_letters/dead_letter.js';
import { Pubsub } from '../../dead_letters/pubsub.js';
import { loadUsed } from '../../service/config.js';
import type { Io } from '../io.js';

/**
 * Pushes a dead letter.
 *
 * @returns whether it was taken, nothing of it refused; else it is said why
 * @throws CollectorError COMMAND_FAILED where the function does not take messages at all
 */
export type PushAgain = (deadLetter: DeadLetter, name: string) => Promise<boolean>;

/** Pub/Sub may say that there is nothing while there is something: it is believed when it has said so so often. */
const EMPTY_MAX = 5;
const PAUSE_MS = 300;
const CALL_MS_MAX = 30_000;

/** So many in a row that were tried before: there are no others. */
const SEEN_MAX = 20;

/** A ReceivedMessage of Pub/Sub's REST interface. */
interface ReceivedMessage {
  readonly ackId: string;
  readonly message: {
    readonly messageId: string;
    readonly data?: string;
    readonly attributes?: DeadLetter['attributes'];
  };
}

/** Calls a method of the subscription. @throws CollectorError COMMAND_FAILED */
type CallSubscription = (method: string, body: object) => Promise<unknown>;

/**
 * Replays what a pull subscription has, a message at a time; each is acknowledged when the function has taken it.
 *
 * @param limit how many messages are tried at most
 */
export async function replaySubscription(
  subscription: string,
  limit: number,
  push: PushAgain,
  io: Io,
): Promise<void> {
  const call = subscriptionCaller(subscription, io);
  /** Those that are to be returned: the ack ids by which that is done, by the ids of the messages. */
  const refused = new Map<string, string>();
  let tried = 0;
  let seen = 0;
  try {
    while (tried < limit && seen < SEEN_MAX) {
      const pulled = await pull(call, io.signal);
      if (pulled === undefined) break;
      const { ackId, message } = pulled;
      const { messageId, data = '', attributes = {} } = message;
      const again = refused.has(messageId);
      seen = again ? seen + 1 : 0;
      // Until the function has answered, it is to be returned.
      refused.set(messageId, ackId);
      if (again) continue;
      tried++;
      if (!(await push({ data: Buffer.from(data, 'base64'), attributes }, messageId))) continue;
      refused.delete(messageId);
      await call('acknowledge', { ackIds: [ackId] });
    }
  } finally {
    // So that the next pull gets them, and not only after the ack deadline.
    const ackIds = [...refused.values()];
    if (ackIds.length > 0 && !io.signal.aborted) {
      await call('modifyAckDeadline', { ackIds, ackDeadlineSeconds: 0 });
    }
  }
}

function subscriptionCaller(subscription: string, io: Io): CallSubscription {
  const pubsub = new Pubsub(loadUsed(io.env, 'pubsubEmulatorHost').pubsubEmulatorHost);
  return async (method, body) => {
    const signal = AbortSignal.any([io.signal, AbortSignal.timeout(CALL_MS_MAX)]);
    try {
      return await pubsub.call(`${subscription}:${method}`, JSON.stringify(body), signal);
    } catch (thrown) {
      io.signal.throwIfAborted();
      const why = messageOf(thrown);
      throw new CollectorError('COMMAND_FAILED', `${subscription}: ${method}: ${why}`);
    }
  };
}

/**
 * Asks, and does not wait: a pull that is given up could take a message with it.
 *
 * @returns undefined where there is nothing
 */
async function pull(
  call: CallSubscription,
  signal: AbortSignal,
): Promise<ReceivedMessage | undefined> {
  const request = { maxMessages: 1, returnImmediately: true };
  for (let empty = 0; empty < EMPTY_MAX; empty++) {
    if (empty > 0) await sleep(PAUSE_MS, undefined, { signal });
    const answer = (await call('pull', request)) as { receivedMessages?: ReceivedMessage[] } | null;
    const first = answer?.receivedMessages?.[0];
    if (first !== undefined) return first;
  }
  return undefined;
}

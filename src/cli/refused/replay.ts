import { ATTRIBUTES, type DeadLetter } from '../../dead_letters/dead_letter.js';
import type { DeadLetterTable } from '../../local/dead_letter_table.js';
import { openLocal } from '../../local/local.js';
import { REPLAY_HEADER } from '../../push/dead_letter.js';
import { parseCommandLine, parseCount, parseUrl, UsageError } from '../arguments.js';
import { Pusher, RefusedMessage, tokenHeaders } from '../butler/pusher.js';
import { type Io, say, whileOpen } from '../io.js';
import { noSuchMessage, withRefused } from '../stores.js';
import { setTimeout as sleep } from 'node:timers/promises';
import { CollectorError, messageOf } from '../../common/errors.js';
import { Pubsub } from '../../dead_letters/pubsub.js';
import { loadUsed } from '../../service/config.js';

const OPTIONS = {
  url: { type: 'string', default: 'http://localhost:8080/' },
  subscription: { type: 'string' },
  limit: { type: 'string' },
} as const;

const SUBSCRIPTION = /^projects\/[\w.:-]{1,100}\/subscriptions\/[A-Za-z][\w.~+%-]{2,254}$/;
const LIMIT = '1000';

/** Pushes refused messages again, one after another, and lets go of those that are taken. */
export async function replay(args: readonly string[], io: Io): Promise<number> {
  const { values, positionals } = parseCommandLine(args, OPTIONS, ['[ID]']);
  const { subscription } = values;
  const [id] = positionals;
  const url = parseUrl(values.url);
  const limit = parseCount('--limit', values.limit ?? LIMIT);
  if (subscription === undefined && values.limit !== undefined) {
    throw new UsageError('--limit needs --subscription');
  }
  if (subscription !== undefined && !SUBSCRIPTION.test(subscription)) {
    throw new UsageError('--subscription takes projects/P/subscriptions/S');
  }
  if (subscription !== undefined && id !== undefined) {
    throw new UsageError(`${id} cannot be combined with --subscription`);
  }
  const headers = { [REPLAY_HEADER]: '1', ...tokenHeaders(io.env) };
  const onRetry = (trouble: string) => {
    say(io, `trying again: ${trouble}`);
  };
  const pusher = new Pusher({ url, signal: io.signal, headers, onRetry });
  return whileOpen(pusher, async () => {
    const tally = { taken: 0, refused: 0 };
    const push: PushAgain = async (deadLetter, name) => {
      const taken = await pushAgain(pusher, deadLetter, name, io);
      tally[taken ? 'taken' : 'refused']++;
      return taken;
    };
    if (subscription !== undefined) await replaySubscription(subscription, limit, push, io);
    else await withRefused(io.env, (refused) => fromTable(refused, id, push), openLocal);
    say(io, `${tally.taken} taken, ${tally.refused} refused again`);
    return tally.refused === 0 ? 0 : 1;
  });
}

async function pushAgain(
  pusher: Pusher,
  { data, attributes }: DeadLetter,
  name: string,
  io: Io,
): Promise<boolean> {
  try {
    await pusher.push(data, attributes[ATTRIBUTES.form]);
    return true;
  } catch (thrown) {
    if (!(thrown instanceof RefusedMessage)) throw thrown;
    say(io, `${name}: ${thrown.message}`);
    return false;
  }
}

async function fromTable(
  refused: DeadLetterTable | undefined,
  id: string | undefined,
  push: PushAgain,
): Promise<void> {
  const one = id === undefined ? undefined : refused?.find(id);
  if (id !== undefined && one === undefined) throw noSuchMessage(id);
  for (const entry of one ? [one] : [...(refused?.entries() ?? [])]) {
    const data = refused!.read(entry);
    // Dropped in between, for a bound.
    if (data === undefined) continue;
    const taken = await push({ data, attributes: entry.attributes }, entry.id);
    if (taken) await refused!.remove(entry);
  }
}

/**
 * Pushes a dead letter.
 *
 * @returns whether it was taken, nothing of it refused; else it is said why
 * @throws CollectorError COMMAND_FAILED where the function does not take messages at all
 */
type PushAgain = (deadLetter: DeadLetter, name: string) => Promise<boolean>;

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
async function replaySubscription(
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

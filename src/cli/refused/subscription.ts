import { setTimeout as sleep } from 'node:timers/promises';
import { CollectorError, messageOf } from '../../common/errors.js';
import type { DeadLetter } from '../../dead_letters/dead_letter.js';
import { Pubsub } from '../../dead_letters/pubsub.js';
import { loadUsed } from '../../service/config.js';
import type { Io } from '../io.js';

export interface Tally {
  taken: number;
  refused: number;
}

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

interface Pulled {
  readonly ackId: string;
  readonly messageId: string;
  readonly deadLetter: DeadLetter;
}

/** Replays what a pull subscription has, a message at a time; each is acknowledged when the function has taken it. */
export class SubscriptionReplay {
  private readonly pubsub: Pubsub;
  /** Those that were refused again: the ack ids by which they are returned, by the ids of the messages. */
  private readonly refused = new Map<string, string>();

  constructor(
    private readonly subscription: string,
    private readonly push: PushAgain,
    private readonly io: Io,
  ) {
    this.pubsub = new Pubsub(loadUsed(io.env, 'pubsubEmulatorHost').pubsubEmulatorHost);
  }

  /** @param limit how many messages are tried at most */
  async run(limit: number): Promise<Tally> {
    let taken = 0;
    let seen = 0;
    try {
      while (taken + this.refused.size < limit && seen < SEEN_MAX) {
        const pulled = await this.pull();
        if (pulled === undefined) break;
        const again = this.refused.has(pulled.messageId);
        seen = again ? seen + 1 : 0;
        if (again) this.refused.set(pulled.messageId, pulled.ackId);
        else if (await this.replay(pulled)) taken++;
      }
    } finally {
      await this.nackRefused();
    }
    return { taken, refused: this.refused.size };
  }

  private async replay({ ackId, messageId, deadLetter }: Pulled): Promise<boolean> {
    // Until the function has answered, it is to be returned.
    this.refused.set(messageId, ackId);
    if (!(await this.push(deadLetter, messageId))) return false;
    this.refused.delete(messageId);
    await this.call('acknowledge', { ackIds: [ackId] });
    return true;
  }

  /** So that the next pull gets them, and not only after the ack deadline. */
  private async nackRefused(): Promise<void> {
    const ackIds = [...this.refused.values()];
    if (ackIds.length === 0 || this.io.signal.aborted) return;
    await this.call('modifyAckDeadline', { ackIds, ackDeadlineSeconds: 0 });
  }

  /**
   * Asks, and does not wait: a pull that is given up could take a message with it.
   *
   * @returns undefined where there is nothing
   */
  private async pull(): Promise<Pulled | undefined> {
    const request = { maxMessages: 1, returnImmediately: true };
    for (let empty = 0; empty < EMPTY_MAX; empty++) {
      if (empty > 0) await sleep(PAUSE_MS, undefined, { signal: this.io.signal });
      const { receivedMessages } = ((await this.call('pull', request)) ?? {}) as {
        receivedMessages?: unknown;
      };
      const [first] = Array.isArray(receivedMessages) ? (receivedMessages as unknown[]) : [];
      if (first !== undefined) return read(first);
    }
    return undefined;
  }

  private async call(method: string, body: object): Promise<unknown> {
    const signal = AbortSignal.any([this.io.signal, AbortSignal.timeout(CALL_MS_MAX)]);
    try {
      return await this.pubsub.call(`${this.subscription}:${method}`, JSON.stringify(body), signal);
    } catch (thrown) {
      this.io.signal.throwIfAborted();
      const why = messageOf(thrown);
      throw new CollectorError('COMMAND_FAILED', `${this.subscription}: ${method}: ${why}`);
    }
  }
}

/** A ReceivedMessage of Pub/Sub's REST interface. */
interface ReceivedMessage {
  readonly ackId: string;
  readonly message: {
    readonly messageId: string;
    readonly data?: string;
    readonly attributes?: DeadLetter['attributes'];
  };
}

function read(received: unknown): Pulled {
  const { ackId, message } = received as ReceivedMessage;
  const { messageId, data = '', attributes = {} } = message;
  return { ackId, messageId, deadLetter: { data: Buffer.from(data, 'base64'), attributes } };
}

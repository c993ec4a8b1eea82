import { DEFAULTS } from '../common/defaults.js';
import { lateModule } from '../common/late_module.js';
import { CollectorError, messageOf } from '../common/errors.js';
import { Semaphore } from '../common/semaphore.js';
import { ATTRIBUTES, type DeadLetter, type DeadLetters } from './dead_letter.js';
import { Pubsub } from './pubsub.js';

/** What Pub/Sub takes in one message, by its own count: data, and the keys and values of attributes. */
export const MAX_MESSAGE_BYTES = 10_000_000;

export interface PublishLimits {
  /**
   * Dead letters published at once, and the bytes of their data: each holds its message, that as base64, and that as JSON. Settings
   * DEAD_LETTER_MAX_CALLS and DEAD_LETTER_MAX_BYTES.
   */
  readonly maxCalls: number;
  readonly maxBytes: number;
  /** What the REST interface takes in one request, as JSON. */
  readonly maxRequestBytes: number;
}

export const PUBLISH_LIMITS: PublishLimits = {
  maxCalls: DEFAULTS.deadLetterMaxCalls,
  maxBytes: DEFAULTS.deadLetterMaxBytes,
  // Some 7.8 MB of data in base64.
  maxRequestBytes: 10 * 1024 * 1024,
};

/** Publishes a message by other means than REST. */
export type PublishLarge = (
  topic: string,
  deadLetter: DeadLetter,
  signal: AbortSignal,
) => Promise<void>;

/** gRPC: for the few messages that are too large for REST. */
const large = lateModule(
  () => require('./grpc_publish.js') as typeof import('./grpc_publish.js'),
  'the publisher of large messages',
);

/** The topic of DEAD_LETTER_TOPIC. @param emulatorHost as PUBSUB_EMULATOR_HOST has it; empty for the service */
export function openTopic(
  topic: string,
  emulatorHost: string,
  limits = PUBLISH_LIMITS,
): DeadLetters {
  const pubsub = new Pubsub(emulatorHost);
  const publishLarge: PublishLarge = (...args) =>
    large.get().publishByGrpc(pubsub, emulatorHost, ...args);
  return new DeadLetterTopic(topic, pubsub, publishLarge, limits);
}

export class DeadLetterTopic implements DeadLetters {
  private readonly bytes: Semaphore;
  private readonly messages: Semaphore;

  constructor(
    private readonly topic: string,
    private readonly pubsub: Pick<Pubsub, 'call'>,
    private readonly publishLarge: PublishLarge,
    private readonly limits = PUBLISH_LIMITS,
  ) {
    this.bytes = new Semaphore(limits.maxBytes);
    this.messages = new Semaphore(limits.maxCalls);
  }

  async put(deadLetter: DeadLetter, signal: AbortSignal): Promise<string> {
    const bytes = deadLetter.data.length;
    this.reserve(bytes);
    try {
      const fits = sizeOf(deadLetter) <= MAX_MESSAGE_BYTES;
      await this.publish(fits ? deadLetter : withoutMost(deadLetter), signal);
      const without = 'without its attributes: the message would have been too large for Pub/Sub';
      return fits ? `published to ${this.topic}` : `published to ${this.topic} ${without}`;
    } catch (thrown) {
      if (thrown instanceof CollectorError) throw thrown;
      const why = messageOf(thrown);
      const detail = `the refused message could not be published to ${this.topic}: ${why}`;
      throw new CollectorError('DEAD_LETTER_FAILED', detail, { cause: thrown });
    } finally {
      this.messages.release(1);
      this.bytes.release(bytes);
    }
  }

  private async publish(deadLetter: DeadLetter, signal: AbortSignal): Promise<void> {
    const { data, attributes } = deadLetter;
    // The base64 is held once: it has nothing in it that JSON would spell in another way.
    const text = Buffer.from(data.buffer, data.byteOffset, data.length).toString('base64');
    const body = `{"messages":[{"data":"${text}","attributes":${JSON.stringify(attributes)}}]}`;
    if (Buffer.byteLength(body) > this.limits.maxRequestBytes) {
      await this.publishLarge(this.topic, deadLetter, signal);
      return;
    }
    const answer = await this.pubsub.call(`${this.topic}:publish`, body, signal);
    const { messageIds } = (answer ?? {}) as { messageIds?: unknown };
    // An answer without an id is no proof.
    if (!Array.isArray(messageIds) || typeof messageIds[0] !== 'string') {
      throw new Error('Pub/Sub answers without the id of a message');
    }
  }

  /** @throws CollectorError TOO_MUCH_IN_FLIGHT */
  private reserve(bytes: number): void {
    if (this.messages.tryAcquire(1)) {
      if (this.bytes.tryAcquire(bytes)) return;
      this.messages.release(1);
    }
    const { maxCalls, maxBytes } = this.limits;
    const why = `${maxCalls} refused messages, or ${maxBytes} bytes of them, are being published: DEAD_LETTER_MAX_CALLS and DEAD_LETTER_MAX_BYTES bound them`;
    throw new CollectorError('TOO_MUCH_IN_FLIGHT', why);
  }
}

function sizeOf({ data, attributes }: DeadLetter): number {
  const strings = Object.entries(attributes).flat();
  return strings.reduce((sum, text) => sum + Buffer.byteLength(text), data.length);
}

/** The dead letter without attributes, but for the one that a replay needs. */
function withoutMost({ data, attributes }: DeadLetter): DeadLetter {
  const form = attributes[ATTRIBUTES.form];
  return { data, attributes: form === undefined ? {} : { [ATTRIBUTES.form]: form } };
}

import type { Random } from '../../src/testing/random.js';
import type { Clock } from './clock.js';
import type { Instance } from './instance.js';
import type { Attempt, Oracle } from './oracle.js';
import { SimulatedRequest, SimulatedResponse } from './push.js';
import type { MessageTruth } from './scenario.js';

/** Longer than the time that the function takes for a message. */
const ACK_DEADLINE_MS = 100_000;

interface Message {
  readonly truth: MessageTruth;
  acked: boolean;
  failures: number;
  /** How often it comes once more though it is acked. */
  duplicates: number;
}

/** A push that is under way. */
export interface Delivery {
  readonly instance: Instance;
  readonly response: SimulatedResponse;
  /** Tells whether it was acked, once the connection is closed. */
  acked: boolean | undefined;
}

/** A push subscription: it sends a message until it is acked, now and then once more, in any order. */
export class PubSub {
  readonly counts = { acked: 0, nacked: 0, broken: 0 };
  private readonly underWay = new Set<Delivery>();

  constructor(
    private readonly clock: Clock,
    private readonly random: Random,
    private readonly oracle: Oracle,
    private readonly instances: readonly Instance[],
  ) {}

  publish(truth: MessageTruth): void {
    const duplicates = this.random.oneIn(3) ? this.random.between(1, 2) : 0;
    const message = { truth, acked: false, failures: 0, duplicates };
    this.clock.at(this.random.below(200), () => {
      this.send(message);
    });
  }

  /** Sends a message once; tells of the delivery, which may still be under way. */
  deliver(truth: MessageTruth, instance: Instance, healthy: boolean): Delivery {
    const { clock, random, oracle } = this;
    const attempt: Attempt = { instance, message: truth, sinceMs: clock.nowMs };
    oracle.begin(attempt);
    oracle.note(`${instance.name} is sent ${truth.name}`);
    const response = new SimulatedResponse(() => {
      const { statusCode, text } = response;
      const acked = oracle.onAnswer(attempt, statusCode, text, healthy);
      clock.at(random.below(30), () => {
        this.end(delivery, acked);
      });
    });
    const delivery: Delivery = { instance, response, acked: undefined };
    this.underWay.add(delivery);
    const unwrapped = random.oneIn(2);
    const body = unwrapped ? truth.data : wrap(truth.data);
    clock.as(instance, () => {
      const request = new SimulatedRequest(clock, instance, body, unwrapped, random.oneIn(2));
      void instance.handler.handle(request.asRequest(), response.asResponse());
    });
    return delivery;
  }

  /** The connections of an instance that is dead. */
  breakOff(instance: Instance): void {
    for (const delivery of this.underWay) {
      if (delivery.instance !== instance) continue;
      // Cut by the handler, for it does not wait for a sender: the answer is on its way.
      const { writableEnded, destroyed } = delivery.response;
      if (writableEnded && destroyed) continue;
      this.counts.broken++;
      this.settle(delivery, false);
    }
  }

  private send(message: Message): void {
    const { clock, random } = this;
    const instance = this.pick();
    const delivery = this.deliver(message.truth, instance, false);
    this.waiting.set(delivery, message);
    const late = clock.at(ACK_DEADLINE_MS, () => {
      this.oracle.violation(`${message.truth.name} gets no answer within its deadline`);
      this.end(delivery, false);
    });
    this.deadlines.set(delivery, late);
    // The sender's connection breaks; the function does not know what became of it.
    if (random.oneIn(25)) {
      clock.at(random.below(100), () => {
        if (this.underWay.has(delivery)) this.end(delivery, false);
      });
    }
  }

  /** What is shutting down is sent little more. */
  private pick(): Instance {
    const instance = this.random.pick(this.instances);
    if (!instance.draining || this.random.oneIn(4)) return instance;
    return this.instances.find(({ draining }) => !draining)!;
  }

  private readonly waiting = new Map<Delivery, Message>();
  private readonly deadlines = new Map<Delivery, { cancelled: boolean }>();

  /** The answer has come, or the connection is broken: either way it is closed. */
  private end(delivery: Delivery, acked: boolean): void {
    if (!this.underWay.has(delivery)) return;
    this.clock.as(delivery.instance, () => {
      delivery.response.close();
    });
    this.settle(delivery, acked);
  }

  private settle(delivery: Delivery, acked: boolean): void {
    this.underWay.delete(delivery);
    delivery.acked = acked;
    const late = this.deadlines.get(delivery);
    if (late !== undefined) late.cancelled = true;
    const message = this.waiting.get(delivery);
    if (message === undefined) return;
    this.waiting.delete(delivery);
    this.deadlines.delete(delivery);
    this.counts[acked ? 'acked' : 'nacked']++;
    if (acked) message.acked = true;
    else message.failures++;
    if (message.acked && message.duplicates-- <= 0) return;
    const pauseMs = Math.min(30_000, 10 * 4 ** message.failures);
    this.clock.at(this.random.below(pauseMs) + 1, () => {
      this.send(message);
    });
  }
}

function wrap(data: Buffer): Buffer {
  const message = { data: data.toString('base64'), messageId: '1' };
  return Buffer.from(JSON.stringify({ message, subscription: 'projects/p/subscriptions/s' }));
}

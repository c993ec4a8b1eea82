import type { Message } from './bundler.js';

const IN_FLIGHT_MAX = 4;

export interface Sent {
  messages: number;
  logs: number;
  bytes: number;
}

/** Pushes messages in their order, a few at a time. After a failure it pushes nothing more. */
export class Sender {
  /** What has been acked. */
  readonly sent: Sent = { messages: 0, logs: 0, bytes: 0 };
  private readonly failure = new AbortController();
  private readonly underWay = new Set<Promise<void>>();

  constructor(private readonly push: (data: Uint8Array) => Promise<void>) {}

  /** Aborted by the first failure, with that as its reason. */
  get failed(): AbortSignal {
    return this.failure.signal;
  }

  /** Whether a message would have to wait. */
  get busy(): boolean {
    return this.underWay.size >= IN_FLIGHT_MAX;
  }

  /** Resolves once the messages are on their way. Rejects with the first failure, of whichever message. */
  async send(messages: readonly Message[]): Promise<void> {
    for (const message of messages) {
      while (this.busy) await Promise.race(this.underWay);
      this.failed.throwIfAborted();
      this.start(message);
    }
  }

  /** Resolves once all that was sent is acked. */
  async drain(): Promise<void> {
    await Promise.all(this.underWay);
    this.failed.throwIfAborted();
  }

  private start(message: Message): void {
    const push = this.pushUntilTaken(message).finally(() => this.underWay.delete(push));
    this.underWay.add(push);
  }

  private async pushUntilTaken(message: Message): Promise<void> {
    try {
      await this.push(message.data);
      this.sent.messages++;
      this.sent.logs += message.logs;
      this.sent.bytes += message.bytes;
    } catch (error) {
      this.failure.abort(error);
    }
  }
}

import type { DeadLetter } from '../../src/dead_letters/dead_letter.js';
import type { PublishLarge } from '../../src/dead_letters/topic.js';
import type { Instance } from './instance.js';
import type { Fault, Network } from './network.js';
import type { Oracle } from './oracle.js';

/** What the REST interface is asked to publish. */
interface PublishRequest {
  readonly messages: readonly {
    readonly data: string;
    readonly attributes: DeadLetter['attributes'];
  }[];
}

/** The topic of refused messages behind the network, as one instance publishes to it; no time is its own. */
export class SimulatedTopic {
  constructor(
    private readonly network: Network,
    private readonly oracle: Oracle,
    private readonly owner: Instance,
  ) {}

  /** As `Pubsub` calls a method: an answer, or an error that says why there is none. */
  async call(method: string, body: string, signal: AbortSignal): Promise<unknown> {
    const { messages } = JSON.parse(body) as PublishRequest;
    const { data, attributes } = messages[0]!;
    return this.publish(method, { data: Buffer.from(data, 'base64'), attributes }, signal);
  }

  /** As `publishByGrpc`: an answer without an id is an error of its own. */
  readonly publishLarge: PublishLarge = async (topic, deadLetter, signal) => {
    const answer = await this.publish(`${topic}, large`, deadLetter, signal);
    if (answer?.messageIds[0] === undefined) throw new Error('simulated: no id');
  };

  private async publish(
    method: string,
    deadLetter: DeadLetter,
    signal: AbortSignal,
  ): Promise<{ messageIds: string[] } | undefined> {
    const fault = this.network.fault();
    this.oracle.trace(this.owner, method, fault);
    const options = { signal, timeoutMs: Infinity };
    const arrived = await this.network.call(this.owner, options, fault, () => {
      const failed = fault?.kind === 'code' || fault?.kind === 'partly';
      if (!failed || fault.effect) this.oracle.onLetter(this.owner, deadLetter);
      return fault;
    });
    return answerOf(arrived?.answer);
  }
}

function answerOf(fault: Fault | undefined): { messageIds: string[] } | undefined {
  if (fault?.kind === 'code') throw new Error(`simulated: ${fault.status}`);
  if (fault?.kind === 'garbage') return undefined;
  return { messageIds: fault?.kind === 'partly' ? [] : ['1'] };
}

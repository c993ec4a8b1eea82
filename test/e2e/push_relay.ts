import { once } from 'node:events';
import { Agent, createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import { listen, type Listening } from '../http/listen.js';
import type { PushForm } from './pubsub.js';
import { type PubsubJson, type Sent, unwrap } from './unwrapped.js';

/** A push that came by, and how it was answered. */
export interface Push {
  readonly messageId: string;
  readonly contentType: string | undefined;
  /** Undefined where the connection broke. */
  readonly status: number | undefined;
  /** What the function said. */
  readonly text: string;
}

/** Longer than everything here takes to come back. */
const STUCK_MS = 120_000;

interface Waiting {
  readonly done: () => boolean;
  readonly resolve: () => void;
  readonly stuck: NodeJS.Timeout;
}

/** Where pushes arrive that go on as they came, and where wrapped ones do that go on unwrapped. */
const AS_IT_IS = 'as-it-is';
const UNWRAP = 'unwrap';

/**
 * Stands between Pub/Sub and a function that is not always there, and notes what becomes of each push. While the function is away pushes wait, as the platform has them wait for an instance; those that are under
 * way when it dies break off.
 */
export class PushRelay {
  /** The ids of the messages that were acked. */
  readonly acked = new Set<string>();
  /** How many pushes were not: they come again. */
  nacks = 0;
  onPush: ((push: Push) => void) | undefined;
  private readonly agent = new Agent({ keepAlive: true });
  private target: Promise<number>;
  private arrive!: (port: number) => void;
  private waiting: Waiting[] = [];

  private server!: Listening;

  private constructor() {
    this.target = this.nobody();
  }

  static async start(): Promise<PushRelay> {
    const relay = new PushRelay();
    const server = createServer((incoming, outgoing) => {
      relay.pass(incoming, outgoing).catch(() => outgoing.destroy());
    });
    relay.server = await listen(server);
    return relay;
  }

  /** Where Pub/Sub is to push. @param form 'unwrapped' makes of a wrapped push what the service sends without its wrapper */
  endpoint(form: PushForm): string {
    return `${this.server.url}${form === 'unwrapped' ? UNWRAP : AS_IT_IS}`;
  }

  /** Where the function is; undefined while there is none. */
  set port(port: number | undefined) {
    if (port === undefined) this.target = this.nobody();
    else this.arrive(port);
  }

  /** Resolves when so many messages are acked. */
  async ackedOf(ids: readonly string[]): Promise<void> {
    const missing = new Set(ids);
    await this.until(() => {
      for (const id of missing) {
        if (!this.acked.has(id)) return false;
        missing.delete(id);
      }
      return true;
    });
  }

  /** Resolves when this holds after a push; rejects when long nothing is acked. */
  until(done: () => boolean): Promise<void> {
    if (done()) return Promise.resolve();
    return new Promise((resolve, reject) => {
      const stuck = setTimeout(() => {
        reject(new Error(`nothing is acked any more, after ${this.acked.size} messages`));
      }, STUCK_MS);
      this.waiting.push({ done, resolve, stuck });
    });
  }

  async stop(): Promise<void> {
    this.agent.destroy();
    await this.server.close();
  }

  private nobody(): Promise<number> {
    return new Promise((resolve) => (this.arrive = resolve));
  }

  private async pass(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    const came = { headers: incoming.headers, body: await bytesOf(incoming) };
    const going = incoming.url === `/${UNWRAP}` ? unwrap(came.body) : came;
    const messageId = idOf(came);
    const contentType = going.headers['content-type'];
    try {
      const { status, text } = await this.forward(going);
      this.note({ messageId, contentType, status, text });
      outgoing.writeHead(status).end(text);
    } catch (thrown) {
      this.note({ messageId, contentType, status: undefined, text: String(thrown) });
      outgoing.destroy();
    }
  }

  private async forward({ headers, body }: Sent): Promise<{ status: number; text: string }> {
    const port = await this.target;
    const { agent } = this;
    const passed = request({ port, host: '127.0.0.1', agent, method: 'POST', headers });
    passed.end(body);
    const [answer] = (await once(passed, 'response')) as [IncomingMessage];
    const text = (await bytesOf(answer)).toString();
    return { status: answer.statusCode!, text };
  }

  private note(push: Push): void {
    if (push.status !== undefined && push.status < 300) this.acked.add(push.messageId);
    else this.nacks++;
    this.onPush?.(push);
    this.waiting = this.waiting.filter((one) => !this.settle(one, push));
  }

  private settle({ done, resolve, stuck }: Waiting, { status }: Push): boolean {
    if (status !== undefined && status < 300) stuck.refresh();
    if (!done()) return false;
    clearTimeout(stuck);
    resolve();
    return true;
  }
}

function idOf({ headers, body }: Sent): string {
  const id = headers['x-goog-pubsub-message-id'];
  if (typeof id === 'string') return id;
  return (JSON.parse(body.toString()) as PubsubJson).message.messageId;
}

async function bytesOf(stream: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream as AsyncIterable<Buffer>) chunks.push(chunk);
  return Buffer.concat(chunks);
}

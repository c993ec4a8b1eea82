import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Answer {
  readonly status: number;
  readonly body?: string;
}

/** @param attempt how many pushes have come, this one included */
type Answering = (attempt: number) => Answer | undefined;

/** A push as it came. */
export interface Push {
  readonly method: string;
  readonly contentType: string;
  readonly envelope: {
    message: { data: string; messageId: string; publishTime: string; attributes: object };
    subscription: string;
  };
}

/** A server that stands in for the function, to answer as it seldom does: `undefined` breaks the connection off. */
export class FakeFunction {
  readonly pushes: Push[] = [];
  private readonly server: Server;
  private readonly answer: Answering;

  private constructor(
    answer: Answering,
    private readonly state: string,
    private readonly stateStatus: number | (() => number),
  ) {
    this.answer = answer;
    this.server = createServer((request, response) => {
      if (request.method === 'HEAD' || request.url?.startsWith('/prpc/') === true) {
        response.writeHead(404).end();
        return;
      }
      if (request.method === 'GET') {
        const { stateStatus: status } = this;
        response.writeHead(typeof status === 'number' ? status : status()).end(this.state);
        return;
      }
      void this.take(request).then((reply) => {
        if (!reply) request.socket.destroy();
        else response.writeHead(reply.status).end(reply.body);
      });
    });
  }

  /** @param state what it answers to GET */
  static async start(
    answer: Answering = () => ({ status: 204 }),
    state = 'LogDog Collector: ready.\n',
    stateStatus: number | (() => number) = 200,
  ): Promise<FakeFunction> {
    const fake = new FakeFunction(answer, state, stateStatus);
    fake.server.listen(0, '127.0.0.1');
    await once(fake.server, 'listening');
    return fake;
  }

  get url(): URL {
    return new URL(`http://127.0.0.1:${(this.server.address() as AddressInfo).port}/`);
  }

  /** The data of the messages, in the order in which they came. */
  get data(): Buffer[] {
    return this.pushes.map(({ envelope }) => Buffer.from(envelope.message.data, 'base64'));
  }

  async stop(): Promise<void> {
    this.server.close();
    this.server.closeAllConnections();
    await once(this.server, 'close');
  }

  private async take(request: IncomingMessage): Promise<Answer | undefined> {
    const chunks: Buffer[] = [];
    for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
    this.pushes.push({
      method: request.method ?? '',
      contentType: request.headers['content-type'] ?? '',
      envelope: JSON.parse(Buffer.concat(chunks).toString()) as Push['envelope'],
    });
    return this.answer(this.pushes.length);
  }
}

import { HttpServer } from '../../fakes/http_server.js';

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

  private constructor(private readonly server: HttpServer) {}

  /** @param state what it answers to GET */
  static async start(
    answer: Answering = () => ({ status: 204 }),
    state = 'LogDog Collector: ready.\n',
    stateStatus: number | (() => number) = 200,
  ): Promise<FakeFunction> {
    const server = await HttpServer.start(() => undefined);
    const fake = new FakeFunction(server);
    server.handler = ({ method, path, headers, body }, response) => {
      if (method === 'HEAD' || path.startsWith('/prpc/')) {
        response.writeHead(404).end();
        return;
      }
      if (method === 'GET') {
        response
          .writeHead(typeof stateStatus === 'number' ? stateStatus : stateStatus())
          .end(state);
        return;
      }
      const contentType = headers['content-type'] ?? '';
      const envelope = JSON.parse(body.toString()) as Push['envelope'];
      fake.pushes.push({ method, contentType, envelope });
      const reply = answer(fake.pushes.length);
      if (reply === undefined) response.destroy();
      else response.writeHead(reply.status).end(reply.body);
    };
    return fake;
  }

  get url(): URL {
    return new URL(this.server.url);
  }

  /** The data of the messages, in the order in which they came. */
  get data(): Buffer[] {
    return this.pushes.map(({ envelope }) => Buffer.from(envelope.message.data, 'base64'));
  }

  stop(): Promise<void> {
    return this.server.stop();
  }
}

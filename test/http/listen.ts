import { once } from 'node:events';
import {
  type ClientRequest,
  type IncomingHttpHeaders,
  type IncomingMessage,
  request,
  type RequestOptions,
  type Server,
} from 'node:http';
import type { AddressInfo } from 'node:net';

/** A server that listens on a free port of this machine. */
export interface Listening {
  readonly port: number;
  readonly url: string;
  /** Closes it with all its connections. */
  readonly close: () => Promise<void>;
}

export async function listen(server: Server): Promise<Listening> {
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const { port } = server.address() as AddressInfo;
  const close = async () => {
    const closed = once(server, 'close');
    server.close();
    server.closeAllConnections();
    await closed;
  };
  return { port, url: `http://127.0.0.1:${port}/`, close };
}

/** Begins a request to a port of this machine. Default: POST, on a connection of its own. */
export function open(port: number, options: RequestOptions = {}): ClientRequest {
  return request({ port, host: '127.0.0.1', method: 'POST', agent: false, ...options });
}

/** An answer that has come whole. */
export interface HttpReply {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
  readonly text: string;
}

export async function replyTo(outgoing: ClientRequest): Promise<HttpReply> {
  const [answer] = (await once(outgoing, 'response')) as [IncomingMessage];
  const chunks: Buffer[] = [];
  for await (const chunk of answer as AsyncIterable<Buffer>) chunks.push(chunk);
  const body = Buffer.concat(chunks);
  return { status: answer.statusCode!, headers: answer.headers, body, text: body.toString() };
}

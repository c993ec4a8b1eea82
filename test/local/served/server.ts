import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { PushRequest } from '../../../src/http/body.js';
import type { PrpcServer } from '../../../src/local/served/prpc_server.js';

export interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

/** A pRPC server on a port of its own. */
export interface Serving {
  readonly port: number;
  post(path: string, headers: Record<string, string>, body: Uint8Array): Promise<Answer>;
  open(path: string, headers: Record<string, string>): ReturnType<typeof request>;
  close(): Promise<void>;
}

/** @param before what happens to a request before the server sees it */
export async function serve(
  server: PrpcServer,
  before: (request: PushRequest) => void = () => undefined,
): Promise<Serving> {
  const http = createServer((incoming, response) => {
    before(incoming);
    void server.handle(incoming, response);
  });
  await once(http.listen(0, '127.0.0.1'), 'listening');
  const { port } = http.address() as AddressInfo;
  const open = (path: string, headers: Record<string, string>, method = 'POST') =>
    request({ port, host: '127.0.0.1', path, method, headers, agent: false });
  return {
    port,
    open,
    post: async (path, headers, body) => {
      const outgoing = open(path, { 'content-length': String(body.length), ...headers });
      outgoing.end(body);
      return readAnswer(outgoing);
    },
    close: async () => {
      http.close();
      http.closeAllConnections();
      await once(http, 'close');
    },
  };
}

export async function readAnswer(outgoing: ReturnType<typeof request>): Promise<Answer> {
  const [answer] = (await once(outgoing, 'response')) as [import('node:http').IncomingMessage];
  const chunks: Buffer[] = [];
  for await (const chunk of answer as AsyncIterable<Buffer>) chunks.push(chunk);
  return { status: answer.statusCode!, headers: answer.headers, body: Buffer.concat(chunks) };
}

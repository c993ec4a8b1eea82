import { type ClientRequest, createServer } from 'node:http';
import type { PushRequest } from '../../../src/http/body.js';
import type { PrpcServer } from '../../../src/local/served/prpc_server.js';
import { type HttpReply, listen, open, replyTo } from '../../http/listen.js';

/** A pRPC server on a port of its own. */
export interface Serving {
  readonly port: number;
  post(path: string, headers: Record<string, string>, body: Uint8Array): Promise<HttpReply>;
  open(path: string, headers: Record<string, string>): ClientRequest;
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
  const { port, close } = await listen(http);
  return {
    port,
    close,
    open: (path, headers) => open(port, { path, headers }),
    post: (path, headers, body) => {
      const length = { 'content-length': String(body.length) };
      return replyTo(open(port, { path, headers: { ...length, ...headers } }).end(body));
    },
  };
}

import {
  createServer,
  type IncomingHttpHeaders,
  type Server,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';

export interface HttpRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

export type HttpHandler = (request: HttpRequest, response: ServerResponse) => void;

/** An HTTP server on this machine that does with each request what it is told to. */
export class HttpServer {
  readonly requests: HttpRequest[] = [];
  /** How many connections were made. */
  connections = 0;

  private constructor(
    private readonly server: Server,
    public handler: HttpHandler,
  ) {}

  static async start(handler: HttpHandler): Promise<HttpServer> {
    const server = createServer();
    const started = new HttpServer(server, handler);
    server.on('connection', () => started.connections++);
    server.on('request', (request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        const { method = '', url: path = '', headers } = request;
        const read = { method, path, headers, body: Buffer.concat(chunks) };
        started.requests.push(read);
        started.handler(read, response);
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return started;
  }

  get host(): string {
    return `127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  /** Ends also what hangs. */
  async stop(): Promise<void> {
    const stopped = new Promise((resolve) => this.server.close(resolve));
    this.server.closeAllConnections();
    await stopped;
  }
}

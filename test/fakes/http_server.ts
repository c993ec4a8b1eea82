import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import { type Listening, listen } from '../http/listen.js';

export interface HttpRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

export type HttpHandler = (request: HttpRequest, response: ServerResponse) => void;

/** An HTTP server on this machine that follows a script, and records its requests. */
export class HttpServer {
  readonly requests: HttpRequest[] = [];
  /** How many connections were made. */
  connections = 0;
  private listening!: Listening;

  private constructor(public handler: HttpHandler) {}

  static async start(handler: HttpHandler): Promise<HttpServer> {
    const started = new HttpServer(handler);
    const server = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        const { method = '', url: path = '', headers } = request;
        const read = { method, path, headers, body: Buffer.concat(chunks) };
        started.requests.push(read);
        started.handler(read, response);
      });
    });
    server.on('connection', () => started.connections++);
    started.listening = await listen(server);
    return started;
  }

  get port(): number {
    return this.listening.port;
  }

  get host(): string {
    return `127.0.0.1:${this.port}`;
  }

  get url(): string {
    return this.listening.url;
  }

  /** Ends also what hangs. */
  stop(): Promise<void> {
    return this.listening.close();
  }
}

import { once } from 'node:events';
import {
  type ClientRequest,
  createServer,
  type IncomingMessage,
  type OutgoingHttpHeader,
  type OutgoingHttpHeaders,
} from 'node:http';
import type { Authenticator } from '../../../src/push/auth/authenticator.js';
import { PushHandler } from '../../../src/push/handler.js';
import { PUSH_BYTES } from '../../../src/push/limits.js';
import { JsonLog } from '../../../src/telemetry/log.js';
import { listen, type Listening, open } from '../../http/listen.js';

export interface Reply {
  readonly status: number;
  readonly code: string | undefined;
}

/** A handler behind a authenticator, on a server of its own; what comes in is counted and goes nowhere. */
export class GuardedHandler {
  readonly log: string[] = [];
  /** Messages that the Collector was given. */
  processed = 0;
  /** Of each request, what was left in its headers behind the authenticator. */
  readonly behind: string[] = [];
  private server!: Listening;
  private readonly handler: PushHandler;

  private constructor(authenticator: Authenticator) {
    this.handler = new PushHandler({
      collector: {
        process: () => {
          this.processed++;
          return Promise.resolve({ outcome: 'done', entries: [] });
        },
      },
      authenticator,
      log: new JsonLog('info', { write: (line) => void this.log.push(line) }),
      messageDeadlineMs: 10_000,
      maxInFlightBytes: PUSH_BYTES + 1024,
    });
  }

  static async start(authenticator: Authenticator): Promise<GuardedHandler> {
    const rig = new GuardedHandler(authenticator);
    const server = createServer((incoming, response) => {
      void rig.handler.handle(incoming, response).then(() => {
        const { headers, rawHeaders, headersDistinct } = incoming;
        rig.behind.push(JSON.stringify({ headers, rawHeaders, headersDistinct }));
      });
    });
    rig.server = await listen(server);
    return rig;
  }

  /** Pushes a small message, or with `size` announces so much of a body and sends none of it. */
  async push(
    authorization: OutgoingHttpHeader | undefined,
    size?: number,
    more: OutgoingHttpHeaders = {},
  ): Promise<Reply> {
    const body = '{"message":{"data":"aGVsbG8="}}';
    const headers = {
      'content-length': size ?? body.length,
      ...more,
      ...(authorization !== undefined && { Authorization: authorization }),
    };
    return exchange(open(this.server.port, { headers }), size === undefined ? body : undefined);
  }

  stop(): Promise<void> {
    return this.server.close();
  }
}

async function exchange(outgoing: ClientRequest, body: string | undefined): Promise<Reply> {
  outgoing.on('error', () => undefined);
  if (body === undefined) outgoing.flushHeaders();
  else outgoing.end(body);
  const [answer] = (await once(outgoing, 'response')) as [IncomingMessage];
  const [chunk] = answer.statusCode === 204 ? [] : ((await once(answer, 'data')) as [Buffer]);
  // Without its body the request would be waited for.
  if (body === undefined) outgoing.destroy();
  else answer.resume();
  const { code } = JSON.parse(chunk?.toString() ?? '{}') as { code?: string };
  return { status: answer.statusCode!, code };
}

import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';

/**
 * The most requests under way on one connection: pipelined ones come hundreds in one read, and hold the event loop. No
 * client of ours pipelines, nor does Google's load balancer.
 */
export const MAX_PIPELINED = 100;

/**
 * Bounds the connections of a server. In excess of the bound, one without a request under way is closed for each new one:
 * first those that have not sent the headers of a request, then those that are idle between two requests; of each kind
 * the one that has been so for the longest. Connections with a request under way stay, and then the new one is closed.
 *
 * Node itself closes the new one, whatever the others do, and takes a silent connection for one with a request under way.
 */
export class Connections {
  /** Those without a whole head of a request, the oldest first. */
  private readonly silent = new Set<Socket>();
  /** Those between two requests, the least recently used first. */
  private readonly idle = new Set<Socket>();
  /** How many requests are under way on each of the others. */
  private readonly busy = new Map<Socket, number>();

  /**
   * @param max how many there are at most
   * @param onFull is called where a request is under way on each; it may give up those of slow senders
   */
  constructor(
    server: Server,
    private readonly max: number,
    private readonly onFull: () => void = () => undefined,
  ) {
    server.on('connection', (socket) => {
      this.add(socket);
    });
    const onRequest = (request: IncomingMessage, response: ServerResponse) => {
      this.begin(request.socket, response);
    };
    for (const event of ['request', 'checkContinue', 'checkExpectation']) {
      server.prependListener(event, onRequest);
    }
  }

  get count(): number {
    return this.silent.size + this.idle.size + this.busy.size;
  }

  /** Closes one without a request under way, other than `newest`; false where there is none. */
  makeRoom(newest?: Socket): boolean {
    const victim = firstOf(this.silent, newest) ?? firstOf(this.idle, newest);
    if (victim === undefined) this.onFull();
    else this.close(victim);
    return victim !== undefined;
  }

  private add(socket: Socket): void {
    this.silent.add(socket);
    socket.once('close', () => {
      this.forget(socket);
    });
    if (this.count > this.max && !this.makeRoom(socket)) this.close(socket);
  }

  private begin(socket: Socket, response: ServerResponse): void {
    // It was closed for another, in the turn in which its request came.
    if (socket.destroyed) return;
    this.silent.delete(socket);
    this.idle.delete(socket);
    const requests = (this.busy.get(socket) ?? 0) + 1;
    this.busy.set(socket, requests);
    if (requests > MAX_PIPELINED) {
      this.close(socket);
      return;
    }
    // Not `once`, which wraps what is called: it closes only once.
    response.on('close', () => {
      this.end(socket);
    });
  }

  private end(socket: Socket): void {
    const requests = this.busy.get(socket);
    if (requests === undefined) return;
    if (requests > 1) {
      this.busy.set(socket, requests - 1);
      return;
    }
    this.busy.delete(socket);
    if (!socket.destroyed) this.idle.add(socket);
  }

  private close(socket: Socket): void {
    this.forget(socket);
    socket.destroy();
  }

  private forget(socket: Socket): void {
    this.silent.delete(socket);
    this.idle.delete(socket);
    this.busy.delete(socket);
  }
}

function firstOf(sockets: ReadonlySet<Socket>, other: Socket | undefined): Socket | undefined {
  for (const socket of sockets) if (socket !== other) return socket;
  return undefined;
}

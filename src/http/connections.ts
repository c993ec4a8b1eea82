import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { Chain, type Link } from '../common/chain.js';

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
  private readonly silent = new Chain<Connection>();
  /** Those between two requests, the least recently used first. */
  private readonly idle = new Chain<Connection>();
  private readonly bySocket = new WeakMap<Socket, Connection>();
  private count = 0;

  /**
   * @param max how many there are at most
   * @param onFull is called where a request is under way on each; it may give up those of slow senders
   */
  constructor(
    server: Server,
    private readonly max: number,
    private readonly onFull: () => void = () => undefined,
  ) {
    server.on('connection', (socket) => this.add(socket));
    const onRequest = (request: IncomingMessage, response: ServerResponse) => {
      this.begin(request.socket, response);
    };
    for (const event of ['request', 'checkContinue', 'checkExpectation']) {
      server.prependListener(event, onRequest);
    }
  }

  /** Closes one without a request under way, other than `newest`; false where there is none. */
  makeRoom(newest?: Socket): boolean {
    const victim = firstOf(this.silent, newest) ?? firstOf(this.idle, newest);
    if (victim === undefined) this.onFull();
    else this.close(victim);
    return victim !== undefined;
  }

  private add(socket: Socket): void {
    const connection: Connection = { socket, requests: 0, chain: undefined, link: undefined };
    this.bySocket.set(socket, connection);
    this.count++;
    move(connection, this.silent);
    socket.once('close', () => this.forget(connection));
    if (this.count > this.max && !this.makeRoom(socket)) this.close(connection);
  }

  private begin(socket: Socket, response: ServerResponse): void {
    const connection = this.bySocket.get(socket);
    // It was closed for another, in the turn in which its request came.
    if (connection === undefined || socket.destroyed) return;
    move(connection, undefined);
    if (++connection.requests > MAX_PIPELINED) {
      this.close(connection);
      return;
    }
    // Not `once`, which wraps what is called: it closes only once.
    response.on('close', () => {
      if (--connection.requests === 0 && !socket.destroyed) move(connection, this.idle);
    });
  }

  private close(connection: Connection): void {
    this.forget(connection);
    connection.socket.destroy();
  }

  private forget(connection: Connection): void {
    if (!this.bySocket.delete(connection.socket)) return;
    this.count--;
    move(connection, undefined);
  }
}

/** Hot: what is kept of a connection changes twice with each request. */
interface Connection {
  readonly socket: Socket;
  /** How many are under way on it. */
  requests: number;
  /** Where it is while none is. */
  chain: Chain<Connection> | undefined;
  link: Link<Connection> | undefined;
}

function move(connection: Connection, chain: Chain<Connection> | undefined): void {
  if (connection.link !== undefined) connection.chain!.remove(connection.link);
  connection.chain = chain;
  connection.link = chain?.add(connection);
}

function firstOf(chain: Chain<Connection>, other: Socket | undefined): Connection | undefined {
  for (const connection of chain) if (connection.socket !== other) return connection;
  return undefined;
}

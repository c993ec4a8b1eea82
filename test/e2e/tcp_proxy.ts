import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';

/** How a way through the network can be: whole, silent, cut after some bytes, or not there at all. */
export type Way = 'open' | 'hole' | 'reset' | 'closed';

/** A way to a server that can be broken and mended. */
export class TcpProxy {
  private way: Way = 'open';
  private readonly sockets = new Set<Socket>();

  private constructor(
    private server: Server,
    private readonly targetPort: number,
    readonly port: number,
  ) {
    server.on('connection', (socket) => {
      this.pass(socket);
    });
  }

  static async start(targetPort: number): Promise<TcpProxy> {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    return new TcpProxy(server, targetPort, (server.address() as AddressInfo).port);
  }

  /** Breaks or mends the way, also that of connections which are open. */
  async set(way: Way): Promise<void> {
    const wasClosed = this.way === 'closed';
    this.way = way;
    if (way !== 'hole') this.destroySockets();
    else for (const socket of this.sockets) socket.unpipe().pause();
    if (way === 'closed') await this.close();
    else if (wasClosed) await this.listen();
  }

  async close(): Promise<void> {
    this.destroySockets();
    if (!this.server.listening) return;
    this.server.close();
    await once(this.server, 'close');
  }

  private async listen(): Promise<void> {
    this.server.listen(this.port, '127.0.0.1');
    await once(this.server, 'listening');
  }

  private pass(socket: Socket): void {
    this.keep(socket);
    if (this.way === 'reset') socket.once('data', () => socket.resetAndDestroy());
    if (this.way !== 'open') return;
    const target = connect(this.targetPort, '127.0.0.1');
    this.keep(target);
    socket.pipe(target).pipe(socket);
    socket.once('close', () => target.destroy());
    target.once('close', () => socket.destroy());
  }

  private keep(socket: Socket): void {
    this.sockets.add(socket);
    socket.on('error', () => undefined);
    socket.once('close', () => this.sockets.delete(socket));
  }

  private destroySockets(): void {
    for (const socket of this.sockets) socket.destroy();
  }
}

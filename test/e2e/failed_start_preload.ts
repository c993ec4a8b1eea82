import { Server } from 'node:net';

/** Loaded before the program's own code (`--require`): has a start fail late. */

/** Another program takes the port after it was checked. */
function failSecondListen(): void {
  const { listen } = Server.prototype as { listen: (...args: unknown[]) => Server };
  let calls = 0;
  Server.prototype.listen = function (this: Server, ...args: unknown[]): Server {
    if (++calls === 1) return listen.apply(this, args);
    const error = Object.assign(new Error('listen EADDRINUSE'), { code: 'EADDRINUSE' });
    process.nextTick(() => this.emit('error', error));
    return this;
  } as typeof Server.prototype.listen;
}

if (process.env.PORT_TAKEN_LATE !== undefined) failSecondListen();

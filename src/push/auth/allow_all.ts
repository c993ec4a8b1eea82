import type { Log } from '../../telemetry/log.js';
import type { PushRequest } from '../../http/body.js';
import type { Authenticator } from './authenticator.js';

/** Accepts every push, and warns once when one comes from another machine. */
export class AllowAll implements Authenticator {
  private warned = false;

  constructor(private readonly log: Log) {}

  authenticate({ socket }: PushRequest): Promise<void> {
    if (!this.warned && !isLoopback(socket.remoteAddress)) {
      this.warned = true;
      const advice = 'set PUSH_AUTH=token, or HOST=127.0.0.1';
      const what = `a push came from another machine, and PUSH_AUTH=off allows all pushes: ${advice}`;
      this.log.write('warning', what, {});
    }
    return Promise.resolve();
  }
}

/** Whether this is a machine's own address, also where IPv4 is spelled as IPv6. */
function isLoopback(address = ''): boolean {
  return address === '::1' || /^(::ffff:)?127\./.test(address);
}

import { isLoopbackHost } from '../../common/loopback.js';
import type { Log } from '../../telemetry/log.js';
import type { PushRequest } from '../../http/body.js';
import type { Authenticator } from './authenticator.js';

/** Accepts every push, and warns once when one comes from another machine. */
export class AllowAll implements Authenticator {
  private warned = false;

  constructor(private readonly log: Log) {}

  authenticate({ socket }: PushRequest): Promise<void> {
    // As IPv6, it may have an address of IPv4.
    const address = socket.remoteAddress?.replace(/^::ffff:/, '') ?? '';
    if (!this.warned && !isLoopbackHost(address)) {
      this.warned = true;
      const advice = 'set PUSH_AUTH=token, or HOST=127.0.0.1';
      const what = `a push came from another machine, and PUSH_AUTH=off allows all pushes: ${advice}`;
      this.log.write('warning', what, {});
    }
    return Promise.resolve();
  }
}

import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { measure } from './measure.js';
import { floorSide } from './sides.js';

/**
 * Measures floors as the Go Collector's baseline has them: in a process of its own, with malloc as it is by default. With
 * our settings of malloc, a large message has half of it (`docs/decisions/0006-memory-kept.md`).
 */
export class FloorProcess {
  private readonly child: ChildProcess;

  constructor() {
    this.child = fork(__filename, {
      env: { PATH: process.env.PATH },
      serialization: 'advanced',
    });
  }

  /** CPU time of the floor of one message, in µs. */
  async us(message: Buffer): Promise<number> {
    const failed = new AbortController();
    const exited = once(this.child, 'exit', { signal: failed.signal }).then(() => {
      throw new Error('the process that measures the floor has ended');
    });
    try {
      this.child.send(message);
      const [us] = (await Promise.race([once(this.child, 'message'), exited])) as [number];
      return us;
    } finally {
      exited.catch(() => undefined);
      failed.abort();
    }
  }

  stop(): void {
    this.child.kill();
  }
}

if (require.main === module) {
  process.on('message', (message: Uint8Array) => {
    void measure([floorSide(Buffer.from(message))], 1).then(([us]) => process.send!(us));
  });
}

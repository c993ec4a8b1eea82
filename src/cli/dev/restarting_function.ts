import { setTimeout as sleep } from 'node:timers/promises';
import { CollectorError } from '../../common/errors.js';
import { startFunction, type ChildServer } from '../child_function.js';
import { type Io, say } from '../io.js';

/** How often it is started again in a row; one that has run for longer than that begins anew. */
const RESTARTS_MAX = 5;
const STEADY_MS = 60_000;
const BACKOFF_MS_MIN = 100;

/** The function in a process of its own, which is started again, on the same port, where it ends by itself. */
export class RestartingFunction {
  private closed = false;

  /** @param settings those that the function was started with */
  constructor(
    private child: ChildServer,
    private readonly settings: Readonly<Record<string, string>>,
    private readonly io: Io,
  ) {}

  get url(): URL {
    return this.child.url;
  }

  /** Resolves when the function answers for the first time. @throws CollectorError COMMAND_FAILED */
  ready(): Promise<void> {
    return this.child.ready();
  }

  /**
   * Starts the function again whenever it ends; resolves when the command is interrupted.
   *
   * @throws CollectorError COMMAND_FAILED when it has ended too often
   */
  async keep(): Promise<void> {
    for (let restarts = 0; ; restarts++) {
      const startMs = performance.now();
      const how = await this.child.whenEnded();
      if (this.isOver()) return;
      if (performance.now() - startMs > STEADY_MS) restarts = 0;
      if (restarts === RESTARTS_MAX) {
        const what = `the function has ended (${how}), after ${RESTARTS_MAX} restarts in a row`;
        throw new CollectorError('COMMAND_FAILED', `${what}: gave up`);
      }
      say(this.io, `logdog-collector dev: the function has ended (${how}); starting it again`);
      await sleep(BACKOFF_MS_MIN * 2 ** restarts, undefined, { signal: this.io.signal });
      if (this.isOver()) return;
      await this.restart();
    }
  }

  close(): Promise<void> {
    this.closed = true;
    return this.child.close();
  }

  private isOver(): boolean {
    return this.closed || this.io.signal.aborted;
  }

  private async restart(): Promise<void> {
    const { settings, io } = this;
    this.child = await startFunction(settings, io, Number(this.url.port));
    try {
      await this.child.ready();
      say(io, `logdog-collector dev: the function runs again: ${this.url.href}`);
    } catch {
      // It ends, or has ended, which is seen by what waits for that.
      await this.child.close();
    }
  }
}

import type { ServerResponse } from 'node:http';
import { CollectorError } from '../errors.js';

/** Ends the work on a push that ran out of time, or whose sender is gone, or that the process cannot wait for. */
export class Watch {
  private readonly controller = new AbortController();
  private readonly timer: NodeJS.Timeout;
  private readonly onClose = () => {
    if (!this.response.writableEnded) {
      this.abort(new CollectorError('CANCELLED', 'the sender closed the connection'));
    }
  };

  constructor(
    private readonly response: ServerResponse,
    deadlineMs: number,
  ) {
    this.timer = setTimeout(() => {
      const why = `the time for one message ran out: MESSAGE_DEADLINE is ${deadlineMs} ms`;
      this.abort(new CollectorError('DEADLINE', why));
    }, deadlineMs);
    response.on('close', this.onClose);
  }

  get signal(): AbortSignal {
    return this.controller.signal;
  }

  abort(reason: CollectorError): void {
    this.controller.abort(reason);
  }

  /** The work is done: nothing is left behind. */
  end(): void {
    clearTimeout(this.timer);
    this.response.off('close', this.onClose);
  }
}

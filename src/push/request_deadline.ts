import type { ServerResponse } from 'node:http';
import { Chain, type Link } from '../common/chain.js';
import { Deadlines, type Running } from '../common/deadlines.js';
import { IdleWaiters } from '../common/idle_waiters.js';
import { SpareSignals } from '../common/spare_signals.js';
import { CollectorError } from '../common/errors.js';
import { drainBody, type PushRequest } from '../http/body.js';
import { ANSWER_MS_MAX } from '../http/limits.js';

/** Watches over the requests under way. */
export class RequestDeadlines {
  private readonly underWay = new Chain<RequestDeadline>();
  private readonly work: Deadlines<RequestDeadline>;
  private readonly answers: Deadlines<RequestDeadline>;
  private readonly signals = new SpareSignals();
  private readonly idle = new IdleWaiters();

  /**
   * @param deadlineMs the time for the work on one request
   * @param lateError says that it was exceeded
   */
  constructor(deadlineMs: number, lateError = () => messageLate(deadlineMs)) {
    this.work = new Deadlines(deadlineMs, (deadline) => deadline.abort(lateError()));
    this.answers = new Deadlines(ANSWER_MS_MAX, (deadline) => deadline.cut());
  }

  begin(response: ServerResponse): RequestDeadline {
    const deadline = new RequestDeadline(response, this.signals.acquire());
    deadline.link = this.underWay.add(deadline);
    deadline.work = this.work.start(deadline);
    return deadline;
  }

  /** The answer goes out: the time to take it runs. */
  answer(deadline: RequestDeadline): void {
    deadline.answer ??= this.answers.start(deadline);
  }

  /** The request is done with: nothing is left behind. */
  end(deadline: RequestDeadline): void {
    this.underWay.remove(deadline.link!);
    this.work.stop(deadline.work!);
    if (deadline.answer !== undefined) this.answers.stop(deadline.answer);
    this.signals.release(deadline.controller);
    if (this.underWay.size === 0) this.idle.notify();
  }

  /** Resolves when the requests under way have ended; those that take longer than `graceMs` are given up. */
  async close(graceMs: number): Promise<void> {
    if (this.underWay.size === 0) return;
    const timer = setTimeout(() => {
      for (const deadline of this.underWay) deadline.abort(new CollectorError('SHUTTING_DOWN'));
    }, graceMs);
    await this.idle.wait();
    clearTimeout(timer);
  }
}

function messageLate(deadlineMs: number): CollectorError {
  const why = `the time limit of the message was exceeded: MESSAGE_DEADLINE is ${deadlineMs} ms`;
  return new CollectorError('DEADLINE', why);
}

/** Those of answers to requests without a message. */
const answers = new RequestDeadlines(ANSWER_MS_MAX);

/** Ends an answer that has been written, once the rest of the request has come, or within ANSWER_MS_MAX. Never rejects. */
export async function endAnswer(request: PushRequest, response: ServerResponse): Promise<void> {
  const deadline = answers.begin(response);
  await drainBody(request, response, deadline.signal);
  response.end();
  answers.end(deadline);
}

/** Ends the work on a request that ran out of time, or whose sender is gone, or that the process cannot wait for. */
export class RequestDeadline {
  /** Resolves when the response is closed. */
  readonly closed: Promise<void>;
  private answered = false;
  /** For the deadlines only. */
  link: Link<RequestDeadline> | undefined;
  work: Running<RequestDeadline> | undefined;
  answer: Running<RequestDeadline> | undefined;

  constructor(
    private readonly response: ServerResponse,
    readonly controller: AbortController,
  ) {
    this.closed = new Promise((resolve) => {
      response.on('close', () => {
        if (!response.writableEnded) {
          this.abort(new CollectorError('CANCELLED', 'the sender closed the connection'));
        }
        resolve();
      });
    });
  }

  get signal(): AbortSignal {
    return this.controller.signal;
  }

  abort(reason: CollectorError): void {
    if (this.answered) this.cut();
    else this.controller.abort(reason);
  }

  /** The work is done: from now on, an abort cuts the answer. */
  endWork(): void {
    this.answered = true;
  }

  cut(): void {
    this.response.destroy();
  }
}

import type { IncomingHttpHeaders, ServerResponse } from 'node:http';
import type { Collector } from '../collector/collector.js';
import { errorResult, mayBeRead } from '../collector/result.js';
import { asCollectorError, CollectorError, type ErrorCode } from '../common/errors.js';
import { type BufferPool, bufferPool } from '../common/buffer_pool.js';
import { MessageMemory } from '../common/message_memory.js';
import { printableJson } from '../common/printable.js';
import type { DeadLetters } from '../dead_letters/dead_letter.js';
import type { Log } from '../telemetry/log.js';
import { Stopwatch } from '../common/stopwatch.js';
import type { EndedPush, Telemetry } from '../telemetry/telemetry.js';
import { traceFields } from '../telemetry/trace_context.js';
import type { Authenticator } from './auth/authenticator.js';
import { type Answer, answerPush } from './answer.js';
import { firstBytes, drainBody, type PushRequest, readBody } from '../http/body.js';
import { checkContentEncoding, contentOf, decodeData, openEnvelope } from './envelope.js';
import { STATE_INTRODUCTION } from './identity.js';
import { isReplay, keepDeadLetter, type KeptResult, type Received } from './dead_letter.js';
import { AdmissionControl, type Reservation } from './admission.js';
import { MAX_BODY_BYTES } from './limits.js';
import { logOutcome, logSummary, RejectionLog } from './outcome.js';
import { endAnswer, type RequestDeadline, RequestDeadlines } from './request_deadline.js';

/** A backend that cannot be reached, and the code of why. */
export interface Unreachable {
  readonly name: string;
  readonly code: ErrorCode;
}

/** What a handler of pushes works with, and its bounds. */
export interface PushHandlerOptions {
  /** Processes the messages; anything with the Collector's `process`. */
  readonly collector: Pick<Collector, 'process'>;
  /** Decides which pushes are accepted. Default: all, so that the platform in front has to decide. */
  readonly authenticator?: Authenticator | undefined;
  /** Keeps refused messages before they are acked. Default: they are only logged. */
  readonly deadLetters?: DeadLetters | undefined;
  /** Default: lines of JSON on standard error, from `info` on. */
  readonly log?: Log;
  /** The time limit of one message, in milliseconds. Default: 60,000; it must be below the subscription's ack deadline. */
  readonly messageDeadlineMs?: number;
  /** The most bytes of pushes under way; a push in excess is answered with 429. Default: 256 MiB. */
  readonly maxInFlightBytes?: number;
}

export interface PushOptions extends PushHandlerOptions {
  readonly log: Log;
  readonly messageDeadlineMs: number;
  readonly maxInFlightBytes: number;
  /** Why nothing can be stored now, whatever the message; undefined where it can. */
  readonly problem?: (() => CollectorError | undefined) | undefined;
  /** Says which backends cannot be reached now, within a bounded time; default: none. Never rejects. */
  readonly unreachable?: (() => Promise<readonly Unreachable[]>) | undefined;
  /** The pool that bodies are read into. Default: that of the process. */
  readonly buffers?: BufferPool;
  /** The Google Cloud project of the traces that requests belong to, for log lines. */
  readonly traceProject?: string;
  readonly telemetry?: Telemetry | undefined;
}

/** Takes Pub/Sub pushes by HTTP, and answers each only when its message is done with. */
export class PushHandler {
  private readonly options: PushOptions;
  private readonly buffers: BufferPool;
  private readonly admission: AdmissionControl;
  private readonly rejections: RejectionLog;
  private readonly deadlines: RequestDeadlines;
  private closing = false;

  constructor(options: PushOptions) {
    this.options = options;
    this.buffers = options.buffers ?? bufferPool;
    this.admission = new AdmissionControl(options.maxInFlightBytes);
    this.rejections = new RejectionLog(options.log);
    this.deadlines = new RequestDeadlines(options.messageDeadlineMs);
  }

  get inFlightBytes(): number {
    return this.admission.takenBytes;
  }

  /** Gives up the pushes whose bodies are slow to come. */
  giveUpSlow(): void {
    this.admission.giveUpSlow();
  }

  /** Handles one request. Never rejects. */
  readonly handle = async (request: PushRequest, response: ServerResponse): Promise<void> => {
    const { method } = request;
    if (method === 'POST') {
      await this.handlePush(request, response);
      return;
    }
    if (method === 'GET' || method === 'HEAD') await this.sendState(request, response);
    else sendAnswer(response, answerPush(errorResult(new CollectorError('METHOD_NOT_ALLOWED'))));
    await endAnswer(request, response);
  };

  /**
   * Takes no more pushes, and resolves when those under way are answered. Those that take longer than that are given up:
   * they come again.
   */
  close(graceMs: number): Promise<void> {
    this.closing = true;
    return this.deadlines.close(graceMs);
  }

  /** `/ready`: whether a push can be stored now. Every other path: whether the process is alive. */
  private async sendState({ url = '' }: PushRequest, response: ServerResponse): Promise<void> {
    const { closing } = this;
    if (!/^\/ready(\?|$)/.test(url)) {
      const state = closing ? 'shutting down' : 'running';
      const text = `${STATE_INTRODUCTION}${state}. It takes Pub/Sub pushes by POST.\n`;
      sendText(response, closing ? 503 : 200, text);
      return;
    }
    const unreachable = closing ? [] : await this.whatIsUnreachable();
    // Without a path, because every caller may ask.
    const list = unreachable.map(({ name, code }) => `${name} (${code})`).join(', ');
    if (closing) sendText(response, 503, 'shutting down\n');
    else if (list !== '') sendText(response, 503, `not ready: ${list} cannot be reached\n`);
    else sendText(response, 200, 'ok\n');
  }

  private async whatIsUnreachable(): Promise<readonly Unreachable[]> {
    const problem = this.options.problem?.();
    if (problem !== undefined) return [{ name: 'the local store', code: problem.code }];
    try {
      return (await this.options.unreachable?.()) ?? [];
    } catch (thrown) {
      return [{ name: 'the check of the backends', code: asCollectorError(thrown).code }];
    }
  }

  private async handlePush(request: PushRequest, response: ServerResponse): Promise<void> {
    // The sender is gone already: nothing has been done, and it comes again.
    if (response.closed) return;
    const deadline = this.deadlines.begin(response);
    const push = await this.process(request, deadline);
    const flushed = this.report(push, request.headers);
    if (flushed !== undefined) await flushed;
    sendAnswer(response, answerPush(push.result));
    // Until the answer is on its way, the push is under way. A sender that does not take it, or does not send the rest of
    // a body that is not wanted, is not waited for.
    this.deadlines.answer(deadline);
    if (!request.complete) await drainBody(request, response, deadline.signal);
    response.end();
    // A sender that does not take it is cut off from here on, where the work would have been ended.
    deadline.endWork();
    await deadline.closed;
    this.deadlines.end(deadline);
  }

  private async process(request: PushRequest, deadline: RequestDeadline): Promise<EndedPush> {
    const { authenticator, collector, deadLetters, log, telemetry } = this.options;
    const watched = telemetry !== undefined || log.writes('debug');
    const times = watched ? new Stopwatch() : undefined;
    const { signal } = deadline;
    const received: Received = {};
    let rejection: CollectorError | undefined;
    let reservation: Reservation | undefined;
    const memory = new MessageMemory(this.buffers);
    let ended: KeptResult;
    try {
      if (this.closing) throw new CollectorError('SHUTTING_DOWN');
      // Before anything is read or counted: a request that is rejected costs nothing but the look at its headers.
      if (authenticator !== undefined) {
        try {
          await authenticator.authenticate(request, signal);
        } catch (thrown) {
          rejection = asCollectorError(thrown);
          throw rejection;
        }
      }
      const problem = this.options.problem?.();
      if (problem !== undefined) throw problem;
      reservation = this.admission.reserve((reason) => deadline.abort(reason));
      checkContentEncoding(request);
      reservation.begin(firstBytes(request, MAX_BODY_BYTES));
      const data = await this.receive(request, received, signal, { reservation, memory }, times);
      ended = { result: await collector.process(data, { signal, times, memory }) };
    } catch (thrown) {
      ended = { result: errorResult(thrown) };
    }
    if (deadLetters !== undefined) {
      ended = await keepDeadLetter(deadLetters, received, ended.result, signal);
    }
    // What was refused is kept by now.
    if (!mayBeRead(ended.result)) memory.releaseAll();
    times?.stop();
    reservation?.release();
    return { messageId: received.origin?.messageId, ...ended, rejection, times };
  }

  /** Logs, counts and traces how a push ended. */
  private report(push: EndedPush, headers: IncomingHttpHeaders): Promise<void> | undefined {
    const { log, telemetry, traceProject = '' } = this.options;
    const traceOf = () => traceFields(headers, traceProject);
    if (push.rejection !== undefined) {
      this.rejections.write(push.rejection);
    } else {
      logOutcome(log, push, traceOf);
      logSummary(log, push, traceOf);
    }
    telemetry?.ended(push, headers);
    return telemetry?.flush();
  }

  /** Reads the message; the body and its JSON are let go before the message is worked on. */
  private async receive(
    request: PushRequest,
    received: Received,
    signal: AbortSignal,
    { reservation, memory }: { reservation: Reservation; memory: MessageMemory },
    times: Stopwatch | undefined,
  ): Promise<Buffer> {
    const body = await readBody(request, MAX_BODY_BYTES, signal, reservation, memory);
    reservation.complete();
    const envelope = openEnvelope(request.headers, body, memory);
    // What stood in JSON are strings of its own.
    if (envelope.data !== body) memory.release(body);
    received.origin = envelope.origin;
    received.replayed = isReplay(request.headers);
    // It may have to be kept as a dead letter until it is known that nothing of it is refused.
    received.content = contentOf(envelope);
    const data = decodeData(envelope, memory);
    received.content = { bytes: data };
    if (times !== undefined) {
      times.lap('receive');
      times.messageBytes = data.length;
    }
    return data;
  }
}

function sendText(response: ServerResponse, status: number, text: string): void {
  send(response, status, 'text/plain; charset=utf-8', text);
}

function sendAnswer(response: ServerResponse, { status, body }: Answer): void {
  if (response.destroyed) return;
  if (status === 405) response.setHeader('Allow', 'GET, HEAD, POST');
  if (body === undefined) response.writeHead(status);
  else send(response, status, 'application/json; charset=utf-8', `${printableJson(body)}\n`);
}

function send(response: ServerResponse, status: number, type: string, text: string): void {
  const head = { 'Content-Type': type, 'Content-Length': Buffer.byteLength(text) };
  // Node leaves the body of an answer to HEAD out.
  response.writeHead(status, head).write(text);
}

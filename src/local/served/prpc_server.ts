import type { IncomingMessage, ServerResponse } from 'node:http';
import { untilAborted } from '../../common/abort.js';
import { Turns } from '../../common/turns.js';
import {
  asCollectorError,
  CollectorError,
  coordinatorError,
  GRPC_CODES,
} from '../../common/errors.js';
import { drainBody, type PushRequest } from '../../http/body.js';
import { AdmissionControl, type Reservation } from '../../push/admission.js';
import { stackTrace } from '../../push/outcome.js';
import { type RequestDeadline, RequestDeadlines } from '../../push/request_deadline.js';
import type { Log } from '../../telemetry/log.js';
import { type AnswerMemory, AnswerOutput } from './answer_output.js';
import { readCall } from './call_body.js';
import { answerFormat, type Format, MEDIA_TYPES, requestFormat } from './format.js';
import { CALL_MS_MAX, maxAnswerBytes, timeoutMs } from './headers.js';
import { failureOf, ProtocolError } from './protocol_error.js';
import { maxRequestBytes } from './request_limits.js';
import { type MethodCodec, readSchema } from './schema.js';

export interface MethodOptions {
  /** Aborted when the caller's time is up, or it is gone. */
  readonly signal: AbortSignal;
  /** How the answer is written. */
  readonly format: Format;
  readonly memory: AnswerMemory;
}

/** What a method does: `readSchema` says what its request and its answer are. */
export type Method = (request: never, options: MethodOptions) => object | Promise<object>;

/** The methods, by `service/method`, as `logdog.Logs/Get`. */
export type Methods = Readonly<Record<string, Method>>;

export interface PrpcServerOptions {
  readonly methods: Methods;
  readonly log: Log;
}

/** How many calls are worked on at once; a call whose request is still coming, or whose answer goes out, is none of them. */
export const MAX_CALLS = 32;

/**
 * The memory of all calls under way, in bytes: of their requests, as they come and inflated, and of their answers, as they
 * are gathered and encoded. It holds three of the largest answers, of 16 MiB of logs, or a thousand small calls.
 */
export const MAX_CALL_BYTES = 128 * 1024 * 1024;

/** An answer is handed to the connection in pieces of this size: what is taken of it is seen by them. */
const SENT_BYTES = 64 * 1024;

interface Reply {
  readonly httpStatus: number;
  /** The number of the gRPC code. */
  readonly code: number;
  readonly type: string;
  readonly body: readonly Buffer[];
}

/** One call, from its headers until its answer is taken. */
interface Call {
  readonly request: PushRequest;
  readonly deadline: RequestDeadline;
  readonly reservation: Reservation;
}

/** Answers pRPC calls, `POST /prpc/service/method` (protocol section 4), on Node's own request and response. */
export class PrpcServer {
  private readonly codecs = readSchema();
  private readonly admission = new AdmissionControl(MAX_CALL_BYTES);
  private readonly deadlines = new RequestDeadlines(CALL_MS_MAX, callLate);
  /** How many calls are worked on. */
  private working = 0;
  private closing = false;

  constructor(private readonly options: PrpcServerOptions) {}

  /** Handles one request. Never rejects. */
  readonly handle = async (request: PushRequest, response: ServerResponse): Promise<void> => {
    // The caller is gone already.
    if (response.closed) return;
    const deadline = this.deadlines.begin(response);
    const reservation = this.admission.reserve((reason) => deadline.abort(reason));
    const reply = await this.reply({ request, deadline, reservation }).catch((thrown: unknown) =>
      this.failed(thrown, pathOf(request)),
    );
    // A caller that does not take its answer gets no more time than one that is slow to call.
    deadline.endWork();
    if (deadline.signal.aborted) this.deadlines.answer(deadline);
    reservation.sending();
    await send(response, reply, reservation);
    this.deadlines.answer(deadline);
    await drainBody(request, response, deadline.signal);
    response.end();
    // Until the answer is on its way, the call is under way.
    await deadline.closed;
    reservation.release();
    this.deadlines.end(deadline);
  };

  /** Gives up the calls whose callers are slow to send or to take. */
  giveUpSlow(): void {
    this.admission.giveUpSlow();
  }

  /** Takes no more calls, and resolves when those under way are answered, or given up after so long. */
  close(graceMs: number): Promise<void> {
    this.closing = true;
    return this.deadlines.close(graceMs);
  }

  private async reply(call: Call): Promise<Reply> {
    const { request, deadline } = call;
    if (request.method !== 'POST') {
      throw new ProtocolError('Unimplemented', 'pRPC calls come by POST', 405);
    }
    if (this.closing) throw new ProtocolError('Unavailable', 'the server is shutting down');
    const path = pathOf(request);
    const codec = this.codecs.get(path);
    const method = this.options.methods[path];
    if (codec === undefined || method === undefined) {
      throw coordinatorError('Unimplemented', `${path} is not implemented`);
    }
    const format = answerFormat(request.headers.accept);
    const maxBytes = maxAnswerBytes(request);
    const timer = setTimeout(() => deadline.abort(callLate()), timeoutMs(request));
    try {
      return await this.answer(call, codec, method, { format, maxBytes });
    } finally {
      clearTimeout(timer);
    }
  }

  private async answer(
    { request, deadline: { signal }, reservation }: Call,
    codec: MethodCodec,
    method: Method,
    { format, maxBytes }: { readonly format: Format; readonly maxBytes: number },
  ): Promise<Reply> {
    const requestIn = requestFormat(request.headers['content-type']);
    const limit = maxRequestBytes(pathOf(request), requestIn);
    const body = await readCall(request, limit, reservation, signal);
    // Only now: a caller that is slow to send takes the place of no other.
    if (this.working === MAX_CALLS) throw new CollectorError('TOO_MUCH_IN_FLIGHT');
    this.working++;
    try {
      const message = codec.decode(requestIn, body);
      const options = { signal, format, memory: reservation };
      const called = Promise.resolve(method(message as never, options));
      const answer = await untilAborted(called, signal);
      const output = new AnswerOutput(reservation, new Turns(signal));
      await codec.encode(format, answer, output);
      return success(format, output, maxBytes);
    } finally {
      this.working--;
    }
  }

  private failed(thrown: unknown, path: string): Reply {
    const error = asCollectorError(thrown);
    const { status, httpStatus, text } = failureOf(error);
    if (httpStatus >= 500 && status !== 'Unimplemented') {
      const severity = error.code === 'INTERNAL' ? 'error' : 'warning';
      const { code, message, cause } = error;
      const bug = error.code === 'INTERNAL' ? stackTrace(cause) : {};
      this.options.log.write(severity, `a call failed: ${message}`, { code, call: path, ...bug });
    }
    return {
      httpStatus,
      code: GRPC_CODES.indexOf(status),
      type: 'text/plain; charset=utf-8',
      body: [Buffer.from(`${text}\n`)],
    };
  }
}

function callLate(): CollectorError {
  return coordinatorError('DeadlineExceeded', 'the deadline of the call was exceeded');
}

/** `service/method` */
function pathOf({ url = '' }: IncomingMessage): string {
  return url.replace(/^\/prpc\//, '').replace(/[?#].*$/, '');
}

function success(format: Format, { bytes, chunks }: AnswerOutput, maxBytes: number): Reply {
  if (bytes > maxBytes) {
    const why = `prpc: the response size ${bytes} exceeds the client limit ${maxBytes}`;
    throw new ProtocolError('Unavailable', why);
  }
  return { httpStatus: 200, code: 0, type: MEDIA_TYPES[format], body: chunks };
}

/** Writes an answer as fast as it is taken. */
async function send(
  response: ServerResponse,
  { httpStatus, code, type, body }: Reply,
  reservation: Reservation,
): Promise<void> {
  if (response.destroyed) return;
  // The protocol has none, and the recorded server sends none.
  response.sendDate = false;
  response.writeHead(httpStatus, {
    'Content-Type': type,
    'Content-Length': body.reduce((sum, { length }) => sum + length, 0),
    'X-Content-Type-Options': 'nosniff',
    'X-Prpc-Grpc-Code': code,
    ...(httpStatus === 405 && { Allow: 'POST' }),
  });
  for (const chunk of body) {
    for (let at = 0; at < chunk.length; at += SENT_BYTES) {
      const piece = chunk.subarray(at, at + SENT_BYTES);
      if (!response.write(piece) && !(await isTaken(response))) return;
      reservation.came(piece.length);
    }
  }
}

/** Waits until what was written is taken; false where the connection ends before. */
async function isTaken(response: ServerResponse): Promise<boolean> {
  if (!response.destroyed) {
    await new Promise<void>((resolve) => {
      const end = () => {
        response.off('drain', end).off('close', end);
        resolve();
      };
      response.once('drain', end).once('close', end);
    });
  }
  return !response.destroyed;
}

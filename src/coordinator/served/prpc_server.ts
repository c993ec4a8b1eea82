import type { IncomingMessage, ServerResponse } from 'node:http';
import { untilAborted } from '../../abort.js';
import { asCollectorError, CollectorError, coordinatorError, GRPC_CODES } from '../../errors.js';
import { passOverRest, type PushRequest } from '../../push/body.js';
import { InFlight } from '../../push/in_flight.js';
import type { Log } from '../../telemetry/log.js';
import { stackFrames } from '../../telemetry/stack_trace.js';
import { MAX_REQUEST_BYTES, readCall, roomFor } from './call_body.js';
import { answerFormat, type Format, MEDIA_TYPES, requestFormat } from './format.js';
import { CALL_MS_MAX, maxAnswerBytes, timeoutMs } from './headers.js';
import { failureOf, ProtocolError } from './protocol_error.js';
import { type MethodCodec, Schema } from './schema.js';

export interface MethodOptions {
  /** Aborted when the caller's time is up, or it is gone. */
  readonly signal: AbortSignal;
}

/** What a method does: `Schema` says what its request and its answer are. */
export type Method = (request: never, options: MethodOptions) => object | Promise<object>;

/** The methods, by `service/method`, as `logdog.Logs/Get`. */
export type Methods = Readonly<Record<string, Method>>;

export interface PrpcServerOptions {
  readonly methods: Methods;
  readonly log: Log;
}

/** How many calls are worked on at once: each may hold a request and an answer of 16 MiB. */
export const MAX_CALLS = 32;

/** The bytes of all requests that are worked on at once. */
export const MAX_IN_FLIGHT_BYTES = 4 * MAX_REQUEST_BYTES;

interface Reply {
  readonly httpStatus: number;
  /** The number of the gRPC code. */
  readonly code: number;
  readonly type: string;
  readonly body: Buffer;
}

/** Answers pRPC calls, `POST /prpc/service/method` (protocol section 4), on Node's own request and response. */
export class PrpcServer {
  private readonly options: PrpcServerOptions;
  private readonly schema = new Schema();
  private readonly inFlight = new InFlight(MAX_IN_FLIGHT_BYTES);
  private readonly calls = new Set<AbortController>();
  private closing = false;
  private idle: (() => void) | undefined;

  constructor(options: PrpcServerOptions) {
    this.options = options;
  }

  /** Handles one request. Never rejects. */
  readonly handle = async (request: PushRequest, response: ServerResponse): Promise<void> => {
    // The caller is gone already.
    if (response.closed) return;
    const controller = new AbortController();
    const closed = new Promise<void>((resolve) => response.once('close', resolve));
    const onClose = () => {
      controller.abort(new CollectorError('CANCELLED', 'the caller closed the connection'));
    };
    response.once('close', onClose);
    const timer = abortAfter(controller, CALL_MS_MAX);
    this.calls.add(controller);
    const reply = await this.reply(request, controller).catch((thrown: unknown) =>
      this.failed(thrown, pathOf(request)),
    );
    send(response, reply);
    // A caller that does not take its answer gets no more time than one that is slow to call.
    controller.signal.addEventListener('abort', () => response.destroy(), { once: true });
    await passOverRest(request, response, controller.signal);
    response.off('close', onClose).end();
    // Until the answer is on its way, the call is under way.
    await closed;
    clearTimeout(timer);
    this.calls.delete(controller);
    if (this.calls.size === 0) this.idle?.();
  };

  /** Takes no more calls, and resolves when those under way are answered, or given up after so long. */
  async close(graceMs: number): Promise<void> {
    this.closing = true;
    if (this.calls.size === 0) return;
    const timer = setTimeout(() => {
      for (const call of this.calls) call.abort(new CollectorError('SHUTTING_DOWN'));
    }, graceMs);
    await new Promise<void>((resolve) => (this.idle = resolve));
    clearTimeout(timer);
  }

  private async reply(request: PushRequest, controller: AbortController): Promise<Reply> {
    if (request.method !== 'POST') {
      throw new ProtocolError('Unimplemented', 'pRPC calls come by POST', 405);
    }
    if (this.closing) throw new ProtocolError('Unavailable', 'the server is shutting down');
    const path = pathOf(request);
    const codec = this.schema.method(path);
    const method = Object.hasOwn(this.options.methods, path)
      ? this.options.methods[path]
      : undefined;
    if (codec === undefined || method === undefined) {
      throw coordinatorError('Unimplemented', `${path} is not implemented`);
    }
    const format = answerFormat(request.headers.accept);
    const maxBytes = maxAnswerBytes(request);
    const timer = abortAfter(controller, timeoutMs(request));
    try {
      const answer = await this.call(request, codec, method, controller.signal);
      return success(codec, format, answer, maxBytes);
    } finally {
      clearTimeout(timer);
    }
  }

  private async call(
    request: PushRequest,
    codec: MethodCodec,
    method: Method,
    signal: AbortSignal,
  ): Promise<object> {
    const format = requestFormat(request.headers['content-type']);
    const room = roomFor(request);
    if (this.calls.size > MAX_CALLS || !this.inFlight.take(room)) {
      throw new ProtocolError('ResourceExhausted', 'too many calls are under way: try again');
    }
    try {
      const message = codec.decode(format, await readCall(request, signal));
      return await untilAborted(Promise.resolve(method(message as never, { signal })), signal);
    } finally {
      this.inFlight.release(room);
    }
  }

  private failed(thrown: unknown, path: string): Reply {
    const error = asCollectorError(thrown);
    const { status, httpStatus, text } = failureOf(error);
    if (httpStatus >= 500 && status !== 'Unimplemented') {
      const severity = error.code === 'INTERNAL' ? 'error' : 'warning';
      const { code, message, cause } = error;
      const bug = error.code === 'INTERNAL' && cause instanceof Error ? framesOf(cause) : {};
      this.options.log.write(severity, `a call failed: ${message}`, { code, call: path, ...bug });
    }
    return {
      httpStatus,
      code: GRPC_CODES.indexOf(status),
      type: 'text/plain; charset=utf-8',
      body: Buffer.from(`${text}\n`),
    };
  }
}

function abortAfter(controller: AbortController, ms: number): NodeJS.Timeout {
  return setTimeout(() => {
    controller.abort(coordinatorError('DeadlineExceeded', 'the time of the call ran out'));
  }, ms);
}

/** `service/method` */
function pathOf({ url = '' }: IncomingMessage): string {
  return url.replace(/^\/prpc\//, '').replace(/[?#].*$/, '');
}

function success(codec: MethodCodec, format: Format, answer: object, maxBytes: number): Reply {
  const body = codec.encode(format, answer);
  if (body.length > maxBytes) {
    const why = `prpc: the response size ${body.length} exceeds the client limit ${maxBytes}`;
    throw new ProtocolError('Unavailable', why);
  }
  return { httpStatus: 200, code: 0, type: MEDIA_TYPES[format], body };
}

function send(response: ServerResponse, { httpStatus, code, type, body }: Reply): void {
  if (response.destroyed) return;
  // The protocol has none, and the recorded server sends none.
  response.sendDate = false;
  response.writeHead(httpStatus, {
    'Content-Type': type,
    'Content-Length': body.length,
    'X-Content-Type-Options': 'nosniff',
    'X-Prpc-Grpc-Code': code,
    ...(httpStatus === 405 && { Allow: 'POST' }),
  });
  response.write(body);
}

/** Where a bug was thrown; its message is left out, for Node's own quote the values that they complain about. */
function framesOf(bug: Error): object {
  return { stack_trace: [bug.name, ...stackFrames(bug)].join('\n') };
}

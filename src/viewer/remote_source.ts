import type { ServerResponse } from 'node:http';
import { abortReason } from '../common/abort.js';
import { boundedFetch, type FetchedAnswer } from '../http/bounded_fetch.js';
import { originOf } from '../coordinator/prpc/origin.js';
import { CollectorError, coordinatorError, GRPC_CODES, messageOf } from '../common/errors.js';
import { type PushRequest, readBody } from '../http/body.js';
import type { CallOptions, StreamRequest } from '../storage/storage.js';
import { send } from './headers.js';
import type { LogSource } from './log_source.js';
import { type LogsAnswer, readAnswer, readEntry } from './wire.js';

export interface RemoteSourceOptions {
  /** `host` or `host:port`. */
  readonly coordinator: string;
  /** Gives the user's token for each call; undefined for calls without one. */
  readonly token?: (() => Promise<string>) | undefined;
}

/** The most bytes of a call: a path, a cursor and some numbers. */
const MAX_CALL_BYTES = 64 * 1024;

/** The most bytes of an answer: a Coordinator's is 16 MiB of logs, and in JSON a third more. */
const MAX_ANSWER_BYTES = 32 * 1024 * 1024;

const CALL_MS_MAX = 60_000;

/** The calls to the Coordinator at once: each holds an answer. */
const MAX_CALLS = 8;

/** How many bytes of logs a download asks for at once. */
const PAGE_BYTES = 2 * 1024 * 1024;

const BINARY = 'application/prpc; encoding=binary';
const JSON_TYPE = 'application/json';

/**
 * The logs of a LogDog Coordinator elsewhere, by its public API. Only calls that read logs are passed on, with the user's
 * token; of an answer, only its body, its type and its code come back.
 */
export class RemoteSource implements LogSource {
  readonly coordinator: string;
  private readonly origin: string;
  private calls = 0;

  /** @throws CollectorError BAD_SETTINGS */
  constructor(private readonly options: RemoteSourceOptions) {
    this.coordinator = options.coordinator;
    this.origin = originOf(options.coordinator, false);
  }

  readonly call: LogSource['call'] = async (request, response) => {
    const aborted = new AbortController();
    response.once('close', () =>
      aborted.abort(new CollectorError('CANCELLED', 'the reader closed the connection')),
    );
    const signal = AbortSignal.any([aborted.signal, AbortSignal.timeout(CALL_MS_MAX)]);
    try {
      await this.passOn(request, response, signal);
    } catch (thrown) {
      if (aborted.signal.aborted) return;
      fail(response, 503, 'Unavailable', this.unreachable(thrown));
    }
  };

  async *logs({ project, path }: StreamRequest, options: CallOptions): AsyncGenerator<Uint8Array> {
    for (let index = 0; ;) {
      const range = { index: String(index), byteCount: PAGE_BYTES, nonContiguous: true };
      const { logs } = await this.read({ project, path, ...range }, options);
      if (logs.length === 0) return;
      yield* logs;
      index = readEntry(logs.at(-1)!).index + 1;
    }
  }

  /**
   * Asks for the state and the descriptor of a stream.
   *
   * @throws BackendError NotFound; PermissionDenied where the prefix is unknown or another's
   */
  async stream({ project, path }: StreamRequest, options: CallOptions): Promise<LogsAnswer> {
    return this.read({ project, path, state: true, logCount: -1 }, options);
  }

  private async passOn(
    request: PushRequest,
    response: ServerResponse,
    signal: AbortSignal,
  ): Promise<void> {
    const method = (request.url ?? '').slice('/prpc/'.length);
    const length = Number(request.headers['content-length'] ?? NaN);
    if (!(length <= MAX_CALL_BYTES)) {
      fail(response, 400, 'InvalidArgument', `a call has at most ${MAX_CALL_BYTES} bytes`);
    } else if (this.calls === MAX_CALLS) {
      fail(response, 429, 'ResourceExhausted', 'too many calls are under way: try again');
    } else {
      const body = await readBody(request, MAX_CALL_BYTES, signal);
      const accept = request.headers.accept === JSON_TYPE ? JSON_TYPE : BINARY;
      const type = request.headers['content-type'] === JSON_TYPE ? JSON_TYPE : BINARY;
      const answer = await this.fetch(method, body, { accept, type, signal });
      passBack(response, answer, this.options.token === undefined);
    }
  }

  /** Calls Get. @throws BackendError */
  private async read(request: object, options: CallOptions): Promise<LogsAnswer> {
    const ending = AbortSignal.timeout(CALL_MS_MAX);
    const signal = options.signal ? AbortSignal.any([options.signal, ending]) : ending;
    let answer: FetchedAnswer;
    try {
      answer = await this.fetch('logdog.Logs/Get', Buffer.from(JSON.stringify(request)), {
        accept: BINARY,
        type: JSON_TYPE,
        signal,
      });
    } catch (thrown) {
      if (options.signal?.aborted === true) throw abortReason(options.signal);
      throw coordinatorError('Unavailable', this.unreachable(thrown));
    }
    const code = codeOf(answer);
    if (code === 'OK') return readAnswer(answer.body);
    throw coordinatorError(code, textOf(answer));
  }

  private async fetch(
    method: string,
    body: Buffer,
    { accept, type, signal }: { accept: string; type: string; signal: AbortSignal },
  ): Promise<FetchedAnswer> {
    this.calls++;
    try {
      const token = await this.options.token?.();
      const headers = {
        accept,
        'content-type': type,
        ...(token !== undefined && { authorization: `Bearer ${token}` }),
      };
      const init = { method: 'POST', headers, body: new Uint8Array(body), signal };
      return await boundedFetch(`${this.origin}/prpc/${method}`, init, MAX_ANSWER_BYTES);
    } finally {
      this.calls--;
    }
  }

  private unreachable(thrown: unknown): string {
    return `the Coordinator ${this.coordinator} cannot be read: ${messageOf(thrown)}`;
  }
}

/** Returns the name of an answer's gRPC code; Unknown where it is no answer of a pRPC server. */
function codeOf({ headers, status }: FetchedAnswer): (typeof GRPC_CODES)[number] {
  const code = headers.get('x-prpc-grpc-code');
  if (code === null) return status === 200 ? 'Unknown' : 'Unavailable';
  return GRPC_CODES[Number(code)] ?? 'Unknown';
}

function textOf({ body, status }: FetchedAnswer): string {
  const text = body.toString('utf8', 0, 1000).trim();
  return text === '' ? `HTTP status ${status}` : text;
}

function passBack(response: ServerResponse, answer: FetchedAnswer, tokenless: boolean): void {
  const code = codeOf(answer);
  if (code === 'OK') {
    const type = answer.headers.get('content-type') === JSON_TYPE ? JSON_TYPE : BINARY;
    send(response, 200, type, answer.body, { 'X-Prpc-Grpc-Code': 0 });
    return;
  }
  const denied = code === 'Unauthenticated' || code === 'PermissionDenied';
  const advice = '; a private stream needs your token: see logdog-collector help view';
  fail(response, 502, code, `${textOf(answer)}${denied && tokenless ? advice : ''}`);
}

function fail(
  response: ServerResponse,
  status: number,
  code: (typeof GRPC_CODES)[number],
  text: string,
): void {
  const headers = { 'X-Prpc-Grpc-Code': GRPC_CODES.indexOf(code), Connection: 'close' };
  send(response, status, 'text/plain; charset=utf-8', `${text}\n`, headers);
}

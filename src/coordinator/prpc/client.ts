import type { Dispatcher } from 'undici';
import Pool from 'undici/lib/dispatcher/pool.js';
import { lateModule } from '../../common/late_module.js';
import { proxyFor } from '../../http/proxy.js';
import { abortReason, onAbort } from '../../common/abort.js';
import { coordinatorError } from '../../common/errors.js';
import { version } from '../../common/package_root.js';
import { BINARY, readAnswer, type Reply } from './answer.js';
import { exchange } from './exchange.js';
import { faultFailure, isStaleConnection } from './faults.js';
import type { TokenSource } from './tokens.js';

export interface PrpcClientOptions {
  /** The service that is called. Default: `logdog.Services`. */
  readonly service?: string;
  /** As `originOf` makes it. */
  readonly origin: string;
  /** The source of the bearer tokens. Default: none are sent. */
  readonly tokens?: TokenSource;
  /** How many connections may be open at once. Default: 8. */
  readonly connections?: number;
  /** How long one call may take, in milliseconds. Default: 60 s, as in the reference. */
  readonly timeoutMs?: number;
}

/** An answer to 20 calls is some 3 kB; a text that comes with an error is not a megabyte either. */
const ANSWER_BYTES_MAX = 1024 * 1024;

/** The default number of connections. */
const CONNECTIONS = 8;

/** A host that does not take a connection by then is not there. */
const CONNECT_TIMEOUT_MS = 10_000;

/** How long an idle connection is kept: shorter than any server's patience, longer than the pause between two bundles. */
const KEEP_ALIVE_MS = 30_000;

const CALL_TIMEOUT_MS = 60_000;

const SERVICE = 'logdog.Services';

const proxies = lateModule(
  () => require('./proxied_pool.js') as typeof import('./proxied_pool.js'),
  'the client of proxies',
);

/** Calls methods of a service over pRPC (protocol section 4). */
export class PrpcClient {
  private readonly headers = {
    'content-type': BINARY,
    accept: BINARY,
    'user-agent': `logdog-collector/${version()}`,
    'x-prpc-max-response-size': `${ANSWER_BYTES_MAX}`,
  };
  private readonly pool: Dispatcher;
  private readonly timeoutMs: number;
  private closed: Promise<void> | undefined;

  constructor(private readonly options: PrpcClientOptions) {
    this.timeoutMs = options.timeoutMs ?? CALL_TIMEOUT_MS;
    const settings = {
      connections: options.connections ?? CONNECTIONS,
      pipelining: 1,
      connect: { timeout: CONNECT_TIMEOUT_MS },
      keepAliveTimeout: KEEP_ALIVE_MS,
      keepAliveMaxTimeout: KEEP_ALIVE_MS,
      maxResponseSize: ANSWER_BYTES_MAX,
      // A call's own deadline bounds both.
      headersTimeout: 0,
      bodyTimeout: 0,
    };
    const proxy = proxyFor(options.origin);
    this.pool =
      proxy === undefined
        ? new Pool(options.origin, settings)
        : proxies.get().openProxiedPool(proxy, settings);
  }

  /**
   * One call. It resolves also where it fails: only its maker knows the streams that it is about.
   *
   * @throws CollectorError the signal's reason
   */
  async call(method: string, body: Uint8Array, signal?: AbortSignal): Promise<Reply> {
    const own = new AbortController();
    const deadlineMs = performance.now() + this.timeoutMs;
    const late = `${this.options.origin} did not answer ${method} within ${this.timeoutMs} ms`;
    const timer = setTimeout(
      () => own.abort(coordinatorError('DeadlineExceeded', late)),
      this.timeoutMs,
    );
    const giveUp = () => {
      own.abort(abortReason(signal!));
    };
    if (signal?.aborted === true) giveUp();
    const stop = signal === undefined ? undefined : onAbort(signal, giveUp);
    try {
      return await this.attempt(method, body, deadlineMs, own.signal);
    } catch (thrown) {
      if (!own.signal.aborted || signal?.aborted === true) throw thrown;
      return { failure: { status: 'DeadlineExceeded', detail: late } };
    } finally {
      clearTimeout(timer);
      stop?.();
    }
  }

  /** Waits for what is under way, then ends the connections. */
  close(): Promise<void> {
    this.closed ??= this.pool.close();
    return this.closed;
  }

  private async attempt(
    method: string,
    body: Uint8Array,
    deadlineMs: number,
    signal: AbortSignal,
  ): Promise<Reply> {
    const { origin, tokens, service = SERVICE } = this.options;
    const token = await tokens?.token(signal);
    if (token !== undefined && 'failure' in token) return token;
    for (let retried = false; ; retried = true) {
      const headers: Record<string, string> = {
        ...this.headers,
        'x-prpc-grpc-timeout': `${Math.max(1, Math.ceil(deadlineMs - performance.now()))}m`,
        ...(token && { authorization: `Bearer ${token.token}` }),
      };
      const path = `/prpc/${service}/${method}`;
      // A proxy needs the origin.
      const request = { origin, method: 'POST', path, headers, body } as const;
      const outcome = await exchange(this.pool, request, signal);
      if ('answer' in outcome) {
        // It may have been revoked before its time.
        if (outcome.answer.status === 401) tokens?.forget();
        return readAnswer(outcome.answer, origin);
      }
      if (retried || outcome.begun || !isStaleConnection(outcome.fault)) {
        return { failure: faultFailure(outcome.fault, origin) };
      }
    }
  }
}

import { boundedFetch } from '../http/bounded_fetch.js';
import type { BoundedRequest } from '../http/proxied_request.js';
import { fetchGoogleToken } from '../coordinator/prpc/google_token.js';
import { TokenCache, type TokenSource } from '../coordinator/prpc/tokens.js';
import { printable } from '../common/printable.js';

/** A message is at most 10 MB, which base64 makes 13.4 of; with its attributes, and room. */
const ANSWER_BYTES_MAX = 32 * 1024 * 1024;
const REASON_CHARS_MAX = 300;

/** Pub/Sub's REST interface, or its emulator's. */
export class Pubsub {
  private readonly tokens: TokenSource | undefined;
  private readonly base: string;

  /** @param emulatorHost `host:port`; the service, with the default credentials, where it is empty */
  constructor(emulatorHost: string) {
    this.base = emulatorHost === '' ? 'https://pubsub.googleapis.com' : `http://${emulatorHost}`;
    this.tokens = emulatorHost === '' ? new TokenCache(fetchGoogleToken) : undefined;
  }

  /**
   * Calls a method of a topic or a subscription.
   *
   * @param method `projects/P/topics/T:publish`
   * @param body JSON
   * @throws the signal's reason; else an Error whose message says why
   */
  call(method: string, body: string, signal: AbortSignal): Promise<unknown> {
    return this.request(method, { method: 'POST', body, signal });
  }

  /**
   * Gets a resource.
   *
   * @param name `projects/P/topics/T`
   * @throws as `call`
   */
  get(name: string, signal: AbortSignal): Promise<unknown> {
    return this.request(name, { method: 'GET', signal });
  }

  /** For a call by other means; none for the emulator. */
  async token(signal: AbortSignal): Promise<string | undefined> {
    if (this.tokens === undefined) return undefined;
    const reply = await this.tokens.token(signal);
    if ('failure' in reply) throw new Error(reply.failure.detail);
    return reply.token;
  }

  private async request(path: string, init: BoundedRequest): Promise<unknown> {
    const headers: Record<string, string> = { 'content-type': 'application/json' };
    const token = await this.token(init.signal);
    if (token !== undefined) headers.authorization = `Bearer ${token}`;
    const request = { ...init, headers };
    const answer = await boundedFetch(`${this.base}/v1/${path}`, request, ANSWER_BYTES_MAX);
    if (answer.status === 401) this.tokens?.forget();
    const value = parse(answer.body);
    if (answer.status === 200) return value;
    throw new Error(`Pub/Sub answers ${answer.status}${reasonIn(value)}`);
  }
}

function parse(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString());
  } catch {
    return undefined;
  }
}

/** The message of an error, as Google's services have it. */
function reasonIn(value: unknown): string {
  const { error } = (value ?? {}) as { error?: { message?: unknown } };
  const message = error?.message;
  return typeof message === 'string' ? `: ${printable(message.slice(0, REASON_CHARS_MAX))}` : '';
}

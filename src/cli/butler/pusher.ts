import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import * as http from 'node:http';
import * as https from 'node:https';
import { setTimeout as sleep } from 'node:timers/promises';
import { CollectorError } from '../../common/errors.js';
import { isToken } from '../../common/token.js';
import { FORMS } from '../../dead_letters/dead_letter.js';
import { STATE_INTRODUCTION } from '../../push/identity.js';
import { errorCode } from '../error_code.js';

/** The function is given up when a message has not gone through for so long. */
const GIVE_UP_MS = 30_000;
const BACKOFF_MS_MIN = 100;
const BACKOFF_MS_MAX = 3_000;
/** Longer than the function takes for a message at most (MESSAGE_DEADLINE). */
const ANSWER_MS_MAX = 90_000;
/** As much of an answer as is read; a report is far shorter. */
const ANSWER_BYTES_MAX = 1024 * 1024;

/** Where pushes go, and what is sent with each of them beside its own headers. */
export interface PushTarget {
  readonly url: URL;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface PusherOptions extends PushTarget {
  readonly signal: AbortSignal;
  /** Told that a message is to be sent again, and why, when it is the first time for this message. */
  readonly onRetry?: (trouble: string) => void;
  readonly giveUpMs?: number;
}

/**
 * Returns the headers with the token of PUSH_TOKEN; none where it is not set.
 *
 * @throws CollectorError BAD_SETTINGS
 */
export function tokenHeaders({
  PUSH_TOKEN: token = '',
}: NodeJS.ProcessEnv): Record<string, string> {
  if (token === '') return {};
  if (!isToken(token)) throw new CollectorError('BAD_SETTINGS', 'PUSH_TOKEN is not a token');
  return { authorization: `Bearer ${token}` };
}

/** The function took the message, and refused something of it for good. */
export class RefusedMessage extends CollectorError {
  constructor(reasons: string) {
    super('COMMAND_FAILED', `refused: ${reasons}`);
  }
}

/** No connection came about, so that nothing was sent. */
const NOT_CONNECTED: readonly (string | undefined)[] = [
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
];

/** The request has no token, or not the right one. */
const REFUSALS: readonly number[] = [401, 403];

interface Answer {
  readonly status: number;
  readonly body: string;
}

/** Pushes messages as Pub/Sub does: a JSON envelope by POST, again after a 429, a 5xx, or no answer. */
export class Pusher {
  private readonly agent: http.Agent | https.Agent;
  private readonly request: typeof http.request;
  private readonly run = randomBytes(4).toString('hex');
  private messages = 0;
  /** Whether the function may have stored something of what was pushed. */
  mayHaveStored = false;
  /** Whether the server has said that it is a Collector. */
  private verified = false;

  constructor(private readonly options: PusherOptions) {
    const { Agent, request } = options.url.protocol === 'https:' ? https : http;
    this.agent = new Agent({ keepAlive: true });
    this.request = request;
  }

  /**
   * Resolves once the message is acked, and nothing of it was refused. Nothing is sent to a server that is no Collector.
   *
   * @param form what the data is where it is not to be sent in base64: a text or JSON that stands in its place (FORMS)
   * @throws RefusedMessage, CollectorError COMMAND_FAILED
   */
  async push(data: Uint8Array, form?: string): Promise<void> {
    const { signal, onRetry, giveUpMs = GIVE_UP_MS } = this.options;
    const body = this.envelope(jsonOf(data, form));
    const start = performance.now();
    for (let attempt = 0; ; attempt++) {
      const trouble = await this.attempt(body);
      if (trouble === undefined) return;
      if (performance.now() - start > giveUpMs) {
        const what = `the message has not gone through in ${Math.round(giveUpMs / 1000)} s`;
        throw new CollectorError('COMMAND_FAILED', `${what}: ${this.name}: ${trouble}`);
      }
      if (attempt === 0) onRetry?.(`${this.name}: ${trouble}`);
      const backoffMs = Math.min(BACKOFF_MS_MAX, BACKOFF_MS_MIN * 2 ** attempt);
      await sleep(backoffMs * (0.5 + Math.random() / 2), undefined, { signal });
    }
  }

  close(): void {
    this.agent.destroy();
  }

  /** The URL without what may be a secret in it. */
  private get name(): string {
    return `${this.options.url.origin}${this.options.url.pathname}`;
  }

  /** @returns why the message must be sent again; undefined where it was taken */
  private async attempt(body: Buffer): Promise<string | undefined> {
    if (!this.verified) {
      const trouble = await this.verify();
      if (trouble !== undefined) return trouble;
    }
    const answer = await this.exchange('POST', body);
    if (typeof answer === 'string') return answer;
    const { status } = answer;
    if (status === 200 && answer.body !== '') {
      const reasons = reasonsIn(answer.body);
      throw new RefusedMessage(reasons || 'the function does not say what, and why');
    }
    if (status >= 200 && status < 300) return undefined;
    throw this.notTaken('does not take pushes', answer);
  }

  /**
   * Asks the server what it is.
   *
   * @returns why it must be asked again; undefined where it is a Collector
   * @throws CollectorError COMMAND_FAILED where it is none
   */
  private async verify(): Promise<string | undefined> {
    const answer = await this.exchange('GET');
    if (typeof answer === 'string') return answer;
    const { status, body } = answer;
    this.verified = status === 200 && body.startsWith(STATE_INTRODUCTION);
    if (this.verified) return undefined;
    const refused = REFUSALS.includes(status);
    const what = refused ? 'does not let this command in' : 'is not a LogDog Collector';
    throw this.notTaken(`${what}, and nothing was sent`, answer);
  }

  private notTaken(what: string, answer: Answer): CollectorError {
    const token = this.options.headers?.authorization !== undefined;
    const about = token ? 'the token in PUSH_TOKEN is not the right one' : 'PUSH_TOKEN is not set';
    const advice = REFUSALS.includes(answer.status) ? `; ${about}` : '';
    const message = `${this.name} ${what}: ${describeAnswer(answer)}${advice}`;
    return new CollectorError('COMMAND_FAILED', message);
  }

  /** @returns the answer; why the request must be sent again where there is none, or the server cannot give one now */
  private async exchange(method: 'GET' | 'POST', push?: Buffer): Promise<Answer | string> {
    const pushes = method === 'POST';
    try {
      const answer = await this.call(method, push);
      const { status, body } = answer;
      // A failure may come after other logs of the message were stored, and a proxy's after all of them.
      this.mayHaveStored ||= pushes && (status >= 500 || (status < 300 && body === ''));
      return status === 429 || status >= 500 ? describeAnswer(answer) : answer;
    } catch (error) {
      const code = errorCode(error);
      this.mayHaveStored ||= pushes && !NOT_CONNECTED.includes(code);
      this.options.signal.throwIfAborted();
      return code ?? (error as Error).message;
    }
  }

  private async call(method: 'GET' | 'POST', body?: Buffer): Promise<Answer> {
    const { signal, url, headers: more } = this.options;
    const content = body && { 'content-type': 'application/json', 'content-length': body.length };
    const headers = { ...content, ...more };
    const request = this.request(url, { method, agent: this.agent, headers, signal });
    // What fails before the answer rejects `once`, what fails within it the reading.
    request.on('error', () => undefined);
    request.setTimeout(ANSWER_MS_MAX, () => {
      request.destroy(new Error(`no answer in ${ANSWER_MS_MAX / 1000} s`));
    });
    request.end(body);
    const [response] = (await once(request, 'response')) as [http.IncomingMessage];
    return { status: response.statusCode ?? 0, body: await readBody(response) };
  }

  private envelope(data: unknown): Buffer {
    const message = {
      data,
      messageId: `${this.run}-${++this.messages}`,
      publishTime: new Date().toISOString(),
      attributes: {},
    };
    const subscription = 'projects/local/subscriptions/logdog-collector-send';
    return Buffer.from(JSON.stringify({ message, subscription }));
  }
}

/** A value of JSON; undefined for JSON that is empty. @throws RefusedMessage where it cannot be read */
function jsonOf({ buffer, byteOffset, length }: Uint8Array, form: string | undefined): unknown {
  const bytes = Buffer.from(buffer, byteOffset, length);
  if (form === undefined) return bytes.toString('base64');
  const text = bytes.toString();
  if (form !== FORMS.json) return text;
  if (text === '') return undefined;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new RefusedMessage('what stands for its data is said to be JSON, and is not');
  }
}

async function readBody(response: http.IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of response as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes <= ANSWER_BYTES_MAX) chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString();
}

/** An error's answer: its status, and what the function says about it. */
function describeAnswer({ status, body }: Answer): string {
  return `${status} ${reasonsIn(body)}`.trimEnd();
}

/** Every `{code, message}` in an answer, whatever it is wrapped in. */
function reasonsIn(body: string): string {
  const reasons = new Set<string>();
  try {
    JSON.parse(body, (_key, value: unknown) => {
      if (typeof value !== 'object' || value === null) return value;
      if (!('code' in value && 'message' in value)) return value;
      reasons.add(`${String(value.code)}: ${String(value.message)}`);
      return value;
    });
  } catch {
    return '';
  }
  return [...reasons].join('; ');
}

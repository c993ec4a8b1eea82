import { CollectorError } from '../../common/errors.js';
import { SingleFlight } from '../../common/single_flight.js';
import type { Failure } from './answer.js';

export interface AccessToken {
  readonly token: string;
  /** When it expires, in milliseconds since 1970. */
  readonly expiresMs: number;
}

export type TokenReply = { readonly token: string } | { readonly failure: Failure };

/** The source of the bearer tokens of calls. */
export interface TokenSource {
  /** @throws CollectorError the signal's reason */
  token(signal: AbortSignal): Promise<TokenReply>;
  /** Tells that the token was not taken, so that the next one is a new one. */
  forget(): void;
}

/** So long before its end a token is renewed. Google's metadata server has the next one from 5 minutes before the end. */
const RENEW_BEFORE_END_MS = 4 * 60_000;

/** One that is short-lived from the start is used at least so long, or every call would ask for another one. */
const USE_MS_MIN = 30_000;

/** A source that does not answer by then is asked anew by the next call. */
const FETCH_TIMEOUT_MS = 20_000;

/** Keeps a token until shortly before it expires, and fetches one at a time. */
export class TokenCache implements TokenSource {
  private current: AccessToken | undefined;
  private renewMs = 0;
  private readonly renewals = new SingleFlight<TokenReply>(false);

  /** @param fetch gets a new token; what it rejects with is not shown, for it may hold a key */
  constructor(
    private readonly fetch: () => Promise<AccessToken>,
    private readonly now: () => number = Date.now,
    private readonly timeoutMs = FETCH_TIMEOUT_MS,
  ) {}

  token(signal: AbortSignal): Promise<TokenReply> {
    if (this.current !== undefined && this.now() < this.renewMs) {
      return Promise.resolve({ token: this.current.token });
    }
    return this.renewals.join('token', signal, () => this.renew());
  }

  forget(): void {
    this.current = undefined;
  }

  private async renew(): Promise<TokenReply> {
    try {
      const fresh = await within(this.fetch(), this.timeoutMs);
      const now = this.now();
      this.current = fresh;
      const early = Math.max(fresh.expiresMs - RENEW_BEFORE_END_MS, now + USE_MS_MIN);
      this.renewMs = Math.min(early, fresh.expiresMs);
      return { token: fresh.token };
    } catch (thrown) {
      // The old one still does.
      if (this.current !== undefined && this.now() < this.current.expiresMs) {
        return { token: this.current.token };
      }
      return { failure: noToken(thrown) };
    }
  }
}

function noToken(thrown: unknown): Failure {
  if (thrown instanceof CollectorError) {
    return { status: 'Unavailable', detail: `there is no access token: ${thrown.message}` };
  }
  const name = thrown instanceof Error ? thrown.name : 'unknown';
  const advice =
    'run as a service account, or set GOOGLE_APPLICATION_CREDENTIALS to the file of one';
  return { status: 'Unauthenticated', detail: `no access token to be had (${name}): ${advice}` };
}

async function within<T>(work: Promise<T>, timeoutMs: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error('no answer in time')), timeoutMs);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

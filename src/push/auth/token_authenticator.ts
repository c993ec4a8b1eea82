import type { KeyObject } from 'node:crypto';
import { errors, jwtVerify, type JWTPayload } from 'jose';
import { LRUCache } from 'lru-cache';
import { CollectorError } from '../../common/errors.js';
import type { PushRequest } from '../../http/body.js';
import { unauthenticated, takeTokens } from './authorization.js';
import type { Authenticator } from './authenticator.js';
import { fetchGoogleKeys } from './google_keys.js';
import { KeySet } from './key_set.js';

export interface TokenAuthenticatorOptions {
  /** PUSH_AUDIENCE */
  readonly audience: string;
  /** PUSH_SERVICE_ACCOUNT */
  readonly account: string;
}

/** How Google's tokens name their issuer. */
const ISSUERS = ['https://accounts.google.com', 'accounts.google.com'];

/** How far a clock may be off. */
const SKEW_SECONDS = 30;

/** Google's tokens live for an hour; one that claims to live for years is not what it seems. */
const MAX_AGE_SECONDS = 24 * 3600;

/** Pub/Sub sends the same token for most of an hour, a few at a time. */
const MAX_REMEMBERED = 100;

/** The authenticator of PUSH_AUTH=token, with Google's keys. */
export function openTokenAuthenticator(options: TokenAuthenticatorOptions): Authenticator {
  return new TokenAuthenticator(options, new KeySet(() => fetchGoogleKeys()));
}

/** Accepts pushes with a token that Google signed for our audience and our subscription's account. */
export class TokenAuthenticator implements Authenticator {
  /** Tokens that were good, and until when, in milliseconds since 1970: checking a signature is the larger part. */
  private readonly known = new LRUCache<string, number>({ max: MAX_REMEMBERED });

  constructor(
    private readonly options: TokenAuthenticatorOptions,
    private readonly keys: KeySet,
    private readonly now: () => number = Date.now,
  ) {}

  async authenticate(request: PushRequest, signal: AbortSignal): Promise<void> {
    let failure: unknown;
    for (const token of takeTokens(request)) {
      try {
        await this.check(token, signal);
        return;
      } catch (thrown) {
        failure ??= thrown;
      }
    }
    throw failure;
  }

  private async check(token: string, signal: AbortSignal): Promise<void> {
    const knownUntilMs = this.known.get(token);
    if (knownUntilMs !== undefined && this.now() < knownUntilMs) return;
    const claims = await this.verify(token, signal);
    this.checkWhose(claims);
    // A key that is taken back is out with the keys, and its tokens with it.
    this.known.set(token, Math.min(claims.exp! * 1000, this.keys.freshUntilMs));
  }

  private async verify(token: string, signal: AbortSignal): Promise<JWTPayload> {
    try {
      const key = ({ kid }: { kid?: unknown }) => this.keyOf(kid, signal);
      const { payload } = await jwtVerify(token, key, {
        algorithms: ['RS256'],
        issuer: ISSUERS,
        requiredClaims: ['exp', 'iat', 'aud'],
        clockTolerance: SKEW_SECONDS,
        maxTokenAge: MAX_AGE_SECONDS,
        currentDate: new Date(this.now()),
      });
      return payload;
    } catch (thrown) {
      if (thrown instanceof errors.JOSEError) throw unauthenticated(reasonOf(thrown));
      throw thrown;
    }
  }

  private async keyOf(kid: unknown, signal: AbortSignal): Promise<KeyObject> {
    const key = typeof kid === 'string' ? await this.keys.find(kid, signal) : undefined;
    if (key === undefined) throw unauthenticated('it is signed with a key that is not known');
    return key;
  }

  /** Checks whom Google made the token for: every account can get tokens of its own. */
  private checkWhose({ aud, email, email_verified: verified }: JWTPayload): void {
    if (aud !== this.options.audience) throw forbidden('it is for another audience', 'AUDIENCE');
    if (email !== this.options.account || verified !== true) {
      throw forbidden('it is of another account', 'SERVICE_ACCOUNT');
    }
  }
}

/** What is wrong, by the library's codes: its messages may quote the token. */
function reasonOf(error: errors.JOSEError): string {
  if (error instanceof errors.JWTExpired) return 'it has expired';
  if (error instanceof errors.JWTClaimValidationFailed) {
    return `its ${error.claim} is not what it must be`;
  }
  if (error instanceof errors.JOSEAlgNotAllowed) return 'it is not signed with RS256';
  if (error instanceof errors.JWSSignatureVerificationFailed) return 'its signature is wrong';
  return 'it is not a signed JWT';
}

function forbidden(what: string, setting: string): CollectorError {
  const why = `the token of the push does not allow to push here: ${what} than PUSH_${setting}`;
  return new CollectorError('FORBIDDEN', why);
}

import type { KeyObject } from 'node:crypto';
import { errors, jwtVerify, type JWTPayload } from 'jose';
import { LRUCache } from 'lru-cache';
import { CollectorError } from '../../common/errors.js';
import type { PushRequest } from '../../http/body.js';
import type { Authenticator } from './authenticator.js';
import { fetchGoogleKeys } from './google_keys.js';
import { KeySet } from './key_set.js';
import { isUnwrapped } from '../unwrapped.js';

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

/** Google's tokens have about a thousand; Node takes 16 KiB of headers, all in all. */
const MAX_TOKEN_CHARS = 8192;

/** RFC 6750, with a signed JWT (RFC 7515, compact): three parts of base64url without padding. */
const BEARER = /^Bearer +([\w-]+\.[\w-]+\.[\w-]+)$/i;

/** A publisher may name attributes `authorization`, in several spellings; each token costs a signature check. */
const MAX_TOKENS = 3;

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

/**
 * Takes the bearer tokens off a request, so that nothing behind the authenticator sees them. There is one, except in an
 * unwrapped push, where an attribute of the message may be a second `Authorization` header.
 *
 * @throws CollectorError UNAUTHENTICATED where there is none, or more than there may be
 */
function takeTokens(request: PushRequest): string[] {
  const headers = takeHeaders(request);
  if (headers.length === 0) throw unauthenticated('it has no Authorization header');
  if (headers.length > (isUnwrapped(request.headers) ? MAX_TOKENS : 1)) {
    throw unauthenticated('it has more than one Authorization header');
  }
  const tokens = headers.flatMap((header) => BEARER.exec(header)?.[1] ?? []);
  const taken = tokens.filter(({ length }) => length <= MAX_TOKEN_CHARS);
  if (taken.length === 0)
    throw unauthenticated('its Authorization header is not that of a signed token: Bearer TOKEN');
  return taken;
}

function takeHeaders(request: PushRequest): string[] {
  const { rawHeaders, headers } = request;
  const found: string[] = [];
  for (let at = 0; at < rawHeaders.length; at += 2) {
    if (rawHeaders[at]!.toLowerCase() !== 'authorization') continue;
    found.push(rawHeaders[at + 1]!);
    rawHeaders[at + 1] = '';
  }
  delete headers.authorization;
  return found;
}

/** A push without a good token. @param why without anything of the token */
function unauthenticated(why: string): CollectorError {
  return new CollectorError('UNAUTHENTICATED', `the push has no valid token: ${why}`);
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

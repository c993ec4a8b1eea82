import { CollectorError } from '../../common/errors.js';
import type { PushRequest } from '../../http/body.js';
import { isUnwrapped } from '../unwrapped.js';

/** Google's tokens have about a thousand; Node takes 16 KiB of headers, all in all. */
const MAX_TOKEN_CHARS = 8192;

/** RFC 6750, with a signed JWT (RFC 7515, compact): three parts of base64url without padding. */
const BEARER = /^Bearer +([\w-]+\.[\w-]+\.[\w-]+)$/i;

/** A publisher may name attributes `authorization`, in several spellings; each token costs a signature check. */
const MAX_TOKENS = 3;

/**
 * Takes the bearer tokens off a request, so that nothing behind the authenticator sees them. There is one, except in an
 * unwrapped push, where an attribute of the message may be a second `Authorization` header.
 *
 * @throws CollectorError UNAUTHENTICATED where there is none, or more than there may be
 */
export function takeTokens(request: PushRequest): string[] {
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
export function unauthenticated(why: string): CollectorError {
  return new CollectorError('UNAUTHENTICATED', `the push has no valid token: ${why}`);
}

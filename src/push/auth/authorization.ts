import { CollectorError } from '../../errors.js';
import type { PushRequest } from '../body.js';

/** Google's tokens have about a thousand; Node takes 16 KiB of headers, all in all. */
const MAX_TOKEN_CHARS = 8192;

/** RFC 6750, with a signed JWT (RFC 7515, compact): three parts of base64url without padding. */
const BEARER = /^Bearer +([\w-]+\.[\w-]+\.[\w-]+)$/i;

/**
 * Takes the bearer token off a request: nothing behind the door sees it.
 *
 * @throws CollectorError UNAUTHENTICATED where there is none, or more than one
 */
export function takeToken(request: PushRequest): string {
  const [header, ...more] = takeHeaders(request);
  if (header === undefined) throw refused('it has no Authorization header');
  // Node would show the first of them only, something in front might have checked the last.
  if (more.length > 0) throw refused('it has more than one Authorization header');
  const [, token] = BEARER.exec(header) ?? [];
  if (token === undefined || token.length > MAX_TOKEN_CHARS) {
    throw refused('its Authorization header is not a bearer token');
  }
  return token;
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
export function refused(why: string): CollectorError {
  return new CollectorError('UNAUTHENTICATED', `the push has no valid token: ${why}`);
}

import { createPublicKey, type KeyObject } from 'node:crypto';
import { boundedFetch } from '../../http/bounded_fetch.js';
import type { FetchedKeys } from './key_set.js';

/** Where Google publishes the keys of its OIDC tokens, as its discovery document says (`jwks_uri`). */
const GOOGLE_KEYS_URL = 'https://www.googleapis.com/oauth2/v3/certs';

const FETCH_MS_MAX = 5_000;
/** Two or three keys are 2 KB. */
const ANSWER_BYTES_MAX = 256 * 1024;
const KEYS_MAX = 100;

/** Where the answer does not say how long it may be kept. */
const DEFAULT_AGE_MS = 5 * 60_000;

/** RS256 wants this much (RFC 7518, 3.3). */
const MODULUS_BITS_MIN = 2048;

/**
 * Fetches the keys that Google signs tokens with.
 *
 * @throws Error whose message says why there are none
 */
export async function fetchGoogleKeys(url = GOOGLE_KEYS_URL): Promise<FetchedKeys> {
  const signal = AbortSignal.timeout(FETCH_MS_MAX);
  const { status, headers, body } = await boundedFetch(url, { signal }, ANSWER_BYTES_MAX);
  if (status !== 200) throw new Error(`their server answers ${status}`);
  const keys = parseKeys(body);
  if (keys.size === 0) throw new Error('their server answers without a key');
  return { keys, maxAgeMs: maxAgeOf(headers.get('cache-control')) };
}

/** A member of a JWK set (RFC 7517), whatever it is. */
type Jwk = Readonly<Record<string, unknown>>;

function parseKeys(body: Buffer): Map<string, KeyObject> {
  let set: { keys?: unknown } | null;
  try {
    set = JSON.parse(body.toString()) as typeof set;
  } catch {
    throw new Error('their server answers what is not JSON');
  }
  const listed = Array.isArray(set?.keys) ? (set.keys as (Jwk | null)[]) : [];
  return new Map(listed.slice(0, KEYS_MAX).flatMap((jwk) => parseKey(jwk ?? {})));
}

/** @returns nothing where it is no key for RS256 signatures */
function parseKey({ kty, kid, alg = 'RS256', use = 'sig', n, e }: Jwk): [string, KeyObject][] {
  if (kty !== 'RSA' || alg !== 'RS256' || use !== 'sig' || typeof kid !== 'string') return [];
  if (typeof n !== 'string' || typeof e !== 'string') return [];
  try {
    const key = createPublicKey({ key: { kty, n, e }, format: 'jwk' });
    const bits = key.asymmetricKeyDetails?.modulusLength ?? 0;
    return bits >= MODULUS_BITS_MIN ? [[kid, key]] : [];
  } catch {
    return [];
  }
}

function maxAgeOf(cacheControl: string | null): number {
  const [, seconds] = /(?:^|[\s,])max-age=(\d{1,9})(?:$|[\s,;])/i.exec(cacheControl ?? '') ?? [];
  return seconds === undefined ? DEFAULT_AGE_MS : Number(seconds) * 1000;
}

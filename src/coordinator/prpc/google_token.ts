import type { AccessToken } from './tokens.js';

/** Who the caller is, and that it may call Google's services: protocol section 4. */
const SCOPES = [
  'https://www.googleapis.com/auth/cloud-platform',
  'https://www.googleapis.com/auth/userinfo.email',
];

/** How long a token is believed whose end is not told. */
const UNKNOWN_EXPIRY_MS = 5 * 60_000;

/**
 * A token of the default credentials. The library is loaded here, for most starts need none, and keeps nothing: it would
 * give the same token again that was not taken.
 */
export async function fetchGoogleToken(): Promise<AccessToken> {
  const { GoogleAuth } = await import('google-auth-library');
  const client = await new GoogleAuth({ scopes: SCOPES }).getClient();
  const { token } = await client.getAccessToken();
  if (typeof token !== 'string' || token === '') throw new Error('the answer has no token');
  const expiresMs = client.credentials.expiry_date ?? Date.now() + UNKNOWN_EXPIRY_MS;
  return { token, expiresMs };
}

import { lateModule } from '../../common/late_module.js';
import type { AccessToken } from './tokens.js';

/** The scopes: the caller's identity, and calls to Google's services (protocol section 4). */
const SCOPES = [
  'https://www.googleapis.com/auth/cloud-platform',
  'https://www.googleapis.com/auth/userinfo.email',
];

/** How long a token is believed whose end is not told. */
const UNKNOWN_EXPIRY_MS = 5 * 60_000;

/** Google's authentication library. Where every message will need a token, it is loaded at the start. */
export const googleAuth = lateModule(
  () => require('google-auth-library') as typeof import('google-auth-library'),
  'the library for access tokens',
);

/** Fetches a token of the default credentials. The library's own cache would return a rejected token again. */
export async function fetchGoogleToken(): Promise<AccessToken> {
  const { GoogleAuth } = googleAuth.get();
  const client = await new GoogleAuth({ scopes: SCOPES }).getClient();
  const { token } = await client.getAccessToken();
  if (typeof token !== 'string' || token === '') throw new Error('the answer has no token');
  const expiresMs = client.credentials.expiry_date ?? Date.now() + UNKNOWN_EXPIRY_MS;
  return { token, expiresMs };
}

import { fetchGoogleToken } from '../../../src/coordinator/prpc/google_token.js';
import { TokenCache } from '../../../src/coordinator/prpc/tokens.js';

/** Prints what comes of asking for a token: what the environment has for credentials is read once a process. */
async function main(): Promise<void> {
  const tokens = new TokenCache(fetchGoogleToken);
  const { signal } = new AbortController();
  const [first] = await Promise.all([tokens.token(signal), tokens.token(signal)]);
  tokens.forget();
  console.log(JSON.stringify([first, await tokens.token(signal)]));
}

void main();

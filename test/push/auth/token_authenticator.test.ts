import { fetchGoogleKeys } from '../../../src/push/auth/google_keys.js';
import { KeySet } from '../../../src/push/auth/key_set.js';
import { TokenAuthenticator } from '../../../src/push/auth/token_authenticator.js';
import { FORGERIES } from './forged.js';
import { ACCOUNT, AUDIENCE, goodClaims, KeyServer, makeKey, signToken } from './issuer.js';
import { GuardedHandler } from './rig.js';

const key = makeKey('key-1');
let server: KeyServer;
let rig: GuardedHandler;
/** How far the clock of the authenticator is ahead. */
let aheadMs: number;

const now = () => Date.now() + aheadMs;
const good = (change: object = {}) =>
  `Bearer ${signToken(key, { ...goodClaims(now()), ...change })}`;

beforeEach(async () => {
  aheadMs = 0;
  server = await KeyServer.start(key);
  const keys = new KeySet(() => fetchGoogleKeys(server.url), now);
  const options = { audience: AUDIENCE, account: ACCOUNT };
  rig = await GuardedHandler.start(new TokenAuthenticator(options, keys, now));
});

afterEach(async () => {
  await rig.stop();
  await server.stop();
});

describe('a push with a good token', () => {
  test.each([
    ['as Google makes them', {}],
    ['of the issuer without a scheme', { iss: 'accounts.google.com' }],
    ['that ended just now', { exp: Math.floor(Date.now() / 1000) - 10 }],
    ['that begins in a moment', { iat: Math.floor(Date.now() / 1000) + 10 }],
    ['with unknown claims', { 'google/claim': { a: [1] } }],
  ])('is accepted: %s', async (_name, change) => {
    expect(await rig.push(good(change))).toEqual({ status: 204, code: undefined });
    expect(rig.processed).toBe(1);
  });

  test.each(['bearer', 'BEARER', 'Bearer  '])('is accepted with the scheme %j', async (scheme) => {
    expect((await rig.push(good().replace('Bearer', scheme))).status).toBe(204);
  });

  test('has no part of its token behind the authenticator, nor in the log', async () => {
    const header = good();
    await rig.push(header);
    await rig.push(header.slice(0, -9));
    const said = [...rig.behind, ...rig.log].join();
    expect(rig.behind).toHaveLength(2);
    expect(rig.log).toHaveLength(1);
    for (const part of header.slice('Bearer '.length).split('.')) {
      expect(said).not.toContain(part.slice(0, 20));
    }
  });

  test('has its signature checked once, and is accepted while the keys are fresh', async () => {
    const header = good({ exp: Math.floor(Date.now() / 1000) + 20 * 3600 });
    for (let at = 0; at < 3; at++) expect((await rig.push(header)).status).toBe(204);
    // Its key is taken back.
    server.keys = [];
    expect((await rig.push(header)).status).toBe(204);
    aheadMs = 20_001_000;
    expect(await rig.push(header)).toEqual({ status: 503, code: 'KEYS_UNREACHABLE' });
  });

  test('is rejected when it has expired, also if it was accepted before', async () => {
    const header = good();
    expect((await rig.push(header)).status).toBe(204);
    aheadMs = 3_631_000;
    expect(await rig.push(header)).toEqual({ status: 401, code: 'UNAUTHENTICATED' });
  });
});

describe('a push without a good token', () => {
  test('is tested in 40 forms at least', () => {
    expect(FORGERIES.length).toBeGreaterThan(40);
    expect(new Set(FORGERIES.map(({ name }) => name)).size).toBe(FORGERIES.length);
  });

  test.each(FORGERIES)('is rejected: $name, $status', async ({ status, header }) => {
    const code = status === 401 ? 'UNAUTHENTICATED' : 'FORBIDDEN';
    // The room for bodies is smaller than this one, and none of it is sent: it is neither counted nor waited for.
    expect(await rig.push(header(key), 1_000_000)).toEqual({ status, code });
    expect(rig.processed).toBe(0);
    expect(rig.log).toHaveLength(1);
    expect(rig.log[0]).toContain(`"code":"${code}"`);
  });

  test('is rejected if another one has just been accepted', async () => {
    expect((await rig.push(good())).status).toBe(204);
    for (const { status, header } of FORGERIES) {
      expect((await rig.push(header(key), 10)).status).toBe(status);
    }
    expect(rig.processed).toBe(1);
    expect(server.fetches).toBe(1);
  });

  test('fills no log, however often it comes', async () => {
    for (let at = 0; at < 100; at++) await rig.push('Bearer x.y.z');
    await rig.push(good({ aud: 'other' }));
    expect(rig.log).toHaveLength(2);
  });
});

describe('an unwrapped push, in which attributes are headers,', () => {
  const metadata = { 'x-goog-pubsub-message-id': '17' };

  test('is accepted with its token, and rejected without', async () => {
    expect((await rig.push(good(), undefined, metadata)).status).toBe(204);
    expect((await rig.push(undefined, undefined, metadata)).status).toBe(401);
    expect(rig.processed).toBe(1);
  });

  // An attribute may be named `authorization`; the token that counts is the one that Google signed.
  const SECOND: [string, (token: string) => string[]][] = [
    ['after the good token', (token) => [token, 'Bearer x.y.z']],
    ['before the good token', (token) => ['Bearer x.y.z', token]],
    ['that is the good token again', (token) => [token, token]],
    ['that is empty', (token) => [token, '']],
    ['of another scheme', (token) => ['Basic eDp5', token]],
    ['with a forged token', (token) => [token.slice(0, -9), token]],
  ];

  test.each(SECOND)(
    'is accepted with any second Authorization header: %s',
    async (_where, headers) => {
      expect((await rig.push(headers(good()), undefined, metadata)).status).toBe(204);
      const other = good({ aud: 'https://other.example.com' });
      expect((await rig.push(headers(other), undefined, metadata)).status).toBeGreaterThan(400);
      expect(rig.processed).toBe(1);
    },
  );

  test.each(SECOND)(
    'is rejected with a second Authorization header if it is wrapped: %s',
    async (_where, headers) => {
      expect((await rig.push(headers(good()))).status).toBe(401);
      expect(rig.processed).toBe(0);
    },
  );

  test('is rejected with more than three Authorization headers', async () => {
    const headers = [good(), good(), good(), good()];
    expect((await rig.push(headers, undefined, metadata)).status).toBe(401);
    expect(rig.processed).toBe(0);
  });

  test.each(['Proxy-Authorization', 'X-Serverless-Authorization', 'X-Goog-IAP-JWT-Assertion'])(
    'is rejected with a token in %s',
    async (name) => {
      const headers = { ...metadata, [name]: good() };
      expect((await rig.push(undefined, undefined, headers)).status).toBe(401);
    },
  );
});

import { type AccessToken, TokenCache } from '../../../src/coordinator/prpc/tokens.js';
import { CollectorError } from '../../../src/common/errors.js';
import { rejectionOf } from '../../../src/testing/contract.js';
import { gate } from '../requests.js';

const HOUR_MS = 3_600_000;
const NEVER = new AbortController().signal;

/** A cache over a source that numbers its tokens, each good for an hour; time stands still unless told. */
function setUp(fetch?: (n: number) => Promise<AccessToken>, lifeMs = HOUR_MS) {
  const clock = { now: 1_000_000, fetches: 0 };
  const numbered = (n: number) =>
    Promise.resolve({ token: `token ${n}`, expiresMs: clock.now + lifeMs });
  const cache = new TokenCache(
    () => (fetch ?? numbered)(++clock.fetches),
    () => clock.now,
  );
  return { clock, cache };
}

test('token cache: a token is fetched once and kept', async () => {
  const { clock, cache } = setUp();
  expect(await cache.token(NEVER)).toEqual({ token: 'token 1' });
  clock.now += HOUR_MS / 2;
  expect(await cache.token(NEVER)).toEqual({ token: 'token 1' });
  expect(clock.fetches).toBe(1);
});

test('token cache: a token is renewed before it expires', async () => {
  const { clock, cache } = setUp();
  await cache.token(NEVER);
  clock.now += HOUR_MS - 3 * 60_000;
  expect(await cache.token(NEVER)).toEqual({ token: 'token 2' });
});

test('token cache: a short-lived token is not fetched for every call', async () => {
  const { clock, cache } = setUp(undefined, 60_000);
  await cache.token(NEVER);
  await cache.token(NEVER);
  expect(clock.fetches).toBe(1);
  clock.now += 31_000;
  await cache.token(NEVER);
  expect(clock.fetches).toBe(2);
});

test('token cache: callers that ask while a token is fetched share it', async () => {
  const { promise, open } = gate<AccessToken>();
  const { clock, cache } = setUp(() => promise);
  const calls = Array.from({ length: 100 }, () => cache.token(NEVER));
  open({ token: 'shared', expiresMs: clock.now + HOUR_MS });
  expect(new Set((await Promise.all(calls)).map((reply) => JSON.stringify(reply))).size).toBe(1);
  expect(clock.fetches).toBe(1);
});

test('token cache: a caller that is aborted does not affect the others', async () => {
  const { promise, open } = gate<AccessToken>();
  const { clock, cache } = setUp(() => promise);
  const controller = new AbortController();
  const leaving = rejectionOf(() => cache.token(controller.signal));
  const staying = cache.token(NEVER);
  controller.abort(new CollectorError('DEADLINE'));
  expect((await leaving).code).toBe('DEADLINE');
  open({ token: 'late', expiresMs: clock.now + HOUR_MS });
  expect(await staying).toEqual({ token: 'late' });
});

test('token cache: a rejected token is not used again', async () => {
  const { cache } = setUp();
  await cache.token(NEVER);
  cache.forget();
  expect(await cache.token(NEVER)).toEqual({ token: 'token 2' });
});

test('token cache: a failure says what to do, shows nothing of what was read, and is not cached', async () => {
  const { cache } = setUp((n) => {
    if (n === 1) return Promise.reject(new SyntaxError('"-----BEGIN canary" is not valid JSON'));
    return Promise.resolve({ token: 'good', expiresMs: Infinity });
  });
  const reply = await cache.token(NEVER);
  expect(reply).toMatchObject({ failure: { status: 'Unauthenticated' } });
  expect(JSON.stringify(reply)).toContain('GOOGLE_APPLICATION_CREDENTIALS');
  expect(JSON.stringify(reply)).not.toContain('canary');
  expect(await cache.token(NEVER)).toEqual({ token: 'good' });
});

test('token cache: the old token is used while it is valid, if a new one is unavailable', async () => {
  const start = 1_000_000;
  const { clock, cache } = setUp((n) =>
    n === 1
      ? Promise.resolve({ token: 'old', expiresMs: start + HOUR_MS })
      : Promise.reject(new Error('down')),
  );
  await cache.token(NEVER);
  clock.now = start + HOUR_MS - 1;
  expect(await cache.token(NEVER)).toEqual({ token: 'old' });
  clock.now = start + HOUR_MS;
  expect(await cache.token(NEVER)).toMatchObject({ failure: { status: 'Unauthenticated' } });
});

test('token cache: a source that hangs is aborted, and asked again', async () => {
  let fetches = 0;
  const cache = new TokenCache(
    () =>
      ++fetches === 1
        ? gate<AccessToken>().promise
        : Promise.resolve({ token: 'b', expiresMs: Infinity }),
    Date.now,
    5,
  );
  expect(await cache.token(NEVER)).toMatchObject({ failure: { status: 'Unauthenticated' } });
  expect(await cache.token(NEVER)).toEqual({ token: 'b' });
});

test('token cache: a library that cannot be loaded is a retryable failure, and a later call gets a token', async () => {
  const why = new CollectorError('MODULE_FAILED', 'the library cannot be loaded: EMFILE');
  const { clock, cache } = setUp((n) =>
    n === 1 ? Promise.reject(why) : Promise.resolve({ token: 'late', expiresMs: 2e9 }),
  );
  expect(await cache.token(NEVER)).toEqual({
    failure: { status: 'Unavailable', detail: `there is no access token: ${why.message}` },
  });
  expect(await cache.token(NEVER)).toEqual({ token: 'late' });
  expect(clock.fetches).toBe(2);
});

import { generateKeyPairSync } from 'node:crypto';
import { fetchGoogleKeys } from '../../../src/push/auth/google_keys.js';
import { KeyServer, makeKey, toJwk } from './issuer.js';

const key = makeKey('key-1');
let server: KeyServer;

beforeEach(async () => {
  server = await KeyServer.start(key);
});

afterEach(() => server.stop());

test('Google keys: the keys of a server are found by their ids', async () => {
  server.keys.push(toJwk(makeKey('key-2')));
  const { keys } = await fetchGoogleKeys(server.url);
  expect([...keys.keys()]).toEqual(['key-1', 'key-2']);
  expect(keys.get('key-1')!.equals(key.publicKey)).toBe(true);
});

test.each<[string, string | undefined, number]>([
  ['said so', 'public, max-age=20000, must-revalidate', 20_000_000],
  ['said so first', 'max-age=7', 7000],
  ['said nothing', undefined, 300_000],
  ['said nonsense', 'max-age=-1', 300_000],
  ['said something else', 's-max-age=9', 300_000],
])('Google keys: are kept as long as their server %s', async (_name, cacheControl, maxAgeMs) => {
  server.cacheControl = cacheControl;
  expect((await fetchGoogleKeys(server.url)).maxAgeMs).toBe(maxAgeMs);
});

const jwk = toJwk(key);
const ec = generateKeyPairSync('ec', { namedCurve: 'P-256' }).publicKey.export({ format: 'jwk' });

test.each<[string, unknown]>([
  ['of another kind', { ...ec, kid: 'ec', alg: 'RS256', use: 'sig' }],
  ['for another algorithm', { ...jwk, alg: 'RS512' }],
  ['for encryption', { ...jwk, use: 'enc' }],
  ['without an id', { ...jwk, kid: undefined }],
  ['without a modulus', { ...jwk, n: undefined }],
  ['with a modulus that is none', { ...jwk, n: '' }],
  ['that is shared', { kty: 'oct', k: 'AAAA', kid: 'oct', alg: 'HS256' }],
  ['that is short', toJwk(makeKey('short', 1024))],
  ['that is null', null],
  ['that is text', 'key'],
])('Google keys: a key %s is ignored', async (_name, listed) => {
  server.keys = [listed as Record<string, unknown>, toJwk(makeKey('good'))];
  expect([...(await fetchGoogleKeys(server.url)).keys.keys()]).toEqual(['good']);
});

test.each<[string, number, string, string]>([
  ['fails', 500, '{}', 'answers 500'],
  ['sends us elsewhere', 302, '', 'answers 302'],
  ['answers no JSON', 200, '<html>', 'not JSON'],
  ['answers null', 200, 'null', 'without a key'],
  ['has no list', 200, '{"keys":{}}', 'without a key'],
  ['has no key', 200, '{"keys":[]}', 'without a key'],
  ['answers without end', 200, ' '.repeat(256 * 1024 + 1), 'larger than 262144 bytes'],
])('Google keys: a server that %s is an error that says so', async (_name, status, body, why) => {
  server.instead = { status, body };
  await expect(fetchGoogleKeys(server.url)).rejects.toThrow(why);
});

test('Google keys: a server that is not there is an error that says so', async () => {
  const { url } = server;
  await server.stop();
  await expect(fetchGoogleKeys(url)).rejects.toThrow('ECONNREFUSED');
  server = await KeyServer.start(key);
});

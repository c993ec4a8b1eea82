import { loadConfig } from '../../src/service/config.js';
import type { PushRequest } from '../../src/http/body.js';
import { openAuthenticator } from '../../src/service/parts.js';
import { TokenAuthenticator } from '../../src/push/auth/token_authenticator.js';
import type { Log } from '../../src/telemetry/log.js';
import { ACCOUNT, AUDIENCE } from '../push/auth/issuer.js';

const { signal } = new AbortController();
const REMOTE = {
  BIGTABLE_PROJECT: 'project',
  BIGTABLE_INSTANCE: 'instance',
  COORDINATOR_HOST: 'logs.example.com',
};

let lines: string[];
const log: Log = {
  write: (severity, message) => void lines.push(`${severity} ${message}`),
  writes: () => true,
};

beforeEach(() => {
  lines = [];
});

function doorOf(env: NodeJS.ProcessEnv) {
  return openAuthenticator(loadConfig(env), log);
}

function requestFrom(remoteAddress: string): PushRequest {
  return { socket: { remoteAddress } } as unknown as PushRequest;
}

test('with a local backend, every push is accepted, and one from another machine is logged once', async () => {
  const authenticator = doorOf({})!;
  for (const own of ['127.0.0.1', '::1', '::ffff:127.0.0.1']) {
    await authenticator.authenticate(requestFrom(own), signal);
  }
  expect(lines).toEqual([]);
  for (const other of ['10.0.0.1', '2001:db8::1', '::ffff:127']) {
    await authenticator.authenticate(requestFrom(other), signal);
  }
  expect(lines).toEqual([expect.stringMatching(/^warning a push came .*set PUSH_AUTH=token/)]);
});

test.each(['platform', 'off', ''])('with PUSH_AUTH=%j nothing of tokens is loaded', (auth) => {
  const authenticator = doorOf({ PUSH_AUTH: auth });
  expect(authenticator).not.toBeInstanceOf(TokenAuthenticator);
  if (auth === 'platform') expect(authenticator).toBeUndefined();
});

test('with PUSH_AUTH=token it checks tokens', () => {
  const token = { PUSH_AUTH: 'token', PUSH_AUDIENCE: AUDIENCE, PUSH_SERVICE_ACCOUNT: ACCOUNT };
  expect(doorOf(token)).toBeInstanceOf(TokenAuthenticator);
});

test('nothing is open by default where no backend is local', () => {
  expect(() => doorOf(REMOTE)).toThrow('PUSH_AUTH is not set');
  expect(doorOf({ ...REMOTE, PUSH_AUTH: 'platform' })).toBeUndefined();
  expect(doorOf({ ...REMOTE, PUSH_AUTH: 'off' })).toBeDefined();
});

import { join } from 'node:path';
import { buildMessage } from '../../src/testing/message.js';
import { FORGERIES } from '../push/auth/forged.js';
import {
  ACCOUNT,
  AUDIENCE,
  goodClaims,
  KeyServer,
  makeKey,
  signToken,
} from '../push/auth/issuer.js';
import { FunctionProcess, temporaryFolder, wrap } from './function.js';
import { readStored } from './stored.js';

const key = makeKey('key-1');
const body = wrap(buildMessage({ streams: [{ name: 'out', logs: ['one'] }] }));
/** One in so many: each is tried on the handler itself in its own test. */
const EVERY = 6;

/** The framework's server, and the plain one. */
describe.each(['functions-framework', 'serve'] as const)(
  'the function that checks tokens, started by %s,',
  (launcher) => {
    const folder = temporaryFolder();
    let server: KeyServer;
    let collect: FunctionProcess;

    beforeAll(async () => {
      server = await KeyServer.start(key);
      collect = await FunctionProcess.start(launcher, folder.path, {
        PUSH_AUTH: 'token',
        PUSH_AUDIENCE: AUDIENCE,
        PUSH_SERVICE_ACCOUNT: ACCOUNT,
        NODE_OPTIONS: `--require=${join(__dirname, 'own_keys.js')}`,
        OWN_KEYS_URL: server.url,
      });
    });

    afterAll(async () => {
      await collect.end('SIGKILL');
      await server.stop();
      folder.remove();
    });

    function push(authorization?: string | string[]) {
      return collect.send(
        body,
        authorization === undefined ? {} : { Authorization: authorization },
      );
    }

    test('answers 503 while the keys are unavailable', async () => {
      server.instead = { status: 500, body: '' };
      const reply = await push(`Bearer ${signToken(key, goodClaims())}`);
      expect(reply.status).toBe(503);
      expect(reply.text).toContain('KEYS_UNREACHABLE');
      server.instead = undefined;
    });

    test('rejects pushes without a valid token, stores nothing of them, and prints no token', async () => {
      const token = signToken(key, goodClaims());
      await collect.until(async () => (await push(`Bearer ${token}`)).status === 204);
      const rows = () => readStored(folder.path, (stored) => stored.rows().size);
      const before = await rows();
      const tried = FORGERIES.filter((_forgery, at) => at % EVERY === 0);
      expect(tried.length).toBeGreaterThan(10);
      for (const { status, header } of tried) {
        expect((await push(header(key) as string | undefined)).status).toBe(status);
      }
      expect(await rows()).toBe(before);
      expect(server.fetches).toBe(2);
      for (const part of token.split('.')) expect(collect.output).not.toContain(part.slice(0, 20));
    });

    test('does not serve the Coordinator beside the authenticator', async () => {
      const headers = { 'content-type': 'application/json', accept: 'application/json' };
      const call = Buffer.from('{"project":"test-project","path":"test/prefix/+/**"}');
      const reply = await collect.send(call, headers, 'POST', '/prpc/logdog.Logs/Query');
      expect(reply.status).toBe(401);
    });

    test('says that it is ready without a token', async () => {
      expect((await collect.send(Buffer.alloc(0), {}, 'GET')).status).toBe(200);
    });
  },
);

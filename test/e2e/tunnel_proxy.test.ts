import { generateKeyPairSync } from 'node:crypto';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import { connect, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { openLocal, type LocalBackends } from '../../src/local/local.js';
import { serveCoordinator } from '../../src/local/served/served.js';
import { BigtableServer } from '../fakes/bigtable_server.js';
import { BACKENDS } from './backends_certificate.js';
import { temporaryFolder } from './function.js';
import { run } from './processes.js';

/** Every backend is behind a proxy that makes tunnels (CONNECT), and speaks TLS with a certificate of its own. */

const folder = temporaryFolder();
const COORDINATOR = 'logs.example.test';
const [KEYS, TOKENS, BIGTABLE] = [
  'www.googleapis.com',
  'oauth2.googleapis.com',
  'bigtable.googleapis.com',
];
const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });

let local: LocalBackends;
let backends: Server;
let bigtable: BigtableServer;
let proxy: Server;
let url = '';
/** The addresses that the proxy was asked for. */
const asked = new Set<string>();

beforeAll(async () => {
  writeFileSync(join(folder.path, 'roots.pem'), BACKENDS.certificate);
  const account = {
    type: 'service_account',
    client_email: 'collector@project.iam.gserviceaccount.com',
    private_key: privateKey.export({ type: 'pkcs8', format: 'pem' }),
    token_uri: `https://${TOKENS}/token`,
  };
  writeFileSync(join(folder.path, 'account.json'), JSON.stringify(account));
  local = openLocal(join(folder.path, 'coordinator'));
  const served = serveCoordinator({
    coordinator: local.coordinator,
    storage: local.storage,
    logBundleTopic: 'projects/p/topics/logs',
    log: { write: () => undefined, writes: () => false },
  });
  const { certificate: cert, key } = BACKENDS;
  backends = createSecureServer({ cert, key }, (request, response) => {
    const { host = '' } = request.headers;
    const json = (body: object) => {
      request.resume();
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    };
    if (host.startsWith(COORDINATOR)) void served.handle(request, response);
    else if (host.startsWith(TOKENS))
      json({ access_token: 'canary', expires_in: 3600, token_type: 'Bearer' });
    else json({ keys: [{ ...publicKey.export({ format: 'jwk' }), kid: '1', alg: 'RS256' }] });
  });
  await once(backends.listen(0, '127.0.0.1'), 'listening');
  bigtable = await BigtableServer.start(undefined, BACKENDS);
  proxy = createServer((_request, response) => response.writeHead(502).end());
  proxy.on('connect', ({ url: address = '' }, socket) => {
    asked.add(address);
    const port = address.startsWith(BIGTABLE)
      ? bigtable.port
      : (backends.address() as AddressInfo).port;
    const onward = connect(port, '127.0.0.1');
    socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
    socket.pipe(onward).pipe(socket);
    for (const end of [socket, onward]) end.on('error', () => undefined);
  });
  await once(proxy.listen(0, '127.0.0.1'), 'listening');
  url = `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`;
});

afterAll(async () => {
  for (const server of [proxy, backends]) {
    server.close();
    server.closeAllConnections();
  }
  bigtable.stop();
  await local.close();
  folder.remove();
});

beforeEach(() => {
  asked.clear();
});

/** Tries every backend, as check-config does, in a process that trusts the certificate. */
async function check(
  env: NodeJS.ProcessEnv,
): Promise<{ code: number | null; lines: string[]; err: string }> {
  const roots = join(folder.path, 'roots.pem');
  const { code, out, err } = await run(['check-config'], {
    NODE_EXTRA_CA_CERTS: roots,
    // gRPC takes Node's own certificates alone.
    GRPC_DEFAULT_SSL_ROOTS_FILE_PATH: roots,
    METADATA_SERVER_DETECTION: 'none',
    GOOGLE_APPLICATION_CREDENTIALS: join(folder.path, 'account.json'),
    BIGTABLE_PROJECT: 'p',
    BIGTABLE_INSTANCE: 'i',
    COORDINATOR_HOST: COORDINATOR,
    PUSH_AUTH: 'token',
    PUSH_AUDIENCE: 'collector',
    PUSH_SERVICE_ACCOUNT: 'pusher@project.iam.gserviceaccount.com',
    MESSAGE_DEADLINE: '10s',
    ...env,
  });
  const lines = out
    .toString()
    .split('\n')
    .filter((line) => /^(ok|problem) /.test(line));
  return { code, lines, err };
}

test.each(['https_proxy', 'HTTPS_PROXY', 'http_proxy'])(
  'through the tunnels of %s, the table, the Coordinator, its tokens and the keys of push tokens are reached',
  async (variable) => {
    // On a busy machine, credentials may come too late.
    let checked = await check({ [variable]: url });
    for (let tries = 1; tries < 3 && checked.code !== 0; tries++)
      checked = await check({ [variable]: url });
    const { code, lines, err } = checked;
    expect(lines).toEqual([
      expect.stringMatching(/^ok {7}the table /),
      `ok       the Coordinator at ${COORDINATOR} answers`,
      'ok       the keys of push tokens can be fetched',
    ]);
    expect([code, err]).toEqual([0, '']);
    expect([...asked].sort()).toEqual(
      [BIGTABLE, COORDINATOR, TOKENS, KEYS].map((host) => `${host}:443`),
    );
  },
);

test.each([
  ['the Coordinator', COORDINATOR, /^problem {2}the Coordinator .*cannot be reached/],
  ['the keys of push tokens', KEYS, /^problem {2}the keys of push tokens/],
  ['the table', BIGTABLE, /^problem {2}the table /],
])('the tunnels are not asked for %s where no_proxy has %s', async (_what, host, problem) => {
  const { code, lines } = await check({ https_proxy: url, no_proxy: host });
  // There is no such server without the proxy.
  expect(lines.filter((line) => line.startsWith('problem'))).toEqual([
    expect.stringMatching(problem),
  ]);
  expect(code).toBe(1);
  expect([...asked]).not.toContain(`${host}:443`);
  expect(asked.size).toBe(3);
});

test('a server whose certificate is not trusted is not reached through a tunnel', async () => {
  const own = { NODE_EXTRA_CA_CERTS: undefined, GRPC_DEFAULT_SSL_ROOTS_FILE_PATH: undefined };
  const { code, lines } = await check({ https_proxy: url, ...own });
  expect(lines.filter((line) => line.startsWith('ok'))).toEqual([]);
  expect(code).toBe(1);
});

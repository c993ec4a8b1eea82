import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { HttpServer } from '../../fakes/http_server.js';
import { listen, type Listening } from '../../http/listen.js';
import { BIGTABLE_HOST } from './certificate.js';
import { BigtableServer } from '../../fakes/bigtable_server.js';

const run = promisify(execFile);
const CHILD = join(__dirname, 'client_child.js');
const CALLS = ['setRow', 'putRow', 'setRows', 'readRows', 'deleteRows'];
/** A child loads the library five times over: on a busy machine that takes its time. */
jest.setTimeout(120_000);

let dir: string;
let bigtable: BigtableServer;
let proxy: Listening;
/** The addresses that the proxy was asked for. */
let asked: string[];

beforeEach(async () => {
  dir = mkdtempSync(join(tmpdir(), 'client-test-'));
  writeFileSync(join(dir, 'roots.pem'), BIGTABLE_HOST.certificate);
  bigtable = await BigtableServer.start(undefined, BIGTABLE_HOST);
  asked = [];
  const server = createServer();
  server.on('connect', ({ url = '' }, socket) => {
    asked.push(url);
    const onward = connect(bigtable.port, '127.0.0.1');
    socket.write('HTTP/1.1 200 OK\r\n\r\n');
    socket.pipe(onward).pipe(socket);
    for (const end of [socket, onward]) end.on('error', () => undefined);
  });
  proxy = await listen(server);
});

afterEach(() => {
  // Not awaited: a tunnel is no connection of the server any more, which waits for its end.
  void proxy.close();
  bigtable.stop();
  rmSync(dir, { recursive: true });
});

/** Makes calls in a process that has no credentials, and trusts no one, but as the test says. */
async function call(env: Record<string, string>): Promise<{ lines: string[]; stderr: string }> {
  const clean = {
    PATH: process.env.PATH,
    HOME: dir,
    GRPC_DEFAULT_SSL_ROOTS_FILE_PATH: join(dir, 'roots.pem'),
    grpc_proxy: proxy.url,
    ...env,
  };
  const { stdout, stderr } = await run(process.execPath, [CHILD], { env: clean });
  return { lines: stdout.trim().split('\n'), stderr };
}

/** Where tokens come from on Google Cloud. */
async function withMetadataServer(
  token: (path: string) => object | undefined,
  test: (env: Record<string, string>) => Promise<void>,
): Promise<void> {
  const metadata = await HttpServer.start(({ path }, response) => {
    response.setHeader('metadata-flavor', 'Google');
    response.setHeader('content-type', 'application/json');
    const answer = path.includes('/token') ? token(path) : undefined;
    if (path.includes('/token') && answer === undefined) response.writeHead(404).end('canary');
    else response.end(answer === undefined ? 'googleapis.com' : JSON.stringify(answer));
  });
  try {
    await test({ GCE_METADATA_HOST: metadata.host, METADATA_SERVER_DETECTION: 'assume-present' });
  } finally {
    await metadata.stop();
  }
}

test('client: calls to the service: TLS, a token for data alone, and the table for routing', async () => {
  const scopes = new Set<string | null>();
  const token = (path: string) => {
    scopes.add(new URL(path, 'http://metadata').searchParams.get('scopes'));
    return { access_token: 'the-token', expires_in: 3600 };
  };
  await withMetadataServer(token, async (env) => {
    const { lines } = await call(env);
    expect(lines).toEqual(CALLS.map((name) => `${name} done`));
    expect(new Set(asked)).toEqual(new Set(['bigtable.googleapis.com:443']));
    expect(bigtable.calls).toHaveLength(CALLS.length);
    for (const { metadata } of bigtable.calls) {
      expect(metadata.get('authorization')).toEqual(['Bearer the-token']);
      expect(metadata.get('x-goog-request-params')[0]).toMatch(
        /table_name=projects(%2F|\/)p(%2F|\/)instances(%2F|\/)i(%2F|\/)tables(%2F|\/)t&app_profile_id=collector/,
      );
    }
    expect([...scopes]).toEqual(['https://www.googleapis.com/auth/bigtable.data']);
  });
});

test('client: calls to the service of another universe go to its domain', async () => {
  const token = () => ({ access_token: 'the-token', expires_in: 3600 });
  await withMetadataServer(token, async (env) => {
    const { lines } = await call({ ...env, UNIVERSE: 'example.test', CALL: 'putRow' });
    // The certificate of the test is that of the usual domain.
    expect(lines).toEqual([expect.stringMatching(/^putRow Unavailable/) as string]);
    expect(new Set(asked)).toEqual(new Set(['bigtable.example.test:443']));
  });
});

describe('client: credentials that are missing or broken: each call fails, none is sent, the process goes on', () => {
  const none = { METADATA_SERVER_DETECTION: 'none' };
  const cases: [string, string | undefined][] = [
    ['no credentials', undefined],
    ['a key file that is no JSON', '"canary key'],
    ['a key file of no known kind', '{"type":"canary"}'],
    [
      'a key file without a key',
      '{"type":"service_account","client_email":"a@b","private_key":"canary"}',
    ],
  ];
  test.each(cases)('%s', async (_, content) => {
    const file = join(dir, 'key.json');
    if (content !== undefined) writeFileSync(file, content);
    const key = content === undefined ? {} : { GOOGLE_APPLICATION_CREDENTIALS: file };
    const { lines, stderr } = await call({ ...none, ...key });
    expect(lines).toHaveLength(CALLS.length);
    for (const [at, name] of CALLS.entries()) {
      expect(lines[at]).toMatch(
        new RegExp(`^${name} Unauthenticated: no (credentials|access token)`),
      );
    }
    expect(lines.join() + stderr).not.toContain('canary');
    expect(bigtable.calls).toEqual([]);
  });

  test('a metadata server without a token', async () => {
    await withMetadataServer(
      () => undefined,
      async (env) => {
        const { lines, stderr } = await call(env);
        for (const [at, name] of CALLS.entries()) {
          expect(lines[at]).toMatch(new RegExp(`^${name} Unauthenticated: no access token`));
        }
        expect(lines.join() + stderr).not.toContain('canary');
        expect(bigtable.calls).toEqual([]);
      },
    );
  });
});

import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { type Metadata, Server, ServerCredentials, type UntypedHandleCall } from '@grpc/grpc-js';
import { HttpServer } from '../../coordinator/prpc/http_server.js';
import { LOCALHOST } from './localhost.js';

const run = promisify(execFile);
const CHILD = join(__dirname, 'channel_child.js');

let dir: string;
/** What the calls carried. */
let calls: Metadata[];
let server: Server;
let port: number;

beforeEach(async () => {
  dir = mkdtempSync(join(tmpdir(), 'channel-test-'));
  writeFileSync(join(dir, 'roots.pem'), LOCALHOST.certificate);
  calls = [];
  server = new Server();
  const answer: UntypedHandleCall = (
    call: { metadata: Metadata },
    done: (error: null, answer: Buffer) => void,
  ) => {
    calls.push(call.metadata);
    done(null, Buffer.alloc(0));
  };
  const asIs = (bytes: Buffer) => bytes;
  const method = {
    path: '/google.bigtable.v2.Bigtable/CheckAndMutateRow',
    requestStream: false,
    responseStream: false,
    requestSerialize: asIs,
    requestDeserialize: asIs,
    responseSerialize: asIs,
    responseDeserialize: asIs,
  };
  server.addService({ method }, { method: answer });
  const keys = {
    private_key: Buffer.from(LOCALHOST.key),
    cert_chain: Buffer.from(LOCALHOST.certificate),
  };
  port = await promisify(server.bindAsync.bind(server))(
    'localhost:0',
    ServerCredentials.createSsl(null, [keys]),
  );
});

afterEach(() => {
  server.forceShutdown();
  rmSync(dir, { recursive: true });
});

/** Calls in a process that has no credentials, and trusts no one, but as the test says. */
async function call(env: Record<string, string>): Promise<string> {
  const roots = { GRPC_DEFAULT_SSL_ROOTS_FILE_PATH: join(dir, 'roots.pem') };
  const clean = { PATH: process.env.PATH, HOME: dir, NO_PROXY: '*', ...roots, ...env };
  const { stdout } = await run(process.execPath, [CHILD, `localhost:${port}`], { env: clean });
  return stdout.trim();
}

test('a call to the service goes over TLS, with a token for data alone, and says where it belongs', async () => {
  const asked: string[] = [];
  const metadata = await HttpServer.start(({ path }, response) => {
    response.setHeader('metadata-flavor', 'Google');
    response.setHeader('content-type', 'application/json');
    if (path.includes('/token')) asked.push(path);
    response.end(JSON.stringify({ access_token: 'the-token', expires_in: 3600 }));
  });
  try {
    const env = { GCE_METADATA_HOST: metadata.host, METADATA_SERVER_DETECTION: 'assume-present' };
    expect(await call(env)).toBe('done');
    expect(calls.map((sent) => sent.get('authorization'))).toEqual([['Bearer the-token']]);
    expect(calls[0]!.get('x-goog-request-params')).toEqual([
      'table_name=projects%2Fp%2Finstances%2Fi%2Ftables%2Ft&app_profile_id=collector',
    ]);
    const scopes = asked.map((path) => new URL(path, 'http://metadata').searchParams.get('scopes'));
    expect(scopes).toEqual(['https://www.googleapis.com/auth/bigtable.data']);
  } finally {
    await metadata.stop();
  }
});

test('without a token no call is made, and the failure says so', async () => {
  const metadata = await HttpServer.start((_request, response) => {
    response.writeHead(404, { 'metadata-flavor': 'Google' }).end('canary');
  });
  try {
    const env = { GCE_METADATA_HOST: metadata.host, METADATA_SERVER_DETECTION: 'assume-present' };
    const said = await call(env);
    expect(said).toMatch(/UNAUTHENTICATED.*no access token/i);
    expect(said).not.toContain('canary');
    expect(calls).toEqual([]);
  } finally {
    await metadata.stop();
  }
});

test('a key file that is broken is a failure that shows nothing of it', async () => {
  const file = join(dir, 'key.json');
  writeFileSync(file, '"canary key');
  const said = await call({ GOOGLE_APPLICATION_CREDENTIALS: file });
  expect(said).toMatch(/^Unauthenticated: no credentials/);
  expect(said).not.toContain('canary');
  expect(calls).toEqual([]);
});

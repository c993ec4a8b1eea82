import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { HttpServer } from '../../fakes/http_server.js';

const run = promisify(execFile);
const CHILD = join(__dirname, 'google_token_child.js');

let dir: string;

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'token-test-'));
});

afterEach(() => {
  rmSync(dir, { recursive: true });
});

/** Asks in a process that has no credentials but those of the test. */
async function ask(env: Record<string, string>): Promise<unknown> {
  const clean = { PATH: process.env.PATH, HOME: dir, NO_PROXY: '*', ...env };
  const { stdout } = await run(process.execPath, [CHILD], { env: clean });
  return JSON.parse(stdout);
}

test('the metadata server is asked with both scopes, and again when a token was not taken', async () => {
  const paths: string[] = [];
  const server = await HttpServer.start(({ path }, response) => {
    response.setHeader('metadata-flavor', 'Google');
    response.setHeader('content-type', 'application/json');
    if (path.includes('/token')) paths.push(path);
    response.end(JSON.stringify({ access_token: `token ${paths.length}`, expires_in: 3600 }));
  });
  try {
    const env = { GCE_METADATA_HOST: server.host, METADATA_SERVER_DETECTION: 'assume-present' };
    expect(await ask(env)).toEqual([{ token: 'token 1' }, { token: 'token 2' }]);
    expect(paths).toHaveLength(2);
    const scopes = new URL(paths[0]!, 'http://metadata').searchParams.get('scopes');
    expect(scopes!.split(',')).toEqual([
      'https://www.googleapis.com/auth/cloud-platform',
      'https://www.googleapis.com/auth/userinfo.email',
    ]);
  } finally {
    await server.stop();
  }
});

test('a key file that is broken is a failure that says what to do, and shows nothing of it', async () => {
  const file = join(dir, 'key.json');
  writeFileSync(file, '"canary key');
  const answers = await ask({ GOOGLE_APPLICATION_CREDENTIALS: file });
  expect(answers).toMatchObject(Array(2).fill({ failure: { status: 'Unauthenticated' } }));
  expect(JSON.stringify(answers)).toContain('set GOOGLE_APPLICATION_CREDENTIALS');
  expect(JSON.stringify(answers)).not.toContain('canary');
});

import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { packageRoot } from '../../src/common/package_root.js';
import { CONTENT_SECURITY_POLICY } from '../../src/viewer/headers.js';
import type { ListChanges } from '../../src/viewer/list_changes.js';
import { buildMessage } from '../../src/testing/message.js';
import { folderOfSuite, functionOfSuite, FunctionProcess, LAUNCHERS } from '../e2e/function.js';
import { ask } from './request.js';

const folder = folderOfSuite();
const HTML = { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' };

describe.each(LAUNCHERS)('viewer: the function, by %s,', (launcher) => {
  test('shows a browser the way, and serves the page with its policy', async () => {
    const func = await FunctionProcess.start(launcher, join(folder, launcher));
    const origin = `http://127.0.0.1:${func.port}`;
    const logs = ['one', 'two'];
    const streams = [{ name: 'out', logs, terminalIndex: 1 }];
    expect((await func.push(buildMessage({ streams }))).status).toBe(204);

    const others = await ask(`${origin}/`);
    expect(others.text).toBe('LogDog Collector: running. It takes Pub/Sub pushes by POST.\n');
    const home = await ask(`${origin}/`, { headers: HTML });
    expect([home.status, home.headers['content-type']]).toEqual([200, 'text/html; charset=utf-8']);
    expect(home.text).toContain('<a href="/view/">');

    const pages = {
      '/': 200,
      '/view': 308,
      '/view/': 200,
      '/view/s/test-project/test/prefix/%2B/out': 200,
      '/view/app.js': 200,
      '/view/app.css': 200,
      '/view/search_worker.js': 200,
      '/view/..%2fpackage.json': 404,
      '/view/nothing': 404,
      '/view/api/source': 200,
      '/view/api/streams': 200,
      '/view/api/nothing': 404,
      '/view/api/raw?project=test-project&path=test/prefix/%2B/out': 200,
      '/view/api/raw?project=test-project&path=test/prefix/%2B/other': 404,
      '/view/api/raw?project=no&path=no/%2B/such': 404,
      '/view/api/raw': 400,
    };
    for (const [path, status] of Object.entries(pages)) {
      const answer = await ask(`${origin}${path}`, { headers: HTML });
      expect([path, answer.status]).toEqual([path, status]);
      expect([path, answer.headers['content-security-policy']]).toEqual([
        path,
        CONTENT_SECURITY_POLICY,
      ]);
      expect(answer.headers['x-content-type-options']).toBe('nosniff');
    }
    const calls = [
      ['logdog.Logs/Query', '{"project":"test-project","path":"test/prefix"}', 200],
      ['logdog.Logs/Query', '{"project":"test-project","path":"no/such"}', 403],
      ['logdog.Registration/RegisterPrefix', '{}', 404],
      ['logdog.Services/LoadStream', '{}', 404],
    ] as const;
    for (const [method, body, status] of calls) {
      const length = String(Buffer.byteLength(body));
      const answer = await ask(`${origin}/view/prpc/${method}`, {
        method: 'POST',
        body,
        headers: { 'content-type': 'application/json', 'content-length': length },
      });
      expect([method, answer.status]).toEqual([method, status]);
      expect(answer.headers['content-security-policy']).toBe(CONTENT_SECURITY_POLICY);
    }
    await func.end('SIGTERM');
  });

  test('serves no viewer where it serves no Coordinator, nor in a deployed function', async () => {
    const deployed = {
      K_SERVICE: 'collector',
      BIGTABLE_PROJECT: 'project',
      BIGTABLE_INSTANCE: 'instance',
      COORDINATOR_HOST: '127.0.0.1:9',
      PUSH_AUTH: 'platform',
      COORDINATOR_SERVE: '1',
    };
    for (const [name, settings] of Object.entries({ off: { COORDINATOR_SERVE: '0' }, deployed })) {
      const dir = join(folder, `${launcher}-${name}`);
      const func = await FunctionProcess.start(launcher, dir, { ...settings, HOST: '127.0.0.1' });
      for (const path of ['/', '/view/', '/view/app.js']) {
        const answer = await ask(`http://127.0.0.1:${func.port}${path}`, { headers: HTML });
        expect([name, path, answer.text]).toEqual([
          name,
          path,
          expect.stringContaining('It takes Pub/Sub pushes'),
        ]);
      }
      await func.end('SIGTERM');
    }
  });
});

describe('viewer: its server', () => {
  const { collect: func } = functionOfSuite('serve');

  test.each([
    ['to a host name that is not of this machine', { host: 'evil.example' }, 403],
    [
      'to a host name that begins like an address of this machine',
      { host: '127.0.0.1.evil.example' },
      403,
    ],
    ['to localhost', { host: 'localhost:1' }, 200],
    ['to the loopback address of IPv6', { host: '[::1]:8080' }, 200],
    ['from another origin', { origin: 'http://evil.example' }, 403],
    ['from an opaque origin', { origin: 'null' }, 403],
    [
      'by a script of another site',
      { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'cors' },
      403,
    ],
    ['from another port of this machine', { 'sec-fetch-site': 'same-site' }, 403],
    ['by a link', { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate' }, 200],
    ['by the page itself', { 'sec-fetch-site': 'same-origin', 'sec-fetch-mode': 'cors' }, 200],
  ])('a request %s: %j is answered with %d', async (_name, headers, status) => {
    for (const path of ['/view/', '/view/api/streams']) {
      const answer = await ask(`${func().origin}${path}`, { headers });
      expect([path, answer.status]).toEqual([path, status]);
      expect(answer.headers['content-security-policy']).toBe(CONTENT_SECURITY_POLICY);
    }
  });

  test.each(['POST', 'PUT', 'DELETE', 'OPTIONS'])(
    'the method %s is refused with 405',
    async (method) => {
      const { status, headers } = await ask(`${func().origin}/view/`, { method, body: 'x' });
      expect([status, headers.allow]).toEqual([405, 'GET, HEAD']);
    },
  );

  test('a file that has not changed is answered with 304, without a body', async () => {
    const { headers } = await ask(`${func().origin}/view/app.js`);
    const again = await ask(`${func().origin}/view/app.js`, {
      headers: { 'if-none-match': headers.etag! },
    });
    expect([again.status, again.text]).toEqual([304, '']);
  });

  test('the list of streams answers what has changed since a cursor', async () => {
    const streams = [{ name: 'out', type: 'binary', logs: ['a\u0000b'] }] as const;
    await func().push(buildMessage({ streams }));
    const changes = async (query: string) => {
      const { text } = await ask(`${func().origin}/view/api/streams${query}`);
      return JSON.parse(text) as ListChanges;
    };
    let all = await changes('');
    while (all.changed.length === 0) all = await changes('');
    const stream = { project: 'test-project', path: 'test/prefix/+/out', type: 1 };
    expect(all.changed).toEqual([expect.objectContaining({ ...stream, terminalIndex: '-1' })]);
    const since = `?epoch=${all.epoch}&since=${all.cursor}`;
    expect((await changes(since)).changed).toEqual([]);
    await func().push(
      buildMessage({ streams: [{ ...streams[0], index: 1, logs: ['c'], terminalIndex: 1 }] }),
    );
    let later = await changes(since);
    while (later.changed.length === 0) later = await changes(since);
    expect(later.changed).toEqual([expect.objectContaining({ ...stream, terminalIndex: '1' })]);
    // After a restart of the server the list begins anew.
    expect((await changes('?epoch=other&since=9999')).changed).toHaveLength(1);
  });

  test('a download has the bytes of the logs, as an attachment', async () => {
    const path = '/view/api/raw?project=test-project&path=test/prefix/%2B/out';
    const { headers, text } = await ask(`${func().origin}${path}`);
    expect(text).toBe('a\u0000bc');
    expect(headers['content-type']).toBe('application/octet-stream');
    expect(headers['content-disposition']).toBe('attachment; filename="out"');
    const head = await ask(`${func().origin}${path}`, { method: 'HEAD' });
    expect([head.status, head.headers['content-type']]).toEqual([200, 'application/octet-stream']);
  });
});

test('viewer: a function that starts loads none of its modules but the paths', () => {
  const script = `
    require(${JSON.stringify(join(packageRoot(), 'build/src/index.js'))});
    const loaded = Object.keys(require.cache).filter((file) => file.includes('/build/src/viewer/'));
    console.log(loaded.map((file) => file.replace(/.*viewer./, '')).join(' '));
    process.exit(0);
  `;
  const env = { PATH: process.env.PATH, DATA_DIR: join(folder, 'loading') };
  const { stdout } = spawnSync(process.execPath, ['-e', script], { env, encoding: 'utf8' });
  // Which paths are the viewer's, and how it is loaded, has to be known.
  expect(stdout.trim()).toBe('beside_function.js paths.js');
});

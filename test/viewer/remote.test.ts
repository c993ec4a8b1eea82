import { writeFileSync } from 'node:fs';
import type { OutgoingHttpHeaders } from 'node:http';
import { join } from 'node:path';
import { CONTENT_SECURITY_POLICY } from '../../src/viewer/headers.js';
import { buildMessage } from '../../src/testing/message.js';
import { folderOfSuite, FunctionProcess } from '../e2e/function.js';
import { type HttpHandler, HttpServer } from '../fakes/http_server.js';
import { ask } from './request.js';
import { ViewProcess } from './view_process.js';

const folder = folderOfSuite();
const JSON_TYPE = 'application/json';
const TOKEN = 'ya29.secret-token-of-the-user';

function call(origin: string, method: string, message: object, headers = {}) {
  const body = JSON.stringify(message);
  const all = { 'content-type': JSON_TYPE, accept: JSON_TYPE, ...headers };
  return ask(`${origin}/view/prpc/${method}`, {
    method: 'POST',
    body,
    headers: { 'content-length': String(Buffer.byteLength(body)), ...all },
  });
}

/** What a Coordinator answers to each call. */
function answering(status: number, code: string, text = '', headers: OutgoingHttpHeaders = {}) {
  const handler: HttpHandler = (_request, response) => {
    response.writeHead(status, { 'x-prpc-grpc-code': code, ...headers }).end(text);
  };
  return handler;
}

describe('view: a store', () => {
  test('is read while the function writes; a browser at the root is sent to the page', async () => {
    const data = join(folder, 'store');
    const func = await FunctionProcess.start('serve', data);
    await func.push(buildMessage({ streams: [{ name: 'out', logs: ['one'] }] }));
    const view = await ViewProcess.start([], { DATA_DIR: data });
    const request = { project: 'test-project', path: 'test/prefix/+/out' };
    const { status, text } = await call(view.origin, 'logdog.Logs/Get', request);
    expect([status, text]).toEqual([200, expect.stringContaining('"value":"b25l"')]);
    expect((await ask(`${view.origin}/view/api/source`)).text).toBe('{"lists":true}');
    const home = await ask(`${view.origin}/`, { headers: { accept: 'text/html' } });
    expect([home.status, home.headers.location]).toEqual([308, '/view/']);
    // Only readers are answered.
    const register = await call(view.origin, 'logdog.Registration/RegisterPrefix', {});
    expect(register.status).toBe(404);
    expect(await view.interrupt()).toBe(0);
    await func.end('SIGTERM');
  });

  test('without a Coordinator of its own: a stream is read by its path alone', async () => {
    const data = join(folder, 'recordless');
    const func = await FunctionProcess.start('serve', data);
    await func.push(buildMessage({ streams: [{ name: 'out', logs: ['one'] }] }));
    await func.end('SIGTERM');
    const view = await ViewProcess.start([], { DATA_DIR: data, COORDINATOR_HOST: '127.0.0.1:9' });
    expect((await ask(`${view.origin}/view/api/source`)).text).toBe('{"lists":false}');
    const request = { project: 'test-project', path: 'test/prefix/+/out', state: true };
    const { text } = await call(view.origin, 'logdog.Logs/Get', request);
    expect(text).toContain('"value":"b25l"');
    expect(text).toContain('"terminalIndex":"-1"');
    const raw = '/view/api/raw?project=test-project&path=test/prefix/%2B/out';
    expect((await ask(`${view.origin}${raw}`)).text).toBe('one\n');
    expect(await view.interrupt()).toBe(0);
  });

  test('that does not exist: the command fails and says what to do', async () => {
    const env = { DATA_DIR: join(folder, 'none') };
    await expect(ViewProcess.start([], env)).rejects.toThrow(/there is no store in .*DATA_DIR/);
  });
});

describe('view --coordinator', () => {
  let coordinator: HttpServer;
  const views: ViewProcess[] = [];
  const start = async (args: string[] = [], env = {}) => {
    const view = await ViewProcess.start(['--coordinator', coordinator.host, ...args], env);
    views.push(view);
    return view;
  };

  beforeEach(async () => {
    coordinator = await HttpServer.start(answering(200, '0'));
  });

  afterEach(async () => {
    for (const view of views.splice(0)) await view.stop();
    await coordinator.stop();
  });

  test('reads streams from a remote Coordinator, and downloads page by page', async () => {
    const func = await FunctionProcess.start('serve', join(folder, 'elsewhere'));
    const logs = Array.from({ length: 50 }, (_, index) => `line ${index}`);
    await func.push(buildMessage({ streams: [{ name: 'out', logs, terminalIndex: 49 }] }));
    const host = `127.0.0.1:${func.port}`;
    const view = await ViewProcess.start(['--coordinator', host]);
    views.push(view);
    const source = await ask(`${view.origin}/view/api/source`);
    expect(JSON.parse(source.text)).toEqual({ coordinator: host, lists: false });
    const query = { project: 'test-project', path: 'test/prefix' };
    const { text } = await call(view.origin, 'logdog.Logs/Query', query);
    expect(text).toContain('test/prefix/+/out');
    const raw = '/view/api/raw?project=test-project&path=test/prefix/%2B/out';
    expect((await ask(`${view.origin}${raw}`)).text).toBe(`${logs.join('\n')}\n`);
    const none = '/view/api/raw?project=test-project&path=test/prefix/%2B/none';
    expect((await ask(`${view.origin}${none}`)).status).toBe(404);
    await func.end('SIGTERM');
  });

  test.each(['--token-file', 'LOGDOG_TOKEN'])(
    'sends the token by %s there, and shows it nowhere',
    async (by) => {
      const file = join(folder, 'token');
      writeFileSync(file, `${TOKEN}\n`);
      const view = await (by === 'LOGDOG_TOKEN'
        ? start([], { LOGDOG_TOKEN: TOKEN })
        : start(['--token-file', file]));
      const headers = { 'set-cookie': 'a=b', 'x-secret': TOKEN };
      coordinator.handler = answering(403, '7', 'no permission', headers);
      const answers = [
        await call(view.origin, 'logdog.Logs/Get', {}, { cookie: 'c=d', 'x-other': 'e' }),
        await ask(`${view.origin}/view/api/raw?project=p&path=a/%2B/b`),
        await ask(`${view.origin}/view/api/source`),
      ];
      const [sent] = coordinator.requests;
      expect(sent?.headers.authorization).toBe(`Bearer ${TOKEN}`);
      expect([sent?.headers.cookie, sent?.headers['x-other']]).toEqual([undefined, undefined]);
      expect(answers[0]?.text).toBe('no permission\n');
      expect(JSON.stringify([answers, view.output()])).not.toContain(TOKEN);
      expect(answers[0]?.headers['set-cookie']).toBeUndefined();
    },
  );

  test('passes on only calls that read, and only those from its own page', async () => {
    const view = await start([], { LOGDOG_TOKEN: TOKEN });
    const refused = [
      await call(view.origin, 'logdog.Services/RegisterStream', {}),
      await call(view.origin, 'logdog.Logs/../logdog.Admin/Set', {}),
      await call(view.origin, 'logdog.Logs/Get?x=1', {}),
      await ask(`${view.origin}/view/prpc/logdog.Logs/Get`),
      await call(view.origin, 'logdog.Logs/Get', {}, { host: 'evil.example' }),
      await call(view.origin, 'logdog.Logs/Get', {}, { origin: 'http://evil.example' }),
      await call(view.origin, 'logdog.Logs/Get', {}, { 'sec-fetch-site': 'cross-site' }),
      await call(view.origin, 'logdog.Logs/Get', { path: 'x'.repeat(70_000) }),
    ];
    expect(refused.map(({ status }) => status)).toEqual([404, 404, 404, 404, 403, 403, 403, 400]);
    for (const { headers } of refused) {
      expect(headers['content-security-policy']).toBe(CONTENT_SECURITY_POLICY);
    }
    expect(coordinator.requests).toEqual([]);
  });

  test('a Coordinator that redirects: is not followed, and the token is not sent on', async () => {
    const other = await HttpServer.start(answering(200, '0'));
    const view = await start([], { LOGDOG_TOKEN: TOKEN });
    coordinator.handler = answering(307, '0', '', { location: other.url });
    await call(view.origin, 'logdog.Logs/Get', {});
    expect(other.requests).toEqual([]);
    await other.stop();
  });

  test('a Coordinator that is not there, or requires a token: says so, and how to give the token', async () => {
    const view = await start();
    coordinator.handler = answering(403, '7', 'no');
    const denied = await call(view.origin, 'logdog.Logs/Get', {});
    expect(denied.text).toContain('logdog-collector help view');
    await coordinator.stop();
    const { status, headers, text } = await call(view.origin, 'logdog.Logs/Get', {});
    expect([status, headers['x-prpc-grpc-code']]).toEqual([503, '14']);
    expect(text).toMatch(/the Coordinator 127\.0\.0\.1:\d+ cannot be read: .*ECONNREFUSED/);
  });

  test.each([
    [['--token-file', 'x'], /a token needs --coordinator/],
    [['--coordinator', 'a b'], /not a host/],
    [['--coordinator', 'h', '--token-file', 'x', '--google-token'], /cannot be combined/],
    [['--port', 'x', '--coordinator', 'h'], /--port takes a number/],
  ])('%j is wrong usage', async (args, message) => {
    await expect(ViewProcess.start(args)).rejects.toThrow(message);
  });

  test('a token that no header can hold: the command fails, and its error does not show the token', async () => {
    const env = { LOGDOG_TOKEN: 'to\nken' };
    const failed = ViewProcess.start(['--coordinator', 'h'], env);
    await expect(failed).rejects.toThrow(/LOGDOG_TOKEN is not a token\n$/);
  });
});

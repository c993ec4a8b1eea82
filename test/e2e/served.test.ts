import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { buildMessage } from '../../src/testing/message.js';
import { folderOfSuite, FunctionProcess, type Launcher, LAUNCHERS } from './function.js';

const JSON_TYPE = 'application/json';
const folder = folderOfSuite();

type Answer = Record<string, unknown>;

function start(launcher: Launcher, settings: NodeJS.ProcessEnv): Promise<FunctionProcess> {
  return FunctionProcess.start(launcher, join(folder, launcher), settings);
}

/** Calls a method of the Coordinator, as a Butler or a reader would, but in JSON. */
async function call(func: FunctionProcess, method: string, request: object, headers = {}) {
  const body = Buffer.from(JSON.stringify(request));
  const sent = 'content-encoding' in headers ? gzipSync(body) : body;
  const all = { accept: JSON_TYPE, 'content-length': sent.length, ...headers };
  return func.send(sent, all, 'POST', `/prpc/logdog.${method}`);
}

async function answer(...args: Parameters<typeof call>): Promise<Answer> {
  const { status, text } = await call(...args);
  if (status !== 200) throw new Error(text);
  return JSON.parse(text.slice(")]}'\n".length)) as Answer;
}

describe.each(LAUNCHERS)('the function, by %s,', (launcher) => {
  test('registers a prefix, takes its bundles, and gives their logs to readers', async () => {
    const func = await start(launcher, { COORDINATOR_STRICT: '1' });
    const project = 'test-project';
    const prefix = 'a/butler';
    const { secret } = await answer(
      func,
      'Registration/RegisterPrefix',
      { project, prefix },
      { 'content-encoding': 'gzip' },
    );
    const streams = [{ name: 'out', logs: ['one', 'two'] }];
    const bundle = { project, prefix, secret: Buffer.from(secret as string, 'base64'), streams };
    expect((await func.push(buildMessage(bundle))).status).toBe(204);
    expect((await func.push(buildMessage({ ...bundle, prefix: 'not/registered' }))).status).toBe(
      200,
    );

    const path = `${prefix}/+/out`;
    const { logs } = await answer(func, 'Logs/Get', { project, path });
    expect(logs).toHaveLength(2);
    const query = { project, path: `${prefix}/+/*` };
    expect((await answer(func, 'Logs/Query', query)).streams).toEqual([{ path }]);
    expect(await func.end('SIGTERM')).toBe(0);
  });

  test('does not serve its Coordinator where COORDINATOR_SERVE=0 says so', async () => {
    const func = await start(launcher, { COORDINATOR_SERVE: '0' });
    const { status, text } = await call(func, 'Logs/Query', { project: 'p', path: 'a' });
    expect([status, text]).toEqual([400, expect.stringContaining('NOT_A_PUSH')]);
    await func.end('SIGTERM');
  });
});

test('what the Coordinator is served with is loaded when the first call comes', () => {
  const script = `
    require(${JSON.stringify(join(__dirname, '../../dist/index.js'))});
    const served = /packages.protobufjs-light/;
    const loaded = Object.keys(require.cache);
    console.log(loaded.length > 0, loaded.filter((file) => served.test(file)).length);
    process.exit(0);
  `;
  const env = { PATH: process.env.PATH, DATA_DIR: join(folder, 'loading') };
  const { stdout } = spawnSync(process.execPath, ['-e', script], { env, encoding: 'utf8' });
  expect(stdout.trim()).toBe('true 0');
});

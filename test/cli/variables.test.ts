import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runCli } from '../../src/cli/commands.js';
import { SETTINGS } from '../../src/service/settings.js';
import { FakeFunction } from './butler/fake_function.js';
import { testIo, type TestIo } from './io.js';
import { TestStore } from './store.js';

/** Only the settings that a command uses may fail it. */

const directory = mkdtempSync(join(tmpdir(), 'variables-'));
const DATA_DIR = join(directory, 'store');
const OUT = 'demo/me/1/+/out';
const BUNDLE = join(directory, 'bundle');
const STREAM = ['--project', 'demo', '--prefix', 'me/2', '--name', 'out'];

let fake: FakeFunction;

beforeAll(async () => {
  const store = new TestStore(DATA_DIR);
  await store.register(OUT, 0n);
  await store.put(OUT, 0, 'zero');
  await store.close();
  writeFileSync(BUNDLE, 'x');
  fake = await FakeFunction.start();
});

afterAll(async () => {
  await fake.stop();
  rmSync(directory, { recursive: true });
});

/** Every setting, set to what it cannot be. */
const WRONG = Object.fromEntries(
  Object.values(SETTINGS).map(({ name }) => [name, 'tcp://10.0.0.1:80\u0007']),
);

/** What Kubernetes, shells and other programs set. */
const OTHERS = {
  ...WRONG,
  LOG_LEVEL: 'INFO',
  PORT: 'tcp://10.0.0.1:8080',
  HOST: 'my host',
  PUSH_AUTH: 'yes',
  PUSH_AUDIENCE: 'a',
  K_SERVICE: 'service',
  GOOGLE_CLOUD_PROJECT: 'My Project',
  OTEL_TRACES_EXPORTER: 'console',
  OTEL_EXPORTER_OTLP_ENDPOINT: 'localhost',
  PUSH_TOKEN: '\n',
  LOGDOG_TOKEN: '\n',
  NO_COLOR: '1',
  TERM: 'dumb',
  COLUMNS: '-1',
  TZ: 'nowhere',
};

/** A command, the variables that it uses, and its exit code without wrong ones. */
const COMMANDS: [name: string, args: () => string[], uses: string[], code?: number][] = [
  ['help', () => ['help'], []],
  ['--version', () => ['--version'], []],
  ['ls', () => ['ls', '-l'], ['BIGTABLE_PROJECT', 'BIGTABLE_INSTANCE', 'COORDINATOR_HOST']],
  ['cat', () => ['cat', OUT], ['BIGTABLE_PROJECT', 'BIGTABLE_INSTANCE']],
  ['tail', () => ['tail', OUT], ['BIGTABLE_PROJECT', 'BIGTABLE_INSTANCE']],
  ['tail -f', () => ['tail', '-f', OUT], ['BIGTABLE_PROJECT', 'BIGTABLE_INSTANCE']],
  ['expunge', () => ['expunge', `${OUT}s`], ['BIGTABLE_PROJECT', 'BIGTABLE_INSTANCE'], 1],
  ['refused ls', () => ['refused', 'ls'], []],
  ['refused show', () => ['refused', 'show', 'ff'], [], 1],
  ['refused replay', () => ['refused', 'replay', '--url', fake.url.href], ['PUSH_TOKEN']],
  ['send --bundle', () => ['send', '--bundle', BUNDLE, '--url', fake.url.href], ['PUSH_TOKEN']],
  [
    'send',
    () => ['send', BUNDLE, ...STREAM, '--url', fake.url.href],
    ['PUSH_TOKEN', 'BIGTABLE_PROJECT', 'BIGTABLE_INSTANCE'],
  ],
];

async function run(args: string[], env: NodeJS.ProcessEnv): Promise<TestIo & { code: number }> {
  const io = testIo({ env });
  return { ...io, code: await runCli(args, io) };
}

test.each(COMMANDS)(
  '%s is not failed by what it does not use',
  async (_name, args, uses, code = 0) => {
    const unused = Object.entries(OTHERS).filter(([name]) => !uses.includes(name));
    const { code: ended, err } = await run(args(), { ...Object.fromEntries(unused), DATA_DIR });
    expect([ended, code === 0 ? err().replace(/^(sent|0 taken).*\n$/, '') : '']).toEqual([
      code,
      '',
    ]);
  },
);

test.each(['ls', 'cat', 'tail'])('%s is failed by half of what names a table', async (command) => {
  const { code, err } = await run([command, OUT], { DATA_DIR, BIGTABLE_PROJECT: 'project' });
  expect(code).toBe(1);
  expect(err()).toContain('BIGTABLE_INSTANCE is not set');
});

test.each(COMMANDS.filter(([, , uses]) => uses.includes('PUSH_TOKEN')))(
  '%s says that PUSH_TOKEN is no token, and not what it is',
  async (name, args) => {
    const before = fake.pushes.length;
    const { code, err } = await run(args(), { DATA_DIR, PUSH_TOKEN: 'canary\r\nx: y' });
    expect(err()).not.toContain('canary');
    expect([name, code, err()]).toEqual([
      name,
      1,
      expect.stringContaining('PUSH_TOKEN is not a token'),
    ]);
    expect(fake.pushes).toHaveLength(before);
  },
);

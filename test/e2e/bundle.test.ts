import { spawn, spawnSync } from 'node:child_process';
import { cpSync, readFileSync, readdirSync, renameSync, unlinkSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { freePort } from '../../src/cli/child_function.js';
import { buildMessage } from '../../src/testing/message.js';
import { folderOfSuite, FunctionProcess, LAUNCHERS, launchLine } from './function.js';

const ROOT = join(__dirname, '../../..');
const PACKAGES = join(ROOT, 'build/dist/packages');
const MESSAGE = buildMessage({
  streams: [{ name: 'out', logs: ['one'], tags: { language: 'österreichisch' } }],
});
/** What Node says of each file that it found compiled, where NODE_DEBUG_NATIVE asks for it. */
const ACCEPTED = /code cache for CommonJS (\S+) was accepted|cache for (\S+) was accepted/g;

const [major] = process.versions.node.split('.').map(Number);
const HAS_CACHE = major! >= 22;

/** Gives a process mounts of its own. */
const UNSHARE = ['unshare', '--user', '--map-root-user', '--mount'];
const CAN_MOUNT = spawnSync(UNSHARE[0]!, [...UNSHARE.slice(1), 'true']).status === 0;

const folder = folderOfSuite();

/** The files that the function has loaded when it has started. */
function loadedAtStart(settings: NodeJS.ProcessEnv): string[] {
  const script = `
    require(${JSON.stringify(ROOT)});
    console.log(JSON.stringify(Object.keys(require.cache)));
    process.exit(0);
  `;
  const env = { PATH: process.env.PATH, DATA_DIR: join(folder, 'loading'), ...settings };
  const { stdout, stderr } = spawnSync(process.execPath, ['-e', script], { env, encoding: 'utf8' });
  expect(stderr).toBe('');
  return JSON.parse(stdout) as string[];
}

describe('the bundle of the function', () => {
  test.each([
    ['local backends', {}, ['valibot.js']],
    [
      'a remote Coordinator',
      { COORDINATOR_HOST: '127.0.0.1:9', COORDINATOR_INSECURE: '1' },
      [
        'valibot.js',
        'undici-lib-dispatcher-pool.js',
        'undici.js',
        'protobufjs-minimal.js',
        'services.js',
      ],
    ],
    [
      'push tokens',
      { PUSH_AUTH: 'token', PUSH_AUDIENCE: 'a', PUSH_SERVICE_ACCOUNT: 'a@b.example' },
      ['valibot.js', 'jose.js'],
    ],
  ])('with %s the function loads the packages that it needs at its start', (_, env, names) => {
    const loaded = loadedAtStart(env).filter((file) => file.startsWith(PACKAGES));
    expect(loaded.map((file) => basename(file))).toEqual(names);
  });

  test('no package that a push runs through has its functions named as they are made', () => {
    const packages = readdirSync(PACKAGES).filter((name) => name.endsWith('.js'));
    const named = packages.filter((name) => {
      return readFileSync(join(PACKAGES, name), 'utf8').includes('"name",{value:');
    });
    expect(named).toEqual(['google-auth-library.js', 'opentelemetry.js', 're2js.js']);
  });

  test('has the licences of the packages in it', () => {
    const notices = readFileSync(join(ROOT, 'build/dist/THIRD_PARTY_NOTICES.txt'), 'utf8');
    for (const name of ['lru-cache', 'protobufjs', 'valibot', 'undici', 'jose']) {
      expect(notices).toMatch(new RegExp(`^${name} \\d+\\.\\d+\\.\\d+ \\(`, 'm'));
    }
    expect(notices).toContain('Permission is hereby granted');
  });

  test('of installed packages the function loads lmdb and the functions framework alone', () => {
    const manifest = readFileSync(join(ROOT, 'package.json'), 'utf8');
    const { dependencies } = JSON.parse(manifest) as { dependencies: Record<string, string> };
    const files = loadedAtStart({});
    const loaded = Object.keys(dependencies).filter((name) =>
      files.some((file) => file.includes(`/node_modules/${name}/`)),
    );
    expect(loaded).toEqual(['@google-cloud/functions-framework', 'lmdb']);
  });

  test.each(LAUNCHERS)('by %s a bug is logged with the lines of the sources', async (launcher) => {
    const preload = join(folder, 'bug.js');
    const bug = "() => { throw new TypeError('broken'); }";
    writeFileSync(preload, `require('node:buffer').isUtf8 = ${bug};`);
    const env = { NODE_OPTIONS: `--require=${preload}` };
    const collect = await FunctionProcess.start(launcher, join(folder, launcher), env);
    const { status } = await collect.push(MESSAGE);
    await collect.end('SIGTERM');
    expect(status).toBe(500);
    const [trace] = /"stack_trace":"[^"]*"/.exec(collect.output) ?? [];
    expect(trace).toMatch(/^"stack_trace":"TypeError\\n +at \S+ \(\S+\/bug\.js:/);
    expect(trace).toMatch(/\/src\/bundle\/\w+\.ts:\d+:\d+/);
    expect(trace).not.toContain('/build/dist/');
  });
});

interface CachedStart {
  /** Whether it found the bundle compiled, and the framework's launcher. */
  readonly bundle: boolean;
  readonly launcher: boolean;
  /** The answer to a push. */
  readonly status: number;
}

const NOT_USED: CachedStart = { bundle: false, launcher: false, status: 204 };

/** Starts the function as a deployment does, with this folder as the compile cache. @param wrapper what starts Node */
async function startWithCache(
  cache: string,
  wrapper: readonly string[] = [],
): Promise<CachedStart> {
  const port = await freePort();
  const [program, ...args] = [...wrapper, ...launchLine('functions-framework')];
  const { PATH } = process.env;
  const settings = { PATH, PORT: String(port), DATA_DIR: join(folder, 'cached') };
  const child = spawn(program!, args, {
    cwd: ROOT,
    env: { ...settings, NODE_COMPILE_CACHE: cache, NODE_DEBUG_NATIVE: 'COMPILE_CACHE' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const collect = await FunctionProcess.of(child, port);
  const { status } = await collect.push(MESSAGE);
  expect(await collect.end('SIGTERM')).toBe(0);
  const accepted = [...collect.output.matchAll(ACCEPTED)].map(([, one, other]) => one ?? other!);
  return {
    bundle: accepted.includes(join(ROOT, 'build/dist/index.js')),
    launcher: accepted.some((file) => file.endsWith('functions-framework/build/src/main.js')),
    status,
  };
}

(HAS_CACHE ? describe : describe.skip)('compile cache (of Node 22 and later)', () => {
  const cache = join(folder, 'cache');

  beforeAll(async () => {
    expect(await startWithCache(cache)).toEqual(NOT_USED);
  }, 60_000);

  /** A copy of the cache, and the one folder in it, of this Node and this user. */
  function copyCache(name: string): { copy: string; version: string } {
    const copy = join(folder, name);
    cpSync(cache, copy, { recursive: true });
    return { copy, version: join(copy, readdirSync(copy)[0]!) };
  }

  test('has the code of the bundle and of the launcher', async () => {
    const used = { bundle: true, launcher: true, status: 204 };
    expect(await startWithCache(cache)).toEqual(used);
  });

  test('of another version of Node does no harm', async () => {
    const { copy, version } = copyCache('other-version');
    renameSync(version, join(copy, 'v21.0.0-x64-01234567-0'));
    expect(await startWithCache(copy)).toEqual(NOT_USED);
  });

  test.each([
    ['garbage', 'no cache'],
    ['nothing', ''],
  ])('with %s in its files does no harm', async (name, text) => {
    const { copy, version } = copyCache(name);
    for (const file of readdirSync(version)) writeFileSync(join(version, file), text);
    expect(await startWithCache(copy)).toEqual(NOT_USED);
  });

  test('in a place where no folder can be made does no harm', async () => {
    const file = join(folder, 'a-file');
    writeFileSync(file, '');
    // The function falls back to the cache of the build, if there is one.
    expect((await startWithCache(join(file, 'cache'))).status).toBe(204);
  });

  (CAN_MOUNT ? test : test.skip)(
    'on a read-only file system does no harm (needs namespaces for mounts)',
    async () => {
      const { copy, version } = copyCache('read-only');
      const files = readdirSync(version).sort();
      const [removed] = files;
      unlinkSync(join(version, removed!));
      const script = `mount --bind ${copy} ${copy} && mount -o remount,bind,ro ${copy} && exec "$@"`;
      const wrapper = [...UNSHARE, 'sh', '-c', script, 'sh'];
      expect((await startWithCache(copy, wrapper)).status).toBe(204);
      expect(readdirSync(version).sort()).toEqual(files.filter((file) => file !== removed));
    },
  );
});

import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { TestStore } from '../cli/store.js';
import { runCli } from '../../src/cli/commands.js';
import { testIo } from '../cli/io.js';
import { BIN, namespaceTest, spawnApart } from './namespaces.js';
import { type Ended, ended as processEnded, run as runCommand } from './processes.js';

/** What the file system refuses is told apart and named, by every command. */

const directory = mkdtempSync(join(tmpdir(), 'files-'));
const OUT = 'demo/me/1/+/out';
const EXPECTED = 'zero\none\n';
const MANY_COMMANDS = join(__dirname, 'many_commands.js');
/** As most systems call the user who owns nothing. */
const NOBODY = 65_534;

const canChangeUser =
  spawnSync('setpriv', [`--reuid=${NOBODY}`, '--clear-groups', 'true']).status === 0;
if (!canChangeUser) {
  process.stderr.write("tests of another user's files are skipped: setpriv needs root\n");
}
const userTest = canChangeUser ? test : test.skip;

beforeAll(async () => {
  chmodSync(directory, 0o755);
  const store = new TestStore(join(directory, 'store'));
  await store.register(OUT, 1n);
  await store.put(OUT, 0, 'zero', 'one');
  await store.close();
});

afterAll(() => {
  rmSync(directory, { recursive: true });
});

/** A copy of the store, with the modes of its folder, its data and its lock file; no lock file where that is undefined. */
function copyStore(name: string, folder: number, data: number, lock: number | undefined): string {
  const copy = join(directory, name);
  cpSync(join(directory, 'store'), copy, { recursive: true });
  if (lock === undefined) rmSync(join(copy, 'lock.mdb'));
  else chmodSync(join(copy, 'lock.mdb'), lock);
  chmodSync(join(copy, 'data.mdb'), data);
  chmodSync(copy, folder);
  return copy;
}

type Result = Omit<Ended, 'out'> & { readonly out: string };

/** Runs commands one after another in a process of their own. @param before the program and arguments that start it */
async function runMany(
  before: readonly string[],
  commands: readonly string[][],
  env: NodeJS.ProcessEnv,
): Promise<Result[]> {
  const [program, ...args] = [...before, process.execPath, MANY_COMMANDS];
  const child = spawn(program, [...args, JSON.stringify(commands)], {
    env: { PATH: process.env.PATH, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const { out, err } = await ended(child);
  expect(err).toBe('');
  return JSON.parse(out) as Result[];
}

async function ended(child: ChildProcess): Promise<Result> {
  const { code, out, err } = await processEnded(child);
  return { code, out: out.toString(), err };
}

/** Runs commands as a user who owns nothing. */
function runAsNobody(commands: readonly string[][], env: NodeJS.ProcessEnv): Promise<Result[]> {
  const user = [`--reuid=${NOBODY}`, `--regid=${NOBODY}`, '--clear-groups'];
  return runMany(['setpriv', ...user], commands, env);
}

/** Runs commands where a folder is mounted to be read alone. */
function runReadOnly(folder: string, commands: readonly string[][]): Promise<Result[]> {
  const mount = `mount --bind '${folder}' '${folder}' && mount -o remount,ro,bind '${folder}'`;
  const script = `${mount} && exec "$@"`;
  return runMany(['unshare', '-m', 'sh', '-c', script, 'sh'], commands, { DATA_DIR: folder });
}

/** Runs a command in a process of its own. */
async function runAlone(args: string[], env: NodeJS.ProcessEnv): Promise<Result> {
  const { code, out, err } = await runCommand(args, env);
  return { code, out: out.toString(), err };
}

async function run(args: string[], env: NodeJS.ProcessEnv): Promise<Result> {
  const io = testIo({ env });
  const code = await runCli(args, io);
  return { code, out: io.out().toString(), err: io.err() };
}

/** Every command that opens the store, and whether it only reads. */
const COMMANDS: [args: string[], reads: boolean][] = [
  [['ls'], true],
  [['ls', '-l'], true],
  [['cat', OUT], true],
  [['tail', OUT], true],
  [['tail', '-f', OUT], true],
  [['inspect', OUT], true],
  [['refused', 'ls'], true],
  [['refused', 'show', 'ff'], true],
  [['view', '--port', '0'], true],
  [['expunge', OUT], false],
  [['refused', 'replay'], false],
  [['check-config'], false],
  [['send', '--project', 'demo', '--prefix', 'x', '--name', 'y', BIN], false],
  [['serve', '--port', '0'], false],
];

/** That a command has failed at once, in words that name the error and the path. */
function expectNamed({ code, out, err }: Result, error: string, path: string): void {
  const said = `${out}${err}`;
  expect([code, said]).toEqual([1, expect.stringContaining(error)]);
  expect(said).toContain(path);
  expect(said).not.toMatch(/^ +at /m);
}

const READERS = COMMANDS.filter(([, reads]) => reads).map(([args]) => args);
const WRITERS = COMMANDS.filter(([, reads]) => !reads).map(([args]) => args);

userTest("another user's closed folder fails every command, which names it", async () => {
  const folder = copyStore('closed', 0o700, 0o600, 0o600);
  const results = await runAsNobody([...READERS, ...WRITERS], { DATA_DIR: folder });
  for (const result of results) expectNamed(result, 'EACCES', folder);
});

/** What prints, with what. */
const READ: [args: string[], out: string][] = [
  [['ls'], `${OUT}\n`],
  [['ls', '-l'], `text            2        1 ${OUT}\n`],
  [['cat', OUT], EXPECTED],
  [['tail', OUT], 'one\n'],
  [['tail', '-f', OUT], EXPECTED],
  [['refused', 'ls'], ''],
];

describe.each<[string, number, number, number | undefined]>([
  ["of another user's that may be read", 0o755, 0o644, 0o644],
  ['whose lock file is closed', 0o755, 0o644, 0o600],
  ['that is a backup without a lock file', 0o755, 0o444, undefined],
])('a store %s', (name, folderMode, dataMode, lockMode) => {
  userTest('is read, and not written', async () => {
    const folder = copyStore(name, folderMode, dataMode, lockMode);
    const before = readdirSync(folder);
    const read = await runAsNobody(
      READ.map(([args]) => args),
      { DATA_DIR: folder },
    );
    expect(read).toEqual(READ.map(([, out]) => ({ code: 0, out, err: '' })));
    const written = await runAsNobody(WRITERS, { DATA_DIR: folder });
    for (const result of written) expectNamed(result, 'EACCES', folder);
    expect(readdirSync(folder)).toEqual(before);
  });
});

namespaceTest('a store on a read-only mount is read, and not written', async () => {
  const folder = join(directory, 'store');
  const commands = [...READ.map(([args]) => args), ...WRITERS];
  const results = await runReadOnly(folder, commands);
  const read = results.splice(0, READ.length);
  expect(read).toEqual(READ.map(([, out]) => ({ code: 0, out, err: '' })));
  for (const result of results) expectNamed(result, 'EROFS', folder);
});

userTest('a store is read while another user writes it, without its lock file', async () => {
  const folder = copyStore('written', 0o755, 0o644, 0o600);
  const store = new TestStore(folder);
  const path = 'demo/me/2/+/busy';
  await store.register(path);
  // A process that opens a store to write it makes it readable by its owner only.
  chmodSync(join(folder, 'data.mdb'), 0o644);
  const count = 1000;
  const writing = (async () => {
    for (let at = 0; at < count; at += 20) {
      await store.put(path, at, ...Array.from({ length: 20 }, (_, n) => `${at + n}`));
    }
  })();
  const state = { over: false };
  void writing.then(() => (state.over = true));
  const seen: Result[] = [];
  while (!state.over)
    seen.push(...(await runAsNobody([['cat', path], ['ls']], { DATA_DIR: folder })));
  await writing;
  seen.push(...(await runAsNobody([['cat', path]], { DATA_DIR: folder })));
  await store.close();
  const all = Array.from({ length: count }, (_, at) => `${at}\n`).join('');
  for (const { code, out, err } of seen) {
    const whole = code === 0 && (all.startsWith(out) || out.includes(path));
    expect([whole, err]).toEqual(
      whole ? [true, ''] : [false, expect.stringContaining('written faster than it can be read')],
    );
  }
  expect(seen.at(-1)).toEqual({ code: 0, out: all, err: '' });
});

/** It ends its process by itself. */
test('start names what the file system refuses, too', async () => {
  const file = join(directory, 'start');
  writeFileSync(file, '');
  const start = ['start', '--port', '0'];
  expectNamed(await runAlone(start, { DATA_DIR: file }), 'ENOTDIR', file);
  expectNamed(await runAlone(start, { DATA_DIR: '/proc/x/y' }), 'ENOENT', '/proc/x');
});

describe('DATA_DIR', () => {
  const file = join(directory, 'file');
  const circle = join(directory, 'circle');
  beforeAll(() => {
    writeFileSync(file, '');
    symlinkSync(circle, circle);
    mkdirSync(join(directory, 'data_is_folder', 'data.mdb'), { recursive: true });
  });

  const MAKERS = COMMANDS.filter(([args]) => ['serve', 'check-config', 'send'].includes(args[0]!));

  describe.each([
    ['a file', file, 'ENOTDIR'],
    ['below a file', join(file, 'a', 'b'), 'ENOTDIR'],
    ['a link that leads to itself', circle, 'ELOOP'],
    ['a name that is too long', join(directory, 'x'.repeat(300)), 'ENAMETOOLONG'],
    ['begun with ~', '~/logs', 'begin with ~'],
    ['~ alone', '~', 'begin with ~'],
  ])('that is %s', (_what, dir, error) => {
    test.each(COMMANDS)('fails %j, which names it', async (args) => {
      expectNamed(await run(args, { DATA_DIR: dir }), error, dir.slice(0, 200));
      expect(existsSync('~')).toBe(false);
    });
  });

  // Node's own mkdir tries for ever there.
  const procTest = existsSync('/proc/self') ? test : test.skip;
  procTest.each(MAKERS)('that /proc denies fails %j at once', async (args) => {
    expectNamed(await run(args, { DATA_DIR: '/proc/x/y' }), 'ENOENT', '/proc/x');
  });

  test.each(READ)('that is not there lists nothing, or says so: %j', async (args) => {
    if (args[1] === '-f') return;
    const dir = join(directory, 'none');
    const { code, out, err } = await run(args, { DATA_DIR: dir });
    expect(out).toBe('');
    expect([code, err]).toEqual([
      args.includes('ls') ? 0 : 1,
      expect.stringContaining(`there is no store in ${dir}`),
    ]);
    expect(existsSync(dir)).toBe(false);
  });
});

describe('a start that fails leaves no store behind', () => {
  test.each(['serve', 'start'])('where the port is taken: %s', async (command) => {
    const taken = createServer();
    await once(taken.listen(0, '127.0.0.1'), 'listening');
    const { port } = taken.address() as AddressInfo;
    const dir = join(directory, `taken-${command}`, 'deep');
    const { code, err } = await runAlone([command, '--port', String(port)], { DATA_DIR: dir });
    taken.close();
    expect([code, err]).toEqual([1, expect.stringContaining('is in use')]);
    expect(existsSync(join(directory, `taken-${command}`))).toBe(false);
  });

  test.each(['serve', 'start'])('where a setting is wrong: %s', async (command) => {
    const dir = join(directory, `wrong-${command}`);
    const { code } = await runAlone([command, '--max-streams', 'x'], { DATA_DIR: dir });
    expect(code).toBe(1);
    expect(existsSync(dir)).toBe(false);
  });

  namespaceTest.each(['serve', 'start', 'send'])('where the disk is full: %s', async (command) => {
    const disk = join(directory, `disk-${command}`);
    mkdirSync(disk);
    const mount = `mount -t tmpfs -o size=64k full '${disk}' && (dd if=/dev/zero of='${disk}/filler' bs=1k count=64 2>/dev/null || true) &&`;
    const list = `"$@"; code=$?; ls '${disk}' >&2; exit $code; :`;
    const args =
      command === 'send'
        ? COMMANDS.find(([[name]]) => name === 'send')![0]
        : [command, '--port', '0'];
    const dir = join(disk, 'a', 'b');
    const { code, err } = await ended(
      spawnApart(['-m'], `${mount} ${list}`, args, { DATA_DIR: dir }),
    );
    expect([code, err]).toEqual([1, expect.stringContaining('ENOSPC')]);
    expect(err).toContain(dir);
    if (command !== 'send') expect(err).toMatch(/\nfiller\n$/);
  });
});

describe('send of a file', () => {
  const send = (file: string) =>
    run(
      [
        'send',
        file,
        '--project',
        'demo',
        '--prefix',
        'f/1',
        '--name',
        'a',
        '--url',
        'http://127.0.0.1:9/',
      ],
      {
        DATA_DIR: join(directory, 'sent'),
      },
    );

  test.each([
    ['that is not there', '/nonexistent/f', 'ENOENT'],
    ['that is a folder', directory, 'EISDIR'],
    ['below a file', join(__filename, 'f'), 'ENOTDIR'],
    ['whose disk fails', '/proc/self/mem', 'EIO'],
  ])('%s fails, and names it', async (_what, file, error) => {
    if (file.startsWith('/proc') && !existsSync(file)) return;
    expectNamed(await send(file), error, file);
  });

  test.each([
    ['a folder', directory, 'EISDIR'],
    ['a file that is not there', '/nonexistent/f', 'ENOENT'],
  ])('with --bundle %s fails, and names it', async (_what, file, error) => {
    expectNamed(await run(['send', '--bundle', file], { DATA_DIR: directory }), error, file);
  });
});

/** Runs a program with a limit of open files. */
function withOpenFiles(limit: number, args: readonly string[]): string[] {
  return ['-c', `ulimit -n ${limit}; exec "$@"`, 'sh', process.execPath, ...args];
}

/** The fewest open files with which Node itself starts. */
function openFilesOfNode(): number {
  let limit = 10;
  while (spawnSync('sh', withOpenFiles(limit, ['-e', '0'])).status !== 0) limit++;
  return limit;
}

/** What Node's own loader says, with a stack, before anything of ours can. */
const BY_NODE = /^node:internal|Cannot read package config/m;

test.each(
  READERS.filter(([name]) => name !== 'view').concat([['check-config'], ['serve', '--port', 'x']]),
)('too few open files fail %s %s in words, or let it do its work', async (...args) => {
  const codes: (number | null)[] = [];
  const least = openFilesOfNode();
  for (const more of [1, 2, 3, 4, 5, 6, 10, 22]) {
    const limit = least + more;
    const { code, out, err } = await ended(
      spawn('sh', withOpenFiles(limit, [BIN, ...args]), {
        env: { PATH: process.env.PATH, DATA_DIR: join(directory, 'store') },
        stdio: ['ignore', 'pipe', 'pipe'],
      }),
    );
    codes.push(code);
    // Null is a crash.
    expect([limit, code]).toEqual([limit, expect.any(Number)]);
    const said = `${out}${err}`;
    if (!BY_NODE.test(said)) expect(said).not.toMatch(/^ +at /m);
    if (args[0] === 'cat' && code === 0) expect(out).toBe(EXPECTED);
  }
  expect(codes.length).toBe(8);
});

describe('a disk', () => {
  const folder = () => join(directory, 'store');

  test.each([
    ['statSync', 'EIO', READERS],
    ['statSync', 'EIO', WRITERS],
    ['accessSync', 'EIO', WRITERS],
    ['openSync', 'EIO', WRITERS],
    ['openSync', 'EIO', READERS],
    ['openSync', 'ENFILE', WRITERS],
    ['accessSync', 'ENFILE', READERS],
    ['readdirSync', 'EIO', [WRITERS.find(([name]) => name === 'send')!]],
    ['promises.writeFile', 'EDQUOT', [WRITERS.find(([name]) => name === 'send')!]],
  ])(
    'whose %s fails with %s fails each command, which names it: %j',
    async (method, code, commands) => {
      const results = await runMany([], commands, {
        DATA_DIR: folder(),
        NODE_OPTIONS: `--require ${join(__dirname, 'failing_fs_preload.js')}`,
        FAIL_FS: `${method} ${code}`,
        FAIL_UNDER: folder(),
      });
      for (const result of results) {
        expectNamed(result, code, folder());
        expect(`${result.out}${result.err}`).toMatch(
          /; (its disk fails|raise the limit|its quota)/,
        );
      }
    },
  );

  namespaceTest(
    'that is full lets a store be read, and fails in words what finds no room',
    async () => {
      const disk = join(directory, 'full');
      mkdirSync(disk);
      const script = `mount -t tmpfs -o size=1m full '${disk}' && cp -r '${folder()}' '${disk}/store' &&
      (dd if=/dev/zero of='${disk}/filler' bs=1k count=2000 2>/dev/null || true) &&`;
      const run = (args: string[]) =>
        ended(spawnApart(['-m'], script, args, { DATA_DIR: join(disk, 'store'), PORT: '0' }));
      for (const [args, out] of READ) {
        expect([args, await run(args)]).toEqual([args, { code: 0, out, err: '' }]);
      }
      for (const args of [
        ['expunge', OUT],
        ['check-config'],
        [
          'send',
          '--project',
          'demo',
          '--prefix',
          'x',
          '--name',
          'y',
          '--url',
          'http://127.0.0.1:9',
          BIN,
        ],
      ]) {
        const { code, out, err } = await run(args);
        const said = `${out}${err}`;
        // What it writes may find room in a page that is there.
        if (code === 0 && args[0] !== 'send') continue;
        expect([args, code, said]).toEqual([
          args,
          1,
          expect.stringMatching(
            /ENOSPC|No space left on device|Input\/output error; is its disk full/,
          ),
        ]);
        expect(said).not.toMatch(/^ +at /m);
      }
    },
  );
});

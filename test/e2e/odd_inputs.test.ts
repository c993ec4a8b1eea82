import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { startFunction } from '../../src/cli/child_function.js';
import { runCli } from '../../src/cli/commands.js';
import { testIo } from '../cli/io.js';
import { FunctionProcess, temporaryFolder } from './function.js';
import { BIN } from './namespaces.js';
import { Command, ended, run } from './processes.js';

/** What shells and rotations of logs make of the input of `send`, and of the folder that a command runs in. */

const folder = temporaryFolder();
const env = { DATA_DIR: join(folder.path, 'store') };
let collect: FunctionProcess;

beforeAll(async () => {
  collect = await FunctionProcess.start('serve', env.DATA_DIR);
});

afterAll(async () => {
  await collect.end('SIGTERM');
  folder.remove();
});

function sendArgs(name: string, ...more: string[]): string[] {
  const url = `http://127.0.0.1:${collect.port}/`;
  return ['send', '--url', url, '--project', 'demo', '--prefix', 'in/1', '--name', name, ...more];
}

/** Runs a command with this file as its standard input. */
function runFrom(input: number | 'ignore', args: string[]): ChildProcess {
  const stdio = [input, 'pipe', 'pipe'] as const;
  return spawn(process.execPath, [BIN, ...args], {
    env: { PATH: process.env.PATH, ...env },
    stdio: [...stdio],
  });
}

describe('send: standard input', () => {
  test('that is a folder fails, and is not taken for an empty one', async () => {
    const input = openSync(folder.path, 'r');
    const { code, err } = await ended(runFrom(input, sendArgs('folder')));
    closeSync(input);
    expect([code, err]).toEqual([
      1,
      expect.stringContaining('standard input cannot be read: EISDIR'),
    ]);
    expect(err).not.toContain('the input is empty');
  });

  test('that was opened to be written fails, and is named', async () => {
    const input = openSync(join(folder.path, 'written'), 'w');
    const { code, err } = await ended(runFrom(input, sendArgs('written')));
    closeSync(input);
    expect([code, err]).toEqual([
      1,
      expect.stringContaining('standard input cannot be read: EBADF'),
    ]);
  });

  test('that is closed, or /dev/null, is an empty one', async () => {
    const closed = spawn(
      'sh',
      ['-c', '"$@" <&-', 'sh', process.execPath, BIN, ...sendArgs('none')],
      {
        env: { PATH: process.env.PATH, ...env },
      },
    );
    expect(await ended(closed)).toMatchObject({
      code: 0,
      err: expect.stringContaining('is empty') as string,
    });
    const ignored = await ended(runFrom('ignore', sendArgs('none')));
    expect(ignored).toMatchObject({ code: 0, err: expect.stringContaining('is empty') as string });
  });
});

describe('send: a file', () => {
  const LINES = '0123456789\n'.repeat(2_000_000);

  test.each([
    ['is written on', 'next\n'],
    ['has more in it than before soon', LINES + LINES],
  ])('that is cut short while it is read, and %s, fails, and says so', async (_, next) => {
    const file = join(folder.path, `rotated-${next.length}`);
    writeFileSync(file, LINES);
    const send = new Command(sendArgs(`rotated-${next.length}`, file), env);
    await send.says('see it');
    // As copytruncate does; the program that writes goes on at the beginning.
    truncateSync(file, 0);
    if (next.length > LINES.length) await sleep(300);
    writeFileSync(file, next);
    const { code, err } = await send.ended;
    expect(err).toContain(`${file} was cut short while it was read`);
    expect(code).toBe(1);
  });

  test('that grows, and one of /proc, which has no size, are whole', async () => {
    const { code, err } = await run(sendArgs('proc', '/proc/self/status'), env);
    expect([code, err]).toEqual([0, expect.stringContaining('sent 1 stream')]);
  });
});

describe('a command whose current folder was removed', () => {
  const PATH_OF_STREAM = 'demo/me/1/+/out';

  function runGone(args: string[], more: NodeJS.ProcessEnv): ReturnType<typeof ended> {
    const cwd = join(folder.path, 'gone');
    mkdirSync(cwd);
    const script = 'cd "$1" && rmdir "$1" && shift && exec "$@"';
    const command = ['-c', script, 'sh', cwd, process.execPath, BIN, ...args];
    return ended(spawn('sh', command, { env: { PATH: process.env.PATH, ...more } }));
  }

  test.each([
    [['ls']],
    [['cat', PATH_OF_STREAM]],
    [['tail', '-f', PATH_OF_STREAM]],
    [['inspect', PATH_OF_STREAM]],
    [['expunge', PATH_OF_STREAM]],
    [['refused', 'ls']],
    [['refused', 'replay']],
    [['view', '--port', '0']],
    [['check-config']],
    [['serve', '--port', '0']],
    [['start', '--port', '0']],
    [['send', '--project', 'demo', '--prefix', 'x', '--name', 'y', __filename]],
  ])('fails, and says so, where DATA_DIR is relative: %j', async (args) => {
    const { code, out, err } = await runGone(args, {});
    const said = `${out.toString()}${err}`;
    // The functions framework needs it, too.
    if (args[0] !== 'start') expect(said).toContain('the directory .logdog cannot be used');
    expect(said).toContain('the current folder is not there any more: change to another one');
    expect(code).toBe(1);
  });

  test.each([[['ls']], [['help']], [['--version']]])(
    'works where it needs none: %j',
    async (args) => {
      expect(await runGone(args, env)).toMatchObject({ code: 0, err: '' });
    },
  );
});

test.each([['serve'], ['check-config'], ['send']])(
  'DATA_DIR that is a link to what is not there fails %s, which says so',
  async (command) => {
    const link = join(folder.path, `link-${command}`);
    symlinkSync(join(folder.path, 'nothing'), link);
    const args = command === 'send' ? sendArgs('link', __filename) : [command];
    const { code, out, err } = await run(args, { DATA_DIR: link, PORT: '0' });
    expect([code, `${out.toString()}${err}`]).toEqual([
      1,
      expect.stringContaining(`ENOENT: it is a link to what is not there, mkdir '${link}'`),
    ]);
  },
);

describe('a program that cannot be run at all', () => {
  const { execPath } = process;
  afterEach(() => {
    process.execPath = execPath;
  });

  test.each([[['demo', '--once']], [['dev']]])('fails %j, which says so', async (args) => {
    process.execPath = '/nonexistent/node';
    const io = testIo({ env: { PATH: '' } });
    expect(await runCli(args, io)).toBe(1);
    expect(io.err()).toContain('the function did not start: spawn /nonexistent/node ENOENT');
  });

  test('ends what waits for the function', async () => {
    process.execPath = '/nonexistent/node';
    const child = await startFunction({}, testIo({ env: {} }));
    await expect(child.ready()).rejects.toThrow('the function did not start');
    await child.close();
  });
});

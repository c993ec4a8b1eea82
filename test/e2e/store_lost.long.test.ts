import { spawn } from 'node:child_process';
import { mkdirSync, renameSync, rmSync, statSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from '../../src/cli/child_function.js';
import { openLocal } from '../../src/local/local.js';
import { buildMessage, serializedLogs } from '../../src/testing/message.js';
import { endOf } from './ending.js';
import { FunctionProcess, type Reply, temporaryFolder } from './function.js';
import { BIN, inMountsOf, namespaceTest, spawnApart } from './namespaces.js';
import { readStored } from './stored.js';

/** Within which a loss is noticed where nothing is pushed. */
const NOTICED_MS = 1000;

const STREAM = { name: 'out', logs: ['one'] };
const FIRST = buildMessage({ streams: [STREAM] });
const SECOND = buildMessage({ streams: [{ name: 'out', logs: ['two'], index: 1 }] });
const OTHER = buildMessage({ streams: [{ name: 'other', logs: ['three'] }] });
const EMPTY = buildMessage({ streams: [] });

let folder: ReturnType<typeof temporaryFolder>;
let dir: string;
let collect: FunctionProcess | undefined;

beforeEach(() => {
  folder = temporaryFolder();
  dir = join(folder.path, 'data');
});

afterEach(async () => {
  await collect?.end('SIGKILL');
  collect = undefined;
  folder.remove();
});

const ask = (path: string): Promise<Reply> => collect!.send(new Uint8Array(0), {}, 'GET', path);

/** The lines of the log with this severity. */
function lines(severity: string): { message: string; code?: string }[] {
  return collect!.output
    .split('\n')
    .filter((line) => line.startsWith('{"severity"') && line.includes(`"${severity}"`))
    .map((line) => JSON.parse(line) as { message: string });
}

async function expectLost(why: string): Promise<void> {
  for (const message of [FIRST, SECOND, OTHER, EMPTY]) {
    const { status, text } = await collect!.push(message);
    expect([status, text]).toEqual([503, expect.stringContaining(why)]);
    expect(text).toContain('"code":"STORAGE_FAILED"');
  }
  expect(await ask('/ready')).toEqual({
    status: 503,
    text: 'not ready: the local store (STORAGE_FAILED) cannot be reached\n',
  });
  expect((await ask('/')).status).toBe(200);
  await sleep(NOTICED_MS);
  const errors = lines('ERROR').map(({ message }) => message);
  expect(errors).toEqual([expect.stringContaining(why)]);
}

/** What happens, what the error says of it, and how. */
const LOSSES: readonly (readonly [string, string, () => void | Promise<void>])[] = [
  [
    'the directory is removed',
    'data.mdb was removed',
    () => {
      rmSync(dir, { recursive: true });
    },
  ],
  [
    'the directory is moved',
    'data.mdb was removed, moved',
    () => {
      renameSync(dir, `${dir}2`);
    },
  ],
  [
    'the data file is removed',
    'data.mdb was removed',
    () => {
      rmSync(join(dir, 'data.mdb'));
    },
  ],
  [
    'the lock file is removed',
    'lock.mdb was removed',
    async () => {
      rmSync(join(dir, 'lock.mdb'));
      // Rows are still reached through the path; other processes could write beside this one.
      await sleep(NOTICED_MS);
    },
  ],
  [
    'another store is put in its place',
    'data.mdb was replaced',
    async () => {
      renameSync(dir, `${dir}2`);
      await openLocal(dir).close();
    },
  ],
  [
    'the data file is cut to half',
    'data.mdb was cut short',
    async () => {
      const file = join(dir, 'data.mdb');
      truncateSync(file, statSync(file).size / 2);
      // A page that is read before that is noticed ends the process; nothing is acked then, either.
      await sleep(NOTICED_MS);
    },
  ],
];

describe.each(['serve', 'start'] as const)(
  'a function started by %s, whose store is lost:',
  (by) => {
    test.each(LOSSES)(
      '%s: pushes are answered 503, /ready fails, one line says why',
      async (...loss) => {
        const [, why, lose] = loss;
        collect = await FunctionProcess.start(by, dir);
        expect((await collect.push(FIRST)).status).toBe(204);
        expect(await ask('/ready')).toEqual({ status: 200, text: 'ok\n' });
        await lose();
        await expectLost(why);
        expect(await collect.end('SIGTERM')).toBe(0);
      },
    );
  },
);

test('a store that is moved away while nothing is pushed: /ready fails within a second', async () => {
  collect = await FunctionProcess.start('serve', dir);
  renameSync(dir, `${dir}2`);
  await sleep(NOTICED_MS);
  expect((await ask('/ready')).status).toBe(503);
});

test('a store that comes back: pushes are stored in it again', async () => {
  collect = await FunctionProcess.start('serve', dir);
  await collect.push(FIRST);
  renameSync(dir, `${dir}2`);
  expect((await collect.push(SECOND)).status).toBe(503);
  renameSync(`${dir}2`, dir);
  await collect.until(async () => (await ask('/ready')).status === 200);
  expect((await collect.push(SECOND)).status).toBe(204);
  expect(lines('INFO').map(({ message }) => message)).toEqual([
    'the local store is reachable again',
  ]);
  await collect.end('SIGTERM');
  const logs = await readStored(dir, (stored) => stored.logs('test-project', 'test/prefix/+/out'));
  expect(logs).toEqual(serializedLogs({ name: 'out', logs: ['one', 'two'] }));
});

test('tail -f of a store that is removed: it says so, and exits with 1', async () => {
  await openLocal(dir).close();
  const args = [BIN, 'tail', '-f', 'test-project/test/prefix/+/out'];
  const tail = spawn(process.execPath, args, { env: { PATH: process.env.PATH, DATA_DIR: dir } });
  const ended = endOf(tail);
  await sleep(NOTICED_MS);
  rmSync(dir, { recursive: true });
  const { code, err } = await ended;
  expect([code, err]).toEqual([1, expect.stringContaining('data.mdb was removed')]);
});

describe('a function whose file system', () => {
  async function onTmpfs(size: string): Promise<number> {
    mkdirSync(dir);
    const port = await freePort();
    const mount = `mount -t tmpfs -o size=${size} none '${dir}';`;
    const env = { PORT: String(port), DATA_DIR: dir };
    collect = await FunctionProcess.of(spawnApart(['-m'], mount, ['serve'], env), port);
    return collect.pid;
  }

  namespaceTest.each([
    ['is unmounted', ['umount', '-l'], 'was removed, moved or unmounted'],
    ['is mounted over', ['mount', '-t', 'tmpfs', 'none'], 'was removed, moved or unmounted'],
  ])('%s: pushes are answered 503, /ready fails, one line says why', async (_how, command, why) => {
    const pid = await onTmpfs('10m');
    expect((await collect!.push(FIRST)).status).toBe(204);
    inMountsOf(pid, ...command, dir);
    await expectLost(why);
  });

  namespaceTest('fills: pushes are answered 503, and stored once there is space', async () => {
    const pid = await onTmpfs('1m');
    const large = (n: number) =>
      buildMessage({ streams: [{ name: `large${n}`, logs: [Buffer.alloc(150_000, 0x78)] }] });
    const statuses: number[] = [];
    for (let n = 0; n < 10; n++) statuses.push((await collect!.push(large(n))).status);
    expect(statuses.slice(0, 2)).toEqual([204, 204]);
    expect(statuses.at(-1)).toBe(503);
    inMountsOf(pid, 'mount', '-o', 'remount,size=20m', dir);
    for (let n = 0; n < 10; n++) expect((await collect!.push(large(n))).status).toBe(204);
  });

  namespaceTest.each(['4k', '40k', '72k', '100k'])(
    'has %s left at the first start: it says so, and exits with 1',
    async (size) => {
      mkdirSync(dir);
      const mount = `mount -t tmpfs -o size=${size} none '${dir}';`;
      const env = { PORT: String(await freePort()), DATA_DIR: dir };
      const { code, err } = await endOf(spawnApart(['-m'], mount, ['serve'], env));
      expect([code, err]).toEqual([1, expect.stringMatching(/BAD_SETTINGS.*ENOSPC/)]);
    },
  );
});

import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { durable } from '../../src/local/durable.js';
import { environmentExists, openEnvironment } from '../../src/local/environment.js';
import { codeOf, rejectionOf } from '../codes.js';

let dir: string;

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'environment-'));
});

afterEach(() => {
  rmSync(dir, { recursive: true });
});

test('the directory is made with all above it, whatever its name', async () => {
  const deep = join(dir, 'a', 'data.v1');
  expect(environmentExists(deep)).toBe(false);
  await openEnvironment(deep).close();
  expect(environmentExists(deep)).toBe(true);
});

test('an empty directory holds no database', () => {
  expect(environmentExists(dir)).toBe(false);
});

test('an empty file becomes a database', async () => {
  writeFileSync(join(dir, 'data.mdb'), '');
  await openEnvironment(dir).close();
  await openEnvironment(dir).close();
});

test('the directory is for its owner alone: there are secrets in it', async () => {
  const made = join(dir, 'made');
  await openEnvironment(made).close();
  expect(statSync(made).mode & 0o777).toBe(0o700);
});

test('a device is no directory, and a bad setting', () => {
  expect(codeOf(() => openEnvironment('/dev/null'))).toBe('BAD_SETTINGS');
});

test('a directory that cannot be is a bad setting', () => {
  const file = join(dir, 'file');
  writeFileSync(file, '');
  expect(codeOf(() => openEnvironment(join(file, 'data')))).toBe('BAD_SETTINGS');
});

test.each([
  ['a file of another kind', 'x'.repeat(10_000)],
  ['a file that was cut short', 'x'],
])('%s is a bad setting', (_, content) => {
  writeFileSync(join(dir, 'data.mdb'), content);
  expect(codeOf(() => openEnvironment(dir))).toBe('BAD_SETTINGS');
});

const modesIn = (folder: string) =>
  readdirSync(folder).map(
    (name) => `${name} ${(statSync(join(folder, name)).mode & 0o777).toString(8)}`,
  );

describe('the files are for their owner alone', () => {
  test.each([0o000, 0o022, 0o077])(
    'where the folder was there before, with umask %o',
    async (mask) => {
      const before = process.umask(mask);
      try {
        const open = join(dir, 'open');
        mkdirSync(open);
        chmodSync(open, 0o755);
        await openEnvironment(open).close();
        expect(modesIn(open)).toEqual(['data.mdb 600', 'lock.mdb 600']);
        expect(statSync(open).mode & 0o777).toBe(0o755);
      } finally {
        process.umask(before);
      }
    },
  );

  test.each([0o644, 0o660, 0o666])('where they were made with mode %o before', async (mode) => {
    await openEnvironment(dir).close();
    for (const name of readdirSync(dir)) chmodSync(join(dir, name), mode);
    await openEnvironment(dir).close();
    expect(modesIn(dir)).toEqual(['data.mdb 600', 'lock.mdb 600']);
  });
});

test.each(['data.mdb', 'lock.mdb'])('a folder in place of %s is a bad setting', async (name) => {
  await openEnvironment(dir).close();
  rmSync(join(dir, name));
  mkdirSync(join(dir, name));
  expect(codeOf(() => openEnvironment(dir))).toBe('BAD_SETTINGS');
});

test('a lock file that a full disk left empty is made anew', async () => {
  writeFileSync(join(dir, 'lock.mdb'), '');
  const environment = openEnvironment(dir);
  await environment.close();
  expect(statSync(join(dir, 'lock.mdb')).blocks * 512).toBeGreaterThanOrEqual(65536);
});

test('a store that is used after it was closed: SHUTTING_DOWN, and no crash', async () => {
  const environment = openEnvironment(dir);
  const table = environment.openDB({ name: 'table', encoding: 'binary' });
  await environment.close();
  for (const use of [() => table.get('a'), () => table.getKeys(), () => table.put('a', 'b')]) {
    expect(codeOf(use)).toBe('SHUTTING_DOWN');
  }
});

describe('a write into a store that is lost before it is flushed: STORAGE_FAILED', () => {
  const LOSSES: readonly (readonly [string, () => void])[] = [
    [
      'the directory is removed',
      () => {
        rmSync(dir, { recursive: true });
      },
    ],
    [
      'the data file is removed',
      () => {
        rmSync(join(dir, 'data.mdb'));
      },
    ],
    [
      'the directory is moved',
      () => {
        renameSync(dir, `${dir}-moved`);
      },
    ],
  ];

  test.each(LOSSES)('%s', async (_, lose) => {
    const environment = openEnvironment(dir);
    const table = environment.openDB<Uint8Array, string>({ name: 'table', encoding: 'binary' });
    const put = (key: string) => durable(environment, () => [table.put(key, Buffer.alloc(9000))]);
    await put('before');
    // While the write is under way: before it there would be an error at once.
    const write = durable(environment, () => {
      const done = table.put('after', Buffer.alloc(10));
      lose();
      return [done];
    });
    const { code, retryable } = await rejectionOf(write);
    expect([code, retryable]).toEqual(['STORAGE_FAILED', true]);
    expect(codeOf(() => table.get('before'))).toBe('STORAGE_FAILED');
    await environment.close();
    rmSync(`${dir}-moved`, { recursive: true, force: true });
    mkdirSync(dir, { recursive: true });
  });
});

import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { environmentExists, openEnvironment } from '../../src/storage/environment.js';
import { codeOf } from '../codes.js';

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

import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openEnvironment } from '../../src/local/environment.js';
import { openLogTable } from '../../src/local/lmdb.js';
import { Random } from '../../src/testing/random.js';
import { folderOfSuite } from '../e2e/function.js';

const PAGE = 4096;

const dir = folderOfSuite();
let whole: Buffer;

beforeAll(() => {
  run(join(dir, 'whole'), 'fill');
  whole = readFileSync(join(dir, 'whole', 'data.mdb'));
});

/** Opens a store in a process of its own: a page that is not there would end this one. */
function run(store: string, what: string): { status: number | string; stdout: string } {
  const command = [join(__dirname, 'store_process.js'), store, what];
  const { status, signal, stdout } = spawnSync(process.execPath, command, { encoding: 'utf8' });
  return { status: status ?? signal!, stdout };
}

function read(content: Uint8Array): { status: number | string; stdout: string } {
  const store = mkdtempSync(join(dir, 'store-'));
  mkdirSync(store, { recursive: true });
  writeFileSync(join(store, 'data.mdb'), content);
  return run(store, 'read');
}

test('a store that is whole: everything is read', () => {
  expect(read(whole)).toEqual({ status: 0, stdout: '200 logs\n' });
});

const half = (pages: number) => Math.floor(pages / 2);
const CUTS: readonly (readonly [string, (pages: number) => number])[] = [
  ['one byte', () => 1 / PAGE],
  ['half a page', () => 0.5],
  ['one page', () => 1],
  ['a page and a half', () => 1.5],
  ['two pages, which are those that lmdb reads first', () => 2],
  ['three pages', () => 3],
  ['eight pages', () => 8],
  ['half', half],
  ['half and half a page', (pages) => half(pages) + 0.5],
  ['all but two pages', (pages) => pages - 2],
  ['all but one page', (pages) => pages - 1],
  ['all but one byte', (pages) => pages - 1 / PAGE],
];

test.each(CUTS)('a store that was cut to %s: a bad setting, that says so', (_, cut) => {
  const { status, stdout } = read(whole.subarray(0, cut(whole.length / PAGE) * PAGE));
  expect(status).toBe(1);
  expect(stdout).toMatch(/^BAD_SETTINGS: DATA_DIR: .* data.mdb is damaged, or was cut short/);
});

const SPOILS: readonly (readonly [string, (pages: number) => [number, number]])[] = [
  ['the first page', () => [0, 1]],
  ['the second page', () => [1, 2]],
  ['the first pages of tables', () => [2, 12]],
  ['the second half', (pages) => [half(pages), pages]],
  ['all but the first two pages', (pages) => [2, pages]],
];

describe.each(['zeros', 'garbage'])('a store with %s in place of', (kind) => {
  test.each(SPOILS)('%s: a bad setting, that says so', (_, place) => {
    const content = Buffer.from(whole);
    const random = new Random(1);
    const [from, to] = place(whole.length / PAGE);
    for (let at = from * PAGE; at < to * PAGE; at++) {
      content[at] = kind === 'zeros' ? 0 : random.between(0, 255);
    }
    const { status, stdout } = read(content);
    expect(status).toBe(1);
    expect(stdout).toMatch(/^BAD_SETTINGS: DATA_DIR: .* data.mdb is (damaged|not a database)/);
  });
});

test('a store whose last pages are free and were never written: it opens', async () => {
  const store = join(dir, 'short');
  const environment = openEnvironment(store);
  const table = openLogTable(environment);
  const keys = ['a', 'b', 'c', 'd', 'e', 'f'];
  for (const key of keys) await table.put(key, Buffer.alloc(2 * PAGE));
  // Pages that are free, so that none has to be taken behind those that are never written.
  for (const key of keys.slice(1)) await table.remove(key);
  await environment.transaction(() => {
    void table.put('gone', Buffer.alloc(100 * PAGE));
    void table.remove('gone');
    void table.put('z', Buffer.alloc(100));
  });
  const { lastPageNumber } = table.getStats() as unknown as { lastPageNumber: number };
  await environment.close();
  expect(statSync(join(store, 'data.mdb')).size).toBeLessThan(lastPageNumber * PAGE);
  const again = openEnvironment(store);
  expect(openLogTable(again).getKeys()).toEqual(['a', 'z']);
  await again.close();
});

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { isOnlyReader } from '../../src/local/reader_list.js';
import { openLocal } from '../../src/local/local.js';
import { loadConfig } from '../../src/service/config.js';
import * as deadLetters from '../../src/service/open_dead_letters.js';
import { openService } from '../../src/service/service.js';
import * as telemetry from '../../src/service/open_telemetry.js';
import { temporaryFolder } from '../e2e/function.js';
import { TestStore } from '../cli/store.js';

const folder = temporaryFolder();
afterEach(() => {
  jest.restoreAllMocks();
});
afterAll(() => {
  folder.remove();
});

/** Waits until a store is gone, or for 2 s. */
async function isGone(dir: string): Promise<boolean> {
  for (let polls = 0; polls < 100 && existsSync(dir); polls++) await sleep(20);
  return !existsSync(dir);
}

test.each([
  ['telemetry', () => jest.spyOn(telemetry, 'openTelemetry')],
  ['dead letters', () => jest.spyOn(deadLetters, 'openDeadLetters')],
])('openService: %s that cannot be opened fail it, and it leaves no store', async (name, spy) => {
  const dir = join(folder.path, name);
  spy().mockImplementation(() => {
    throw new Error('no such module');
  });
  expect(() => openService(loadConfig({ DATA_DIR: dir }, {}))).toThrow('no such module');
  expect(await isGone(dir)).toBe(true);
});

describe('local backends: discard', () => {
  test('removes a store that it has made', async () => {
    const dir = join(folder.path, 'new', 'deep');
    await openLocal(dir).discard();
    expect(existsSync(join(folder.path, 'new'))).toBe(false);
  });

  test('keeps a store that something was written to', async () => {
    const dir = join(folder.path, 'written');
    const local = openLocal(dir);
    await local.storage.put(
      { project: 'demo', path: 'a/+/b', index: 0n, count: 1, records: Buffer.of(0) },
      {},
    );
    await local.discard();
    expect(existsSync(join(dir, 'data.mdb'))).toBe(true);
  });

  test('keeps a store that was there', async () => {
    const dir = join(folder.path, 'found');
    await new TestStore(dir).close();
    await openLocal(dir).discard();
    expect(existsSync(join(dir, 'data.mdb'))).toBe(true);
  });
});

test('reader list: another process that has the store open keeps it', () => {
  const line = (pid: number) => `  ${pid} 7fc1f0094c80 1\n`;
  const list = `    pid     thread     txnid\n${line(process.pid)}`;
  expect(isOnlyReader(list)).toBe(true);
  expect(isOnlyReader(list + line(process.pid + 1))).toBe(false);
});

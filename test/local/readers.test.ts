import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type LocalBackends, openLocal } from '../../src/local/local.js';
import { CollectorError } from '../../src/common/errors.js';
import { MAX_READERS } from '../../src/local/store_files.js';
import { registrationOf } from '../../src/testing/coordinator_requests.js';
import { recordsOf } from '../../src/testing/records.js';

let dir: string;
let holder: ChildProcess;
let local: LocalBackends;

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'readers-'));
});

afterEach(async () => {
  holder.kill('SIGKILL');
  await local.close();
  rmSync(dir, { recursive: true });
});

/** Has another process take places of readers. @returns how many it has got */
async function hold(places: number): Promise<number> {
  const command = [join(__dirname, 'store_process.js'), dir, 'hold', String(places)];
  holder = spawn(process.execPath, command, { stdio: ['pipe', 'pipe', 'inherit'] });
  const [text] = (await once(holder.stdout!.setEncoding('utf8'), 'data')) as [string];
  return parseInt(text);
}

const STREAM = { project: 'project', path: 'p/+/s' };

/** Everything that reads the store, each by its own way. */
const READS: Readonly<Record<string, () => unknown>> = {
  'a registration': () =>
    local.coordinator.registerStream(registrationOf({ path: 'p/+/s' }), Buffer.alloc(1), {}),
  'a put': () =>
    local.storage.put(
      { ...STREAM, index: 0n, count: 1, records: recordsOf([Buffer.alloc(1)]) },
      {},
    ),
  'a get': () => local.storage.get(STREAM, {})[Symbol.asyncIterator]().next(),
  'a tail': () => local.storage.tail(STREAM, {}),
  'an expunge': () => local.expunger.expunge([STREAM]),
  'the size': () => local.environment.bytes,
  'a stream': () => local.coordinator.stream('project', 'p/+/s'),
  'a stream by its id': () => local.coordinator.streamById('project', '00'),
  'all streams': () => local.coordinator.streams().next(),
  'the streams of a prefix': () => local.coordinator.streamsUnder('project', 'p').next(),
  'a prefix': () => local.coordinator.prefix('project', 'p'),
  'refused messages': () => local.deadLetters.entries().next(),
};

async function outcomeOf(read: () => unknown): Promise<unknown> {
  try {
    await read();
    return 'done';
  } catch (thrown) {
    if (!(thrown instanceof CollectorError)) return thrown;
    const { retryable, message } = thrown;
    return [thrown.code, retryable, message.includes('processes read it already: end some')];
  }
}

test('a store with 500 other readers: it is read and written', async () => {
  expect(await hold(500)).toBe(500);
  local = openLocal(dir);
  for (const read of Object.values(READS)) expect(await outcomeOf(read)).toBe('done');
});

describe('a store without a place for one more reader:', () => {
  test('everything fails, retryable, and says what to do; it goes on when a reader has ended', async () => {
    expect(await hold(Infinity)).toBeGreaterThanOrEqual(MAX_READERS);
    local = openLocal(dir);
    for (const [what, read] of Object.entries(READS)) {
      expect([what, await outcomeOf(read)]).toEqual([what, ['STORAGE_FAILED', true, true]]);
    }
    holder.kill('SIGKILL');
    await once(holder, 'close');
    const deadline = Date.now() + 5000;
    while (local.environment.problem !== undefined && Date.now() < deadline) await sleep(50);
    for (const [what, read] of Object.entries(READS)) {
      expect([what, await outcomeOf(read)]).toEqual([what, 'done']);
    }
  });
});

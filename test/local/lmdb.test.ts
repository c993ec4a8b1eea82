import type { RootDatabase } from 'lmdb';
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { CollectorError } from '../../src/common/errors.js';
import { type Environment, openEnvironment } from '../../src/local/environment.js';
import { LmdbStorage, openLogTable } from '../../src/local/lmdb.js';
import { rowKeyPrefix } from '../../src/storage/row_key.js';
import { logsOf } from '../../src/testing/storage_cases.js';
import { describeStorage } from '../contract/storage.js';
import { recordsOf } from '../../src/testing/records.js';

const STREAM = { project: 'project', path: 'prefix/+/name' };

function makeDir(): string {
  return mkdtempSync(join(tmpdir(), 'lmdb-storage-'));
}

describeStorage('LmdbStorage', (options) => {
  const dir = makeDir();
  let environment = openEnvironment(dir);
  let storage = new LmdbStorage({ environment, ...options });
  const close = async () => {
    await storage.close();
    await environment.close();
  };
  return Promise.resolve({
    storage,
    reopen: async () => {
      await close();
      environment = openEnvironment(dir);
      storage = new LmdbStorage({ environment, ...options });
      return storage;
    },
    close: async () => {
      await close();
      rmSync(dir, { recursive: true });
    },
  });
});

describe('LmdbStorage', () => {
  let dir: string;
  let environment: Environment;

  beforeEach(() => {
    dir = makeDir();
    environment = openEnvironment(dir);
  });

  afterEach(async () => {
    await environment.close();
    rmSync(dir, { recursive: true });
  });

  /** The environment, but with a flush of the test's. */
  function withFlush(flushed: Promise<boolean>): Environment {
    return Object.create(environment, { flushed: { value: flushed } }) as Environment;
  }

  function putOne(storage: LmdbStorage, signal?: AbortSignal): Promise<void> {
    return storage.put({ ...STREAM, index: 0n, count: 1, records: recordsOf(['log']) }, { signal });
  }

  /** Waits until what is committed can be read, and then some turns of the event loop more. */
  async function committed(): Promise<void> {
    while (openLogTable(environment).getKeys().length === 0) await setImmediate();
    for (let i = 0; i < 20; i++) await setImmediate();
  }

  describe('a put', () => {
    test('is done only when it is flushed, not when it is committed', async () => {
      let flush: (value: boolean) => void = () => undefined;
      const flushed = new Promise<boolean>((resolve) => {
        flush = resolve;
      });
      let done = false;
      const put = putOne(new LmdbStorage({ environment: withFlush(flushed) })).then(() => {
        done = true;
      });
      await committed();
      expect(done).toBe(false);
      flush(true);
      await put;
      expect(done).toBe(true);
    });

    test('is never done where the flush never ends, and ends with its signal', async () => {
      const storage = new LmdbStorage({ environment: withFlush(new Promise(() => undefined)) });
      const controller = new AbortController();
      let outcome: unknown = 'under way';
      const put = putOne(storage, controller.signal).then(
        () => (outcome = 'done'),
        (error: unknown) => (outcome = error),
      );
      await committed();
      expect(outcome).toBe('under way');
      const reason = new CollectorError('DEADLINE');
      controller.abort(reason);
      await put;
      expect(outcome).toBe(reason);
      await storage.close();
    });

    test('fails, to be tried again, where the flush fails', async () => {
      const flushed = Promise.reject(new Error('the disk is gone'));
      const storage = new LmdbStorage({ environment: withFlush(flushed) });
      await expect(putOne(storage)).rejects.toMatchObject({
        code: 'STORAGE_FAILED',
        retryable: true,
        message: expect.stringContaining('the disk is gone') as unknown,
      });
    });

    test('of a row that is already there waits for the flush too', async () => {
      await putOne(new LmdbStorage({ environment }));
      const controller = new AbortController();
      const storage = new LmdbStorage({ environment: withFlush(new Promise(() => undefined)) });
      const put = putOne(storage, controller.signal);
      await committed();
      controller.abort();
      await expect(put).rejects.toMatchObject({ code: 'CANCELLED' });
    });
  });

  test('close waits for what is under way', async () => {
    let flush: (value: boolean) => void = () => undefined;
    const flushed = new Promise<boolean>((resolve) => {
      flush = resolve;
    });
    const storage = new LmdbStorage({ environment: withFlush(flushed) });
    const events: string[] = [];
    const put = putOne(storage).then(() => events.push('put'));
    const close = storage.close().then(() => events.push('close'));
    await committed();
    expect(events).toEqual([]);
    flush(true);
    await Promise.all([put, close]);
    expect(events).toEqual(['put', 'close']);
  });

  test('a row of 10 MiB is stored whole', async () => {
    const storage = new LmdbStorage({ environment });
    const log = Buffer.alloc(10 * 1024 * 1024 - 4, 'x');
    const records = recordsOf([log]);
    await storage.put({ ...STREAM, index: 0n, count: 1, records }, {});
    const tail = await storage.tail(STREAM, {});
    expect(log.equals(tail!.data)).toBe(true);
    expect(openLogTable(environment).getKeys().length).toBe(1);
  });

  test('no read transaction is open while a reader waits', async () => {
    const storage = new LmdbStorage({ environment, maxRowSize: 10 });
    const records = recordsOf(logsOf(0, 2000));
    await storage.put({ ...STREAM, index: 0n, count: 2000, records }, {});
    const logs = storage.get(STREAM, {})[Symbol.asyncIterator]();
    for (let i = 0; i < 1000; i++) await logs.next();
    // A reader that holds no snapshot is listed with a dash for its transaction.
    const { root } = environment as unknown as { readonly root: RootDatabase };
    const snapshots = () =>
      [...root.readerList().matchAll(/^\s*\d+\s+\S+\s+(\S+)/gm)].map(([, id]) => id);
    while (snapshots().some((id) => id !== '-'))
      await new Promise((resolve) => setTimeout(resolve));
    expect((await logs.next()).value).toMatchObject({ index: 1000n });
  });

  test('expunge leaves keys that merely begin as those of the stream', async () => {
    const storage = new LmdbStorage({ environment });
    const table = openLogTable(environment);
    const prefix = rowKeyPrefix(STREAM.project, STREAM.path);
    const others = [prefix, `${prefix}!`, `${prefix}~~`, `${prefix}~~8000~8080`, `${prefix}0~8000`];
    for (const key of others) await table.put(key, Buffer.from('x'));
    await putOne(storage);
    await storage.expunge(STREAM, {});
    expect([...table.getKeys()]).toEqual([...others].sort());
  });

  test('another process reads while this one writes, and the database grows', async () => {
    const child = fork('reading_process', [dir, '400']);
    const storage = new LmdbStorage({ environment });
    for (let i = 0; i < 400; i += 4) {
      const records = recordsOf(logsOf(i, 4).map((text) => text.padEnd(30_000)));
      await storage.put({ ...STREAM, index: BigInt(i), count: 4, records }, {});
    }
    expect(await outputOf(child)).toBe('read 400 logs\n');
  });

  test('where the disk is full a put fails, to be tried again, and the process goes on', async () => {
    const child = fork('full_disk_process', [join(dir, 'full')]);
    expect(await outputOf(child)).toBe('STORAGE_FAILED true, then stored\n');
  });
});

/** A process of a test; none of its files may grow past 8 MiB. */
function fork(name: string, args: readonly string[]): ChildProcess {
  const limited = `trap '' XFSZ; ulimit -f ${name === 'full_disk_process' ? 16384 : 'unlimited'}; exec "$@"`;
  const command = [process.execPath, join(__dirname, `${name}.js`), ...args];
  return spawn('sh', ['-c', limited, 'sh', ...command], { stdio: ['ignore', 'pipe', 'pipe'] });
}

async function outputOf(child: ChildProcess): Promise<string> {
  let output = '';
  let errors = '';
  child.stdout!.on('data', (chunk: Buffer) => (output += chunk.toString()));
  child.stderr!.on('data', (chunk: Buffer) => (errors += chunk.toString()));
  const code = await new Promise((resolve) => child.on('close', resolve));
  return code === 0 ? output : `${output}${errors}exit code ${String(code)}`;
}

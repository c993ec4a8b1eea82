import { ActivityTable } from '../../../src/local/retention/activity_table.js';
import { Expunger } from '../../../src/local/retention/expunger.js';
import { openEnvironment } from '../../../src/local/environment.js';
import { LmdbStorage, openLogTable } from '../../../src/local/lmdb.js';
import { Random } from '../../../src/testing/random.js';
import { ended, HOUR_MS, PROJECT, Rig } from './rig.js';

const MiB = 1024 * 1024;

describe('what is too old', () => {
  let rig: Rig;

  beforeEach(() => {
    rig = new Rig({ maxAgeMs: 24 * HOUR_MS });
  });
  afterEach(() => rig.destroy());

  test('is expunged whole: rows and record', async () => {
    await rig.push('p', ended('a', ['one', 'two']));
    rig.nowMs += HOUR_MS;
    await rig.push('p', ended('b'));
    rig.nowMs += 23 * HOUR_MS;
    await rig.local.retention!.enforce();
    expect(rig.records()).toEqual(['p/+/b']);
    expect(await rig.logs('p/+/a')).toBe(0);
    expect(await rig.logs('p/+/b')).toBe(1);
    expect(rig.warnings).toEqual([expect.stringMatching(/^1 streams were expunged from DATA_DIR/)]);
  });

  test('is not, while it is still written', async () => {
    for (let hour = 0; hour < 100; hour++) {
      await rig.push('p', { name: 'a', logs: ['log'], index: hour });
      rig.nowMs += HOUR_MS;
      await rig.local.retention!.enforce();
    }
    expect(await rig.logs('p/+/a')).toBe(100);
  });

  test('and has not ended is expunged an hour later than what has', async () => {
    await rig.push('p', ended('a'), { name: 'b', logs: ['log'] });
    rig.nowMs += 24 * HOUR_MS;
    await rig.local.retention!.enforce();
    expect(rig.records()).toEqual(['p/+/b']);
    rig.nowMs += HOUR_MS;
    await rig.local.retention!.enforce();
    expect(rig.records()).toEqual([]);
  });

  test('takes its prefix along, once that takes no new streams', async () => {
    await rig.push('p', ended('a'));
    await rig.local.coordinator.registerPrefix({ project: PROJECT, prefix: 'empty' }, {});
    await rig.push('q', ended('a'));
    rig.nowMs += 23 * HOUR_MS;
    await rig.local.coordinator.registerPrefix({ project: PROJECT, prefix: 'new' }, {});
    rig.nowMs += 25 * HOUR_MS;
    await rig.local.retention!.enforce();
    const left = ['p', 'q', 'empty', 'new'].filter(
      (prefix) => rig.local.coordinator.prefix(PROJECT, prefix) !== undefined,
    );
    expect(left).toEqual(['new']);
  });

  test('of a store that is older than this is expunged too', async () => {
    await rig.push('p', ended('a'), ended('b'));
    await rig.local.close();
    const environment = openEnvironment(rig.dir);
    for (const name of ['activity', 'due']) {
      const table = environment.openDB({ name, keyEncoding: 'binary' });
      await Promise.all(table.getKeys().map((key) => table.remove(key)));
    }
    await environment.close();
    rig.open();
    // From now on time passes while the store is in use.
    await rig.local.retention!.enforce();
    rig.nowMs += 24 * HOUR_MS;
    await rig.push('q', ended('c'));
    await rig.local.retention!.enforce();
    expect(rig.records()).toEqual(['q/+/c']);
    expect(await rig.logs('p/+/a')).toBe(0);
    expect(await rig.logs('p/+/b')).toBe(0);
  });
});

describe('the file', () => {
  let rig: Rig;

  afterEach(() => rig.destroy());

  test.each([
    ['large rows of all sizes', 32 * MiB, 100, 4, 500_000, 1],
    ['many streams with little in them', 24 * MiB, 80, 200, 40, 300],
  ])('stays below DATA_MAX_BYTES, whatever is written: %s', async (_what, ...figures) => {
    const [maxBytes, pushes, streams, bytes, nameChars] = figures;
    rig = new Rig({ maxBytes });
    const random = new Random(bytes);
    let largest = 0;
    for (let push = 0; push < pushes; push++) {
      const entries = Array.from({ length: streams }, (_, n) =>
        ended(`${n}`.padEnd(nameChars, '_'), [Buffer.alloc(random.between(1, bytes), 0x78)]),
      );
      // One that is written all the while, and never ends.
      const live = { name: 'live', logs: ['log'], index: push };
      await Promise.all([rig.push(`p/${push}`, ...entries), rig.push('live', live)]);
      rig.nowMs += 1000;
      largest = Math.max(largest, rig.fileBytes());
    }
    await rig.local.retention!.enforce();
    // By so much it may pass: what comes in while older streams go, at this smallest of sizes.
    expect(largest).toBeLessThan(1.25 * maxBytes);
    expect(rig.records().length).toBeLessThan((pushes * streams) / 2);
    expect(await rig.logs('live/+/live')).toBe(pushes);
    // What is left is what came last.
    const prefixes = new Set(rig.records().map((path) => path.slice(0, path.indexOf('/+/'))));
    expect(prefixes).toContain(`p/${pushes - 1}`);
    expect(prefixes).not.toContain('p/0');
  });

  test('grows where all is still written, which is said', async () => {
    rig = new Rig({ maxBytes: 12 * MiB });
    for (let push = 0; push < 12; push++) {
      await rig.push('p', { name: `${push}`, logs: [Buffer.alloc(MiB)] });
    }
    await rig.local.retention!.enforce();
    expect(rig.records()).toHaveLength(12);
    expect(rig.warnings).toEqual([expect.stringMatching(/^DATA_MAX_BYTES is .*: raise it$/)]);
  });
});

describe('a stream that was expunged', () => {
  let rig: Rig;

  beforeEach(() => {
    rig = new Rig({ maxAgeMs: HOUR_MS });
  });
  afterEach(() => rig.destroy());

  test('and is sent again, while it is remembered, begins anew', async () => {
    await rig.push('p', ended('a'));
    rig.nowMs += 2 * HOUR_MS;
    await rig.local.retention!.enforce();
    await rig.push('p', ended('a'));
    expect(rig.records()).toEqual(['p/+/a']);
    expect(await rig.logs('p/+/a')).toBe(1);
  });

  test('by another process comes again, and begins anew then', async () => {
    await rig.push('p', ended('a'));
    // The state cache does not hear of it.
    rig.local.onForgotten = () => undefined;
    await rig.local.expunger.expunge([{ project: PROJECT, path: 'p/+/a' }]);
    rig.local.onForgotten = (stream) => {
      rig.cache.forget(stream);
    };
    await expect(rig.push('p', ended('a'))).rejects.toMatchObject({
      code: 'STORAGE_FAILED',
      retryable: true,
    });
    expect(await rig.logs('p/+/a')).toBe(0);
    await rig.push('p', ended('a'));
    expect(rig.records()).toEqual(['p/+/a']);
    expect(await rig.logs('p/+/a')).toBe(1);
  });

  test('by another process, and only ends, comes again too', async () => {
    await rig.push('p', { name: 'a', logs: ['log'] });
    await rig.local.expunger.expunge([{ project: PROJECT, path: 'p/+/a' }]);
    const end = { name: 'a', terminalIndex: 0 };
    await expect(rig.push('p', end)).rejects.toMatchObject({ code: 'COORDINATOR_FAILED' });
    await rig.push('p', end);
    expect(rig.records()).toEqual(['p/+/a']);
  });

  test('by a process that was killed meanwhile goes on being expunged', async () => {
    await rig.push('p', ended('a'), ended('b'));
    await rig.local.close();
    const environment = openEnvironment(rig.dir);
    const expunger = new Expunger(environment, new LmdbStorage({ environment }));
    await expunger.beginExpunging([{ project: PROJECT, path: 'p/+/a' }]);
    await expunger.close();
    await environment.close();
    rig.open();
    expect(await rig.logs('p/+/a')).toBe(1);
    await rig.local.retention!.enforce();
    expect(await rig.logs('p/+/a')).toBe(0);
    expect(rig.records()).toEqual(['p/+/b']);
  });

  test('where a Coordinator elsewhere has the record is only rows, and they begin it', async () => {
    const rows = new Rig({ maxAgeMs: HOUR_MS, logsBegin: true });
    const put = { project: PROJECT, path: 'p/+/a', index: 0n, count: 1, records: Buffer.of(1, 0) };
    await rows.local.storage.put(put, {});
    rows.nowMs += 3 * HOUR_MS;
    await rows.local.retention!.enforce();
    expect(await rows.logs(put.path)).toBe(0);
    await rows.local.storage.put(put, {});
    expect(await rows.logs(put.path)).toBe(1);
    await rows.destroy();
  });
});

test('whatever is pushed and expunged at once, there are no rows without a record, and nothing is left over', async () => {
  const seed = Number(process.env.SEED ?? Date.now() % 2 ** 31);
  console.info(`retention: SEED=${seed}`);
  const random = new Random(seed);
  const rig = new Rig({ maxAgeMs: HOUR_MS });
  const paths = Array.from({ length: 6 }, (_, n) => `p/${n % 2}/+/s${n}`);
  let refused = 0;
  const underWay: Promise<unknown>[] = [];
  for (let step = 0; step < 400; step++) {
    const path = random.pick(paths);
    const [prefix, name] = path.split('/+/') as [string, string];
    const stream = random.oneIn(2) ? ended(name) : { name, logs: ['log'] };
    if (random.oneIn(3)) {
      const some = paths
        .filter(() => random.oneIn(2))
        .map((one) => ({ project: PROJECT, path: one }));
      underWay.push(rig.local.expunger.expunge(some));
    } else {
      const push = rig.push(prefix, stream).catch((error: unknown) => {
        expect(error).toMatchObject({ retryable: true });
        refused++;
      });
      underWay.push(push);
    }
    for (let turns = random.below(4); turns > 0; turns--) await new Promise(setImmediate);
  }
  await Promise.all(underWay);
  // Each, once again: whatever was refused is taken now.
  await Promise.all(
    paths.map((path) =>
      rig.push(path.split('/+/')[0]!, ended(path.split('/+/')[1]!)).catch(() => refused++),
    ),
  );
  await Promise.all(
    paths.map((path) => rig.push(path.split('/+/')[0]!, ended(path.split('/+/')[1]!))),
  );
  expect(refused).toBeGreaterThan(0);
  expect(rig.records()).toEqual(paths.toSorted());
  for (const path of paths) expect(await rig.logs(path)).toBe(1);
  // What is left in the end, of a store whose every stream is too old, is nothing.
  rig.nowMs += 100 * HOUR_MS;
  await rig.local.retention!.enforce();
  await rig.local.close();
  const environment = openEnvironment(rig.dir);
  expect([...openLogTable(environment).getKeys()]).toEqual([]);
  expect(new ActivityTable(environment).first(10)).toEqual([]);
  expect(new ActivityTable(environment).size).toBe(0);
  await environment.close();
  rig.open();
  await rig.destroy();
});

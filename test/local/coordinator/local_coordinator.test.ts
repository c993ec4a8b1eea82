import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import type { LogStreamState } from '../../../src/coordinator/coordinator.js';
import { NOT_TERMINATED } from '../../../src/coordinator/coordinator.js';
import { LocalCoordinator } from '../../../src/local/coordinator/local_coordinator.js';
import { streamId } from '../../../src/coordinator/stream_id.js';
import type { Environment } from '../../../src/local/environment.js';
import { LmdbStorage } from '../../../src/local/lmdb.js';
import { Expunger } from '../../../src/local/retention/expunger.js';
import { openTestEnvironment, type TestEnvironment } from '../../coordinator/open.js';
import { rejectionOf } from '../../../src/testing/contract.js';
import {
  DESCRIPTOR,
  registrationOf,
  terminationOf,
} from '../../../src/testing/coordinator_requests.js';
import { gate, turn } from '../../coordinator/requests.js';

let opened: TestEnvironment;
let environment: Environment;
let coordinator: LocalCoordinator;

beforeEach(() => {
  opened = openTestEnvironment();
  environment = opened.environment;
  coordinator = new LocalCoordinator({ environment });
});

afterEach(async () => {
  await coordinator.close();
  await opened.destroy();
});

function register(path: string, project = 'project'): Promise<LogStreamState> {
  const registration = registrationOf({ project, path });
  return Promise.resolve(coordinator.registerStream(registration, DESCRIPTOR, {}));
}

function forget(path: string): Promise<void> {
  const expunger = new Expunger(environment, new LmdbStorage({ environment }));
  return expunger.expunge([{ project: 'project', path }]);
}

/** Runs a script of this folder in a process of its own. */
function runChild(script: string, shell = 'exec "$@"') {
  const args = ['-c', shell, 'sh', process.execPath, join(__dirname, script), opened.dir];
  return spawnSync('sh', args, { encoding: 'utf8', timeout: 30_000 });
}

describe('a registration', () => {
  test('of a stream that is registered is answered without a promise', async () => {
    await coordinator.registerStream(registrationOf(), DESCRIPTOR, {});
    const state = coordinator.registerStream(registrationOf(), DESCRIPTOR, {});
    expect(state).not.toBeInstanceOf(Promise);
  });

  test('with a terminal index ends a stream that had not ended', async () => {
    await coordinator.registerStream(registrationOf(), DESCRIPTOR, {});
    const ending = registrationOf({ terminalIndex: 7n });
    const state = await coordinator.registerStream(ending, DESCRIPTOR, {});
    expect(state.terminalIndex).toBe(7n);
    const refused = terminationOf({ terminalIndex: 8n });
    const error = await rejectionOf(() => coordinator.terminateStream(refused, {}));
    expect(error.message).toContain('FailedPrecondition');
  });

  test('of 500 new streams at once costs one commit', async () => {
    const lastCommit = () => environment.openDB({ name: 'streams' }).getStats().lastTxnId;
    const before = lastCommit();
    await Promise.all(Array.from({ length: 500 }, (_, i) => register(`p/+/${i}`)));
    expect(lastCommit()).toBe(before + 1);
    expect([...coordinator.streams()]).toHaveLength(500);
  });

  test('that is given up before its turn comes changes nothing', async () => {
    const controller = new AbortController();
    const { signal } = controller;
    const registration = registrationOf();
    const call = coordinator.registerStream(registration, DESCRIPTOR, { signal });
    controller.abort();
    expect((await rejectionOf(() => call)).code).toBe('CANCELLED');
    await coordinator.close();
    expect(coordinator.stream(registration.project, registration.path)).toBeUndefined();
  });

  test('that is refused takes none with it that share its commit', async () => {
    const wrong = registrationOf({ path: 'p/+/b', secret: Buffer.alloc(36) });
    const [first, refused, last] = await Promise.allSettled([
      register('p/+/a'),
      coordinator.registerStream(wrong, DESCRIPTOR, {}),
      register('p/+/c'),
    ]);
    expect([first.status, refused.status, last.status]).toEqual([
      'fulfilled',
      'rejected',
      'fulfilled',
    ]);
    expect([...coordinator.streams()].map(({ path }) => path)).toEqual(['p/+/a', 'p/+/c']);
  });
});

describe('durability of the local Coordinator', () => {
  /** The environment, with a flush that ends when the gate opens. */
  function slowToFlush() {
    const flush = gate<boolean>();
    const slow = Object.create(environment, { flushed: { value: flush.promise } }) as Environment;
    return { flush, slow: new LocalCoordinator({ environment: slow }) };
  }

  test.each(['registration', 'termination'])(
    'a %s is not answered before it is flushed',
    async (which) => {
      await register(registrationOf().path);
      const { flush, slow } = slowToFlush();
      const events: string[] = [];
      const call =
        which === 'termination'
          ? slow.terminateStream(terminationOf(), {})
          : slow.registerStream(registrationOf({ path: 'p/+/new' }), DESCRIPTOR, {});
      const answered = Promise.resolve(call).then(() => events.push('answered'));
      await environment.transaction(() => undefined);
      await turn();
      events.push('flushed');
      flush.open(true);
      await answered;
      expect(events).toEqual(['flushed', 'answered']);
      await slow.close();
    },
  );

  test('close waits for writes whose callers have left', async () => {
    const { flush, slow } = slowToFlush();
    const controller = new AbortController();
    const { signal } = controller;
    const call = slow.registerStream(registrationOf(), DESCRIPTOR, { signal });
    const given = rejectionOf(() => call);
    await environment.transaction(() => undefined);
    controller.abort();
    expect((await given).code).toBe('CANCELLED');
    const events: string[] = [];
    const closed = slow.close().then(() => events.push('closed'));
    await turn();
    events.push('flushed');
    flush.open(true);
    await closed;
    expect(events).toEqual(['flushed', 'closed']);
  });

  test('on a full disk calls fail, retryable, and nothing else breaks', () => {
    const { status, stdout } = runChild('full_disk.js', 'ulimit -f 600; exec "$@"');
    expect({ status, ...(JSON.parse(stdout) as object) }).toEqual({
      status: 0,
      code: 'COORDINATOR_FAILED',
      retryable: true,
      listed: 'as answered',
    });
  });
});

test('the local Coordinator sees at once what another process writes', async () => {
  await register('p/+/stream');
  await turn();
  const { status, stderr } = runChild('other_process.js');
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  expect(await register('p/+/stream')).toMatchObject({ terminalIndex: 42n });
  expect(coordinator.stream('project', 'p/+/theirs')).toBeDefined();
});

describe('reading records of the local Coordinator', () => {
  test('a record has what the first registration said', async () => {
    const now = Date.parse('2024-05-06T07:08:09.010Z');
    const clocked = new LocalCoordinator({ environment, now: () => now });
    const descriptor = Buffer.from([0, 1, 254, 255]);
    const registration = registrationOf({ terminalIndex: 7n });
    await clocked.registerStream(registration, descriptor, {});
    await clocked.registerStream(registration, DESCRIPTOR, {});
    const { project, path } = registration;
    expect(clocked.stream(project, path)).toEqual({
      project,
      path,
      id: streamId(path),
      descriptor,
      protoVersion: '1',
      terminalIndex: 7n,
      created: new Date(now),
      archived: false,
      purged: false,
    });
    await clocked.close();
  });

  test('there is no record of a stream that was not registered', () => {
    expect(coordinator.stream('project', 'p/+/none')).toBeUndefined();
    expect([...coordinator.streams()]).toEqual([]);
  });

  test('streams are listed by project and path, over many pages', async () => {
    const names = Array.from({ length: 700 }, (_, i) => `p${i % 3}/+/n-${i}.x`);
    const projects = ['a', 'a-b', 'a0', 'a_b', 'b'];
    const all = names.map((path, i): [string, string] => [projects[i % projects.length]!, path]);
    await Promise.all(all.map(([project, path]) => register(path, project)));
    const listed = [...coordinator.streams()].map(({ project, path }) => [project, path]);
    const byName = (one: string, other: string) => (one < other ? -1 : one > other ? 1 : 0);
    const sorted = all.sort(([p, a], [q, b]) => byName(p, q) || byName(a, b));
    expect(listed).toEqual(sorted);
  });

  test('names that are too long for a key are listed too, after those that they begin with', async () => {
    const long = `p/+/${'n'.repeat(4090)}`;
    const paths = [`${long}1`, `${long}2`, `p/+/${'n'.repeat(1800)}`, 'p/+/o', 'p/+/m'];
    await Promise.all(paths.map((path) => register(path)));
    const listed = [...coordinator.streams()].map(({ path }) => path);
    expect([...listed].sort()).toEqual([...paths].sort());
    expect(listed.map(({ length }) => length)).toEqual([5, 1804, 4095, 4095, 5]);
    for (const path of paths) expect(coordinator.stream('project', path)?.path).toBe(path);
  });

  test('a listing goes on past what is removed meanwhile', async () => {
    await Promise.all(Array.from({ length: 600 }, (_, i) => register(`p/+/${1000 + i}`)));
    let count = 0;
    for (const { path } of coordinator.streams()) {
      count++;
      if (path.endsWith('5')) await forget(path);
    }
    expect(count).toBe(600);
    expect([...coordinator.streams()]).toHaveLength(540);
  });
});

describe('forgetting a stream', () => {
  test('removes it, and no other one', async () => {
    for (const path of ['p/+/a', 'p/+/a/b', 'p/+/b']) await register(path);
    await forget('p/+/a');
    expect(coordinator.stream('project', 'p/+/a')).toBeUndefined();
    expect([...coordinator.streams()].map(({ path }) => path)).toEqual(['p/+/a/b', 'p/+/b']);
    const gone = terminationOf({ path: 'p/+/a' });
    const error = await rejectionOf(() => coordinator.terminateStream(gone, {}));
    expect(error.message).toContain('NotFound');
  });

  test('leaves nothing of it behind', async () => {
    for (let i = 0; i < 3; i++) await register(`p/+/${i}`);
    const entries = () =>
      ['streams', 'stream_ids'].map(
        (name) => environment.openDB({ name, keyEncoding: 'binary' }).getKeys().length,
      );
    expect(entries()).toEqual([3, 3]);
    for (let i = 0; i < 3; i++) await forget(`p/+/${i}`);
    expect(entries()).toEqual([0, 0]);
  });

  test('of which there is none is no error', async () => {
    await expect(forget('p/+/none')).resolves.toBeUndefined();
  });

  test('lets it be registered again, as new, with the secret of its prefix', async () => {
    const ended = registrationOf({ terminalIndex: 7n });
    await coordinator.registerStream(ended, DESCRIPTOR, {});
    await forget(ended.path);
    const state = await coordinator.registerStream(registrationOf(), DESCRIPTOR, {});
    expect(state.terminalIndex).toBe(NOT_TERMINATED);
    const wrong = registrationOf({ secret: Buffer.alloc(36) });
    const error = await rejectionOf(() => coordinator.registerStream(wrong, DESCRIPTOR, {}));
    expect(error.message).toContain('InvalidArgument');
  });
});

test('a prefix that expired in one process is expired in the next, whatever its settings', async () => {
  let now = 1_000_000;
  const settings = { environment, now: () => now };
  const first = new LocalCoordinator({ ...settings, prefixExpirationMs: 1000 });
  await first.registerStream(registrationOf(), DESCRIPTOR, {});
  now += 1000;
  const second = new LocalCoordinator({ ...settings, prefixExpirationMs: 5000 });
  const error = await rejectionOf(() => second.registerStream(registrationOf(), DESCRIPTOR, {}));
  expect(error.message).toContain('project/some/prefix has expired at 1970-01-01T00:16:41.000Z');
});

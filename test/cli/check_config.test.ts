import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runCli } from '../../src/cli/commands.js';
import { serveCoordinator } from '../../src/local/served/served.js';
import { openEnvironment } from '../../src/local/environment.js';
import { openLogTable } from '../../src/local/lmdb.js';
import { openLocal } from '../../src/local/local.js';
import { serve } from '../local/served/server.js';
import { describeOnEmulator } from '../e2e/emulator.js';
import { RpcError } from '../../src/storage/bigtable/rpc_error.js';
import { BigtableServer } from '../fakes/bigtable_server.js';
import { FakeTable, type TableWrite } from '../fakes/table.js';
import { testIo } from './io.js';

/** A Coordinator, and a table, that nobody answers for. */
const NOBODY = '127.0.0.1:1';
const TABLE = { BIGTABLE_PROJECT: 'project', BIGTABLE_INSTANCE: 'instance' };
/** Some seconds for what does not answer, and what a loaded machine adds. */
const BOUND_MS = 30_000;

let dir: string;

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'logdog-'));
});
afterEach(() => {
  rmSync(dir, { recursive: true, force: true });
});

async function check(env: NodeJS.ProcessEnv, ...flags: string[]) {
  const io = testIo({ env: { DATA_DIR: dir, MESSAGE_DEADLINE: '2s', ...env } });
  const code = await runCli(['check-config', ...flags], io);
  return { code, out: io.out().toString(), err: io.err() };
}

test('prints every setting, and where it comes from', async () => {
  const { code, out } = await check({ LOG_LEVEL: 'error' }, '--max-streams', '7');
  expect(code).toBe(0);
  expect(out).toMatch(/^PORT +8080 \(default\)$/m);
  expect(out).toMatch(/^LOG_LEVEL +error \(environment\)$/m);
  expect(out).toMatch(/^MAX_STREAMS +7 \(flag\)$/m);
});

test('prints settings that are wrong before it says so', async () => {
  const { code, out, err } = await check({ LOG_LEVEL: 'loud\n' });
  expect(code).toBe(1);
  expect(out).toMatch(/^LOG_LEVEL +"loud\\n" \(environment\)$/m);
  expect(err).toContain('LOG_LEVEL is "loud\\n": it must be one of');
});

test('shows what a terminal would obey harmlessly', async () => {
  const { out, err } = await check({ PUSH_AUDIENCE: '\u009b2J\u202e\u001b]52;c;aa\u0007' });
  expect(`${out}${err}`.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}]/u);
  expect(out).toMatch(/^PUSH_AUDIENCE +"\\u009b2J\\u202e/m);
});

describe('the local store', () => {
  test('that is not there yet is not made', async () => {
    const folder = join(dir, 'a', 'b');
    expect(await check({ DATA_DIR: folder })).toMatchObject({ code: 0 });
    expect(readdirSync(dir)).toEqual([]);
  });

  test('that is there is written, and left as it was', async () => {
    await openLocal(dir).close();
    const { code, out } = await check({});
    expect(out).toContain(
      `ok       the folder ${dir} (DATA_DIR) was read, and written: a row was put and removed\n`,
    );
    expect(code).toBe(0);
    const environment = openEnvironment(dir);
    expect(openLogTable(environment).getKeys()).toEqual([]);
    await environment.close();
  });

  test('that cannot be made is a problem', async () => {
    const { code, out } = await check({ DATA_DIR: '/dev/null/store' });
    expect(out).toMatch(/^problem {2}the folder .*ENOTDIR.*: choose another folder$/m);
    expect(code).toBe(1);
  });

  test('that is none is a problem', async () => {
    mkdirSync(join(dir, 'data.mdb'));
    const { code, out } = await check({});
    expect(out).toMatch(/^problem {2}the folder .*cannot be used/m);
    expect(code).toBe(1);
  });
});

test('a Coordinator that answers is found, and learns nothing', async () => {
  const local = openLocal(dir);
  const { coordinator, storage } = local;
  const log = { write: () => undefined, writes: () => false };
  const server = await serve(
    serveCoordinator({ coordinator, storage, logBundleTopic: 'projects/p/topics/logs', log }),
  );
  const { code, out } = await check({
    DATA_DIR: join(dir, 'other'),
    COORDINATOR_HOST: `127.0.0.1:${server.port}`,
  });
  expect(out).toContain(`ok       the Coordinator at 127.0.0.1:${server.port} answers\n`);
  expect(code).toBe(0);
  expect([...coordinator.streams()]).toEqual([]);
  await server.close();
  await local.close();
});

test('tells every problem where nothing listens', async () => {
  const env = { ...TABLE, BIGTABLE_EMULATOR_HOST: NOBODY, COORDINATOR_HOST: NOBODY };
  const { code, out } = await check(env, '--push-auth', 'off');
  expect(out).toMatch(/^problem {2}the table .*Bigtable cannot be reached: check the network/m);
  expect(out).toMatch(/^problem {2}the Coordinator .*cannot be reached: check COORDINATOR_HOST/m);
  expect(code).toBe(1);
});

test('check-config: ends if a backend does not answer', async () => {
  const sockets: Socket[] = [];
  const hole = createServer((socket) => sockets.push(socket)).listen(0, '127.0.0.1');
  await once(hole, 'listening');
  const host = `127.0.0.1:${(hole.address() as AddressInfo).port}`;
  const env = { ...TABLE, BIGTABLE_EMULATOR_HOST: host, COORDINATOR_HOST: host };
  const begun = performance.now();
  const { code, out } = await check(env, '--push-auth', 'off');
  expect(performance.now() - begun).toBeLessThan(BOUND_MS);
  expect(out).toMatch(/^problem {2}the table .*(does not answer|cannot be reached)/m);
  expect(out).toMatch(/^problem {2}the Coordinator /m);
  expect(code).toBe(1);
  for (const socket of sockets) socket.destroy();
  hole.close();
  await once(hole, 'close');
});

describeOnEmulator('a table', (emulator) => {
  const env = (table: string) => ({
    ...TABLE,
    BIGTABLE_TABLE: table,
    BIGTABLE_EMULATOR_HOST: emulator().host,
  });

  test.each(['conditional', 'grouped'])('is read and written, %s', async (writes) => {
    const table = await emulator().createTable();
    const { code, out } = await check(env(table.table), '--bigtable-writes', writes);
    expect(out).toMatch(
      /^ok {7}the table projects\/project\/.* was read, and written: .* through the/m,
    );
    expect(code).toBe(0);
  });

  test('that is not there is a problem', async () => {
    const { code, out } = await check(env('none'));
    expect(out).toMatch(/^problem {2}the table .*NotFound.*check BIGTABLE_PROJECT/m);
    expect(code).toBe(1);
  });

  test('without the column family is a problem', async () => {
    const table = await emulator().createTable(['other']);
    const { code, out } = await check(env(table.table));
    expect(out).toMatch(/^problem {2}the table .*unknown family "log"/m);
    expect(code).toBe(1);
  });
});

describe('an app profile without single-row transactions', () => {
  let bigtable: BigtableServer;

  beforeEach(async () => {
    const details = 'Single-row transactions are not allowed by this app profile';
    const write = ({ method, store }: TableWrite) =>
      method === 'putRow' ? Promise.reject(new RpcError('FailedPrecondition', details)) : store();
    bigtable = await BigtableServer.start(new FakeTable({ write }));
  });
  afterEach(() => {
    bigtable.stop();
  });

  async function lineOfTable(writes: string): Promise<string | undefined> {
    const { out } = await check({
      ...TABLE,
      BIGTABLE_EMULATOR_HOST: bigtable.name.emulatorHost,
      BIGTABLE_WRITES: writes,
      COORDINATOR_HOST: NOBODY,
    });
    return /^(?:ok|problem) .*table.*$/m.exec(out)?.[0];
  }

  test('is a problem for conditional writes: says what it needs, and what works without', async () => {
    expect(await lineOfTable('conditional')).toMatch(
      /^problem .*not allowed by this app profile.*BIGTABLE_APP_PROFILE.*single-row transactions.*BIGTABLE_WRITES=grouped/,
    );
  });

  test('is none for grouped writes', async () => {
    expect(await lineOfTable('grouped')).toMatch(/^ok /);
  });
});

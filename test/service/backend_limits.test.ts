import { createServer } from 'node:http';
import { LARGE_BYTES } from '../../src/common/buffer_pool.js';
import { openBigtable, openRemote } from '../../src/service/backends.js';
import { type Config, loadConfig } from '../../src/service/config.js';
import { openService } from '../../src/service/service.js';
import { CollectorError } from '../../src/common/errors.js';
import { openDeadLetters } from '../../src/service/parts.js';
import { WRITE_LIMITS } from '../../src/storage/bigtable/writer.js';
import type { Storage } from '../../src/storage/storage.js';
import { BigtableServer } from '../fakes/bigtable_server.js';
import { HttpServer } from '../fakes/http_server.js';
import { FakeTable } from '../fakes/table.js';
import { rejectionOf } from '../../src/testing/contract.js';
import { DESCRIPTOR, registrationOf } from '../../src/testing/coordinator_requests.js';
import { buildMessage } from '../../src/testing/message.js';
import { temporaryFolder, wrap } from '../e2e/function.js';
import { listen, open, replyTo } from '../http/listen.js';
import { turn } from '../coordinator/requests.js';

/** Of a backend that does not answer, each call is under way for ever: what its settings allow can be counted. */

const MiB = 1024 * 1024;
const OFF = { PUSH_AUTH: 'off' };

let giveUp: AbortController;
/** An HTTP server that does not answer. */
let silent: HttpServer;

beforeEach(async () => {
  giveUp = new AbortController();
  silent = await HttpServer.start(() => undefined);
});
afterEach(() => silent.stop());

/** A call that is given up at the end of the test. */
function begin(call: Promise<unknown>): void {
  call.catch(() => undefined);
}

/** Goes past the bound, and is told which setting it is. */
async function expectTooMuch(call: () => unknown, setting: string): Promise<void> {
  const error = await rejectionOf(call);
  expect(error.code).toBe('TOO_MUCH_IN_FLIGHT');
  expect(error.message).toContain(setting);
}

async function until(happened: () => boolean): Promise<void> {
  while (!happened()) await turn();
}

describe('a Coordinator that does not answer', () => {
  function open(settings: NodeJS.ProcessEnv) {
    const config = loadConfig({ ...OFF, COORDINATOR_HOST: silent.host, ...settings });
    const coordinator = openRemote(config, () => undefined);
    const register = async (name: string, descriptor = DESCRIPTOR) => {
      const registration = registrationOf({ path: `prefix/+/${name}` });
      await coordinator.registerStream(registration, descriptor, { signal: giveUp.signal });
    };
    return { coordinator, register };
  }

  test('has COORDINATOR_MAX_CALLS under way, and COORDINATOR_MAX_QUEUE wait', async () => {
    const bounds = { COORDINATOR_MAX_CALLS: '1', COORDINATOR_MAX_QUEUE: '3', MAX_STREAMS: '3' };
    let sent = Infinity;
    // On a busy machine the first call may be slow, which lets others go, before it is counted.
    for (let round = 0; round < 5 && sent > 1; round++) {
      const { coordinator, register } = open(bounds);
      const before = silent.requests.length;
      begin(register('first'));
      await until(() => silent.requests.length > before);
      for (const name of ['a', 'b', 'c']) begin(register(name));
      await expectTooMuch(() => register('d'), 'COORDINATOR_MAX_QUEUE');
      for (let turns = 0; turns < 20; turns++) await turn();
      sent = silent.requests.length - before;
      giveUp.abort(new CollectorError('CANCELLED'));
      giveUp = new AbortController();
      await coordinator.close();
    }
    expect(sent).toBe(1);
  });

  test('has COORDINATOR_MAX_QUEUE_BYTES wait', async () => {
    const bounds = { COORDINATOR_MAX_CALLS: '1', COORDINATOR_MAX_QUEUE_BYTES: String(16 * MiB) };
    const { coordinator, register } = open(bounds);
    begin(register('first'));
    await until(() => silent.requests.length === 1);
    const large = Buffer.alloc(7 * MiB);
    begin(register('a', large));
    begin(register('b', large));
    await expectTooMuch(() => register('c', large), 'COORDINATOR_MAX_QUEUE_BYTES');
    begin(register('d'));
    giveUp.abort(new CollectorError('CANCELLED'));
    await coordinator.close();
  });
});

describe('a Bigtable that does not answer', () => {
  let server: BigtableServer;

  beforeEach(async () => {
    server = await BigtableServer.start(
      new FakeTable({ write: () => new Promise(() => undefined) }),
    );
  });

  afterEach(() => {
    server.stop();
  });

  function configOf(settings: NodeJS.ProcessEnv): Config {
    const table = { BIGTABLE_PROJECT: 'project', BIGTABLE_INSTANCE: 'instance' };
    const host = { BIGTABLE_EMULATOR_HOST: server.name.emulatorHost };
    return loadConfig({ ...OFF, ...table, ...host, ...settings });
  }

  /** One log, as a recordio frame, which makes a row. */
  function put(storage: Storage, index: number, bytes = 1): Promise<void> {
    const head = [
      (bytes & 0x7f) | 0x80,
      ((bytes >> 7) & 0x7f) | 0x80,
      ((bytes >> 14) & 0x7f) | 0x80,
    ];
    const records = Buffer.concat([Buffer.from([...head, bytes >> 21]), Buffer.alloc(bytes)]);
    const row = { project: 'project', path: 'prefix/+/name', index: BigInt(index), count: 1 };
    return storage.put({ ...row, records }, { signal: giveUp.signal });
  }

  test.each([
    ['conditional', 'BIGTABLE_MAX_CALLS', ['CheckAndMutateRow']],
    [
      'grouped',
      'BIGTABLE_MAX_GROUPS',
      [
        'MutateRow',
        // Four times as many groups that are slow, and rows of theirs by themselves.
        ...Array<string>(4).fill('MutateRows'),
        ...Array<string>(WRITE_LIMITS.maxHedgedRows).fill('MutateRow'),
      ],
    ],
  ])(
    'has, with %s writes, no more than %s allows under way, and BIGTABLE_MAX_QUEUE rows wait',
    async (writes, places, most) => {
      const bounds = { [places]: '1', BIGTABLE_MAX_QUEUE: '10000' };
      const storage = openBigtable(configOf({ BIGTABLE_WRITES: writes, ...bounds }));
      begin(put(storage, 0));
      await until(() => server.calls.length === 1);
      for (let index = 1; index <= 10_000; index++) begin(put(storage, index));
      await expectTooMuch(() => put(storage, 10_001), 'BIGTABLE_MAX_QUEUE');
      await until(() => server.calls.length === most.length);
      for (let turns = 0; turns < 20; turns++) await turn();
      const called = server.calls.map(({ method }) => method);
      expect(called.sort()).toEqual([...most].sort());
      giveUp.abort(new CollectorError('CANCELLED'));
      await storage.close();
    },
  );

  test.each([
    ['conditional', 'small and large streams', [1, LARGE_BYTES], 'CheckAndMutateRow'],
    ['grouped', 'large streams', [LARGE_BYTES], 'MutateRow'],
  ])(
    'is given, with %s writes, MAX_MESSAGE_WORKERS of the %s of a message at once',
    async (writes, _what, sizes, method) => {
      const folder = temporaryFolder();
      const bounds = { MAX_MESSAGE_WORKERS: '2', MESSAGE_DEADLINE: '2s' };
      const settings = { DATA_DIR: folder.path, BIGTABLE_WRITES: writes, ...bounds };
      const service = openService(configOf(settings), { sink: { write: () => undefined } });
      const pushed = await listen(createServer((...exchange) => void service.handle(...exchange)));
      const streams = sizes.flatMap((bytes) =>
        Array.from({ length: 4 }, (_, at) => ({
          name: `s${bytes}/${at}`,
          logs: ['x'.repeat(bytes)],
        })),
      );
      const body = wrap(buildMessage({ streams }));
      const headers = { 'content-type': 'application/json' };
      const reply = replyTo(open(pushed.port, { headers }).end(body));
      await until(() => server.calls.length >= 2);
      // An attempt ends after half of the deadline, and others begin then.
      await new Promise((resolve) => setTimeout(resolve, 200));
      expect(server.calls.map((call) => call.method)).toEqual([method, method]);
      expect((await reply).status).toBe(503);
      await pushed.close();
      await service.stop();
      folder.remove();
    },
  );

  test('has BIGTABLE_MAX_QUEUE_BYTES wait for groups', async () => {
    const bounds = { BIGTABLE_MAX_GROUPS: '1', BIGTABLE_MAX_QUEUE_BYTES: String(16 * MiB) };
    const storage = openBigtable(configOf({ BIGTABLE_WRITES: 'grouped', ...bounds }));
    begin(put(storage, 0));
    await until(() => server.calls.length === 1);
    // Larger rows wait for no group.
    const rowBytes = MiB / 5;
    for (let index = 1; index < 80; index++) begin(put(storage, index, rowBytes));
    await expectTooMuch(() => put(storage, 80, rowBytes), 'BIGTABLE_MAX_QUEUE_BYTES');
    begin(put(storage, 81));
    giveUp.abort(new CollectorError('CANCELLED'));
    await storage.close();
  });
});

describe('a topic that does not answer', () => {
  function open(settings: NodeJS.ProcessEnv) {
    const topic = { DEAD_LETTER_TOPIC: 'projects/p-1/topics/refused' };
    const emulator = { PUBSUB_EMULATOR_HOST: silent.host };
    const deadLetters = openDeadLetters(
      loadConfig({ ...topic, ...emulator, ...settings }),
      undefined,
    )!;
    return (bytes: number) =>
      deadLetters.put({ data: Buffer.alloc(bytes), attributes: {} }, giveUp.signal);
  }

  test('has DEAD_LETTER_MAX_CALLS under way', async () => {
    const put = open({ DEAD_LETTER_MAX_CALLS: '2' });
    begin(put(1));
    begin(put(1));
    await expectTooMuch(() => put(1), 'DEAD_LETTER_MAX_CALLS');
    await until(() => silent.requests.length === 2);
    giveUp.abort(new CollectorError('CANCELLED'));
  });

  test('has DEAD_LETTER_MAX_BYTES under way', async () => {
    const put = open({ DEAD_LETTER_MAX_BYTES: String(16 * MiB) });
    begin(put(7 * MiB));
    begin(put(7 * MiB));
    await expectTooMuch(() => put(2 * MiB + 1), 'DEAD_LETTER_MAX_BYTES');
    begin(put(2 * MiB));
    giveUp.abort(new CollectorError('CANCELLED'));
  });
});

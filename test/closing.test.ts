import { spawn } from 'node:child_process';
import { serveCredentials } from '../src/cli/dev/credentials.js';
import { stopChild } from '../src/cli/child_function.js';
import { Collector } from '../src/collector/collector.js';
import { Batcher } from '../src/common/batcher.js';
import { CachedCoordinator } from '../src/coordinator/cache.js';
import { PrpcClient } from '../src/coordinator/prpc/client.js';
import { openRemote } from '../src/coordinator/prpc/open.js';
import { openServer } from '../src/http/server.js';
import { openEnvironment } from '../src/local/environment.js';
import { openLocal } from '../src/local/local.js';
import { loadConfig } from '../src/service/config.js';
import { openService } from '../src/service/service.js';
import { BigtableStorage } from '../src/storage/bigtable/bigtable.js';
import { GrpcTable } from '../src/storage/bigtable/grpc_table.js';
import { Flusher } from '../src/telemetry/flusher.js';
import { buildMessage } from '../src/testing/message.js';
import { FakeCoordinator } from './fakes/coordinator.js';
import { servePrpc } from './fakes/coordinator_server.js';
import { registrationOf } from '../src/testing/coordinator_requests.js';
import { gate } from './coordinator/requests.js';
import { folderOfSuite } from './e2e/function.js';
import { halfPush } from './e2e/half_push.js';
import { listen } from './http/listen.js';
import { BigtableServer } from './fakes/bigtable_server.js';
import { FakeTable, type TableWrite } from './fakes/table.js';
import { recordsOf } from '../src/testing/records.js';

/** Something that is closed, maybe while work is under way. */
interface Closable {
  readonly close: () => Promise<unknown>;
  /** Ends the work. */
  readonly finish?: () => unknown;
  readonly cleanUp?: () => unknown;
}

const FOLDER = folderOfSuite();
let folders = 0;
const newFolder = () => `${FOLDER}/${++folders}`;

/** A storage over a table whose writes wait. */
function heldStorage() {
  const held = gate();
  const write = ({ store }: TableWrite) => held.promise.then(() => store());
  const storage = new BigtableStorage({ table: new FakeTable({ write }), writes: 'grouped' });
  return { held, storage };
}

const ROW = { project: 'p', path: 'a/+/b', index: 0n, count: 1, records: recordsOf(['log']) };

/** A service behind a server, with half a request under way. */
async function serviceWith(path: string, close: 'stop' | 'abandon'): Promise<Closable> {
  const settings = { DATA_DIR: newFolder() };
  const service = openService(loadConfig(settings), { sink: { write: () => undefined } });
  const options = { messageDeadlineMs: 60_000, maxConnections: 10 };
  const server = await listen(openServer(service.handle, options));
  const half = await halfPush(server.port, Buffer.alloc(100), path);
  half.on('error', () => undefined).on('response', (answer) => answer.resume());
  return {
    close: () => (close === 'stop' ? service.stop() : service.abandon(new Error('a bug'))),
    finish: () => half.destroy(),
    cleanUp: async () => {
      await service.stop();
      await server.close();
    },
  };
}

async function coordinatorUnderWay(): Promise<{
  host: string;
  finish: () => void;
  stop: () => Promise<void>;
}> {
  const held = gate();
  const server = await servePrpc(new FakeCoordinator(), () => held.promise);
  return {
    host: server.host,
    finish: () => {
      held.open(undefined);
    },
    stop: () => server.stop(),
  };
}

const OPENERS: Record<string, () => Promise<Closable> | Closable> = {
  'a Collector with a message under way': () => {
    const { held, storage } = heldStorage();
    const collector = new Collector({ coordinator: new FakeCoordinator(), storage });
    const done = collector.process(buildMessage({ streams: [{ name: 'a', logs: ['one'] }] }));
    return { close: () => collector.close(), finish: () => (held.open(), done) };
  },
  'the storage in Bigtable with a row under way': () => {
    const { held, storage } = heldStorage();
    const done = storage.put({ ...ROW, timestampMs: 1 }, {});
    return { close: () => storage.close(), finish: () => (held.open(), done) };
  },
  'the table of Bigtable': async () => {
    const bigtable = await BigtableServer.start();
    const table = new GrpcTable(bigtable.name);
    await table.setRow(
      { key: 'k', value: Buffer.from('v'), timestampMicros: 0 },
      {
        signal: undefined,
        timeoutMs: 5000,
      },
    );
    return {
      close: () => table.close(),
      cleanUp: () => {
        bigtable.stop();
      },
    };
  },
  'a batcher with a batch under way': () => {
    const held = gate();
    const batcher = new Batcher<string, string>({
      backend: 'backend',
      limits: {
        maxItems: 1,
        maxBytes: 10,
        maxBatches: 1,
        maxSlowBatches: 0,
        maxPartialBatches: 1,
        maxQueuedItems: 10,
        maxQueuedBytes: 10,
      },
      bounds: '',
      sizeOf: () => 1,
      send: async (batch) => {
        await held.promise;
        for (const one of batch) one.resolve('');
      },
    });
    void batcher.add('a', undefined);
    return {
      close: () => batcher.close(),
      finish: () => {
        held.open(undefined);
      },
    };
  },
  'a remote Coordinator with a call under way': async () => {
    const { host, finish, stop } = await coordinatorUnderWay();
    const coordinator = new CachedCoordinator(openRemote({ host, insecure: true }), {
      size: 10,
      expirationMs: 1000,
    });
    const done = Promise.resolve(coordinator.registerStream(registrationOf(), Buffer.from(''), {}));
    done.catch(() => undefined);
    return { close: () => coordinator.close(), finish, cleanUp: stop };
  },
  'a pRPC client with a call under way': async () => {
    const { host, finish, stop } = await coordinatorUnderWay();
    const client = new PrpcClient({ origin: `http://${host}` });
    void client.call('Batch', Buffer.alloc(0));
    return { close: () => client.close(), finish, cleanUp: stop };
  },
  'a store': () => {
    const environment = openEnvironment(newFolder());
    return { close: () => environment.close() };
  },
  'the local backends': () => {
    const retention = { maxBytes: 2 ** 30, maxAgeMs: 0, logsBegin: false, warn: () => undefined };
    const local = openLocal(newFolder(), { retention });
    return { close: () => local.close() };
  },
  'a flusher of telemetry': () => {
    const send = () => Promise.resolve();
    const flusher = new Flusher({ send, intervalMs: 1000, onSent: () => undefined });
    return { close: () => flusher.close() };
  },
  'a service with a push under way': () => serviceWith('/', 'stop'),
  'a service with a call of its Coordinator under way': () =>
    serviceWith('/prpc/logdog.Logs/Query', 'stop'),
  'a service with a push under way, given up': () => serviceWith('/', 'abandon'),
  'the server of credentials': () => serveCredentials(0),
  'a child process': () => {
    const child = spawn('sleep', ['60']);
    return { close: () => stopChild(child) };
  },
};

test.each(Object.keys(OPENERS))(
  '%s: closed twice at once, and once more afterwards: every caller goes on',
  async (name) => {
    const { close, finish, cleanUp } = await OPENERS[name]!();
    const both = Promise.all([close(), close()]);
    await finish?.();
    await both;
    await close();
    await cleanUp?.();
  },
);

test('a service that is stopped, and then crashes: both callers go on, at once', async () => {
  const settings = { DATA_DIR: newFolder() };
  const service = openService(loadConfig(settings), { sink: { write: () => undefined } });
  const options = { messageDeadlineMs: 60_000, maxConnections: 10 };
  const server = await listen(openServer(service.handle, options));
  const half = await halfPush(server.port, Buffer.alloc(100));
  half
    .on('error', () => undefined)
    .on('response', (answer) => {
      answer.resume();
      half.destroy();
    });
  const begun = performance.now();
  await Promise.all([service.stop(), service.abandon(new Error('a bug'))]);
  expect(performance.now() - begun).toBeLessThan(4000);
  await server.close();
});

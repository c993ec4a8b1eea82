import {
  Collector,
  type CollectorOptions,
  createPushHandler,
  type PushHandlerOptions,
} from '../../src/library/collector.js';
import {
  CachedCoordinator,
  MemoryCoordinator,
  openRemoteCoordinator,
  type RemoteSettings,
  type StateCacheOptions,
} from '../../src/library/coordinator.js';
import { openLocal } from '../../src/library/local.js';
import { MemoryStorage, openBigtableStorage } from '../../src/library/storage.js';
import { buildMessage } from '../../src/testing/message.js';
import { registrationOf, DESCRIPTOR } from '../../src/testing/coordinator_requests.js';
import { FakeCoordinator } from '../fakes/coordinator.js';

const BAD = [NaN, -1, 0.5, Infinity];
const TOO_LARGE = 10 * 1024 * 1024 + 1;

function collectorWith(options: Partial<CollectorOptions> = {}): Collector {
  return new Collector({
    coordinator: new MemoryCoordinator(),
    storage: new MemoryStorage(),
    ...options,
  });
}

function openBigtable(options: object): unknown {
  const table = { project: 'p', instance: 'i', table: 't' };
  return openBigtableStorage({ ...table, ...options });
}

/** Each option that a program of one's own may get wrong, with values that make no sense. */
const WRONG: readonly (readonly [
  what: string,
  open: (options: object) => unknown,
  name: string,
  values: readonly unknown[],
])[] = [
  ['CachedCoordinator', openCache, 'size', BAD],
  ['CachedCoordinator', openCache, 'expirationMs', BAD],
  ['MemoryStorage', (options) => new MemoryStorage(options), 'maxRowSize', [...BAD, 0, TOO_LARGE]],
  ['openBigtableStorage', openBigtable, 'maxRowSize', [...BAD, 0, TOO_LARGE]],
  ['openBigtableStorage', openBigtable, 'project', ['', undefined]],
  ['openBigtableStorage', openBigtable, 'instance', ['', undefined]],
  ['openBigtableStorage', openBigtable, 'table', ['', undefined]],
  ['openBigtableStorage', openBigtable, 'writes', ['both', '']],
  ['openRemoteCoordinator', openRemote, 'host', ['', undefined]],
  ['openRemoteCoordinator', openRemote, 'timeoutMs', [...BAD, 0]],
  ['openLocal', (options) => openLocal('not-made', options), 'maxRowSize', [...BAD, 0, TOO_LARGE]],
  ['openLocal', (options) => openLocal('not-made', options), 'prefixExpirationMs', BAD],
  ['createPushHandler', openHandler, 'messageDeadlineMs', [...BAD, 0, 600_001]],
  ['createPushHandler', openHandler, 'maxInFlightBytes', [...BAD, 0, 1024]],
];

function openCache(options: StateCacheOptions): unknown {
  return new CachedCoordinator(new MemoryCoordinator(), options);
}

function openRemote(options: Partial<RemoteSettings>): unknown {
  return openRemoteCoordinator({ host: 'logs.example.com', ...options });
}

function openHandler(options: Partial<PushHandlerOptions>): unknown {
  return createPushHandler({ collector: collectorWith(), ...options });
}

describe('the options of the library', () => {
  test.each(WRONG)('%s refuses what makes no sense: %#', (_, open, name, values) => {
    for (const value of values) {
      const wrong = () => open({ [name]: value });
      expect(wrong).toThrow(expect.objectContaining({ code: 'BAD_SETTINGS' }) as Error);
      expect(wrong).toThrow(name);
    }
  });

  test('openLocal refuses to open no directory', () => {
    expect(() => openLocal('')).toThrow('directory');
  });

  test('a state cache of size 0, or of no time, has the defaults, as in the reference', async () => {
    let now = 1;
    const coordinator = new FakeCoordinator();
    const cache = new CachedCoordinator(coordinator, { size: 0, expirationMs: 0, now: () => now });
    const register = () => cache.registerStream(registrationOf(), DESCRIPTOR, {});
    await register();
    now += 10 * 60_000 - 1;
    await register();
    expect(coordinator.count('registerStream')).toBe(1);
    now += 2;
    await register();
    expect(coordinator.count('registerStream')).toBe(2);
  });

  test('an option of the push handler that is undefined has its default', async () => {
    const handler = createPushHandler({
      collector: collectorWith(),
      ...({ messageDeadlineMs: undefined, maxInFlightBytes: undefined, log: undefined } as object),
    });
    await handler.close();
  });
});

describe('Collector.process', () => {
  test.each([
    ['undefined', undefined],
    ['a text', 'text'],
    ['an object', {}],
    ['a list', [1]],
  ])('with %s for a message rejects, and closing does not wait for it', async (_, message) => {
    const collector = collectorWith();
    await expect(collector.process(message as Uint8Array)).rejects.toMatchObject({
      name: 'ProcessError',
      code: 'INTERNAL',
      retryable: true,
      message: expect.stringContaining('Uint8Array') as string,
    });
    const result = await collector.process(buildMessage({ streams: [{ name: 'a', logs: ['x'] }] }));
    expect(result.outcome).toBe('done');
    await collector.close();
  });
});

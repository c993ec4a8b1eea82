import { Collector, type CollectorOptions } from '../../src/collector/collector.js';
import { LARGE_BYTES } from '../../src/common/buffer_pool.js';
import { CollectorError } from '../../src/common/errors.js';
import { MemoryStorage } from '../../src/storage/memory.js';
import { buildMessage } from '../../src/testing/message.js';
import { FakeCoordinator } from '../fakes/coordinator.js';
import { FakeStorage } from '../fakes/storage.js';

const MESSAGE = buildMessage({ streams: [{ name: 'one', logs: ['a'] }] });
const BAD = [NaN, -1, 0.5, Infinity];

async function registrationsOf(options: Partial<CollectorOptions>): Promise<number> {
  const coordinator = new FakeCoordinator();
  const collector = new Collector({ coordinator, storage: new MemoryStorage(), ...options });
  await collector.process(MESSAGE);
  await new Promise((resolve) => setTimeout(resolve, 5));
  await collector.process(MESSAGE);
  return coordinator.count('registerStream');
}

/** How many of a message's 10 streams are stored at once, each with one log of this size. */
async function mostAtOnce(bytes: number, options: Partial<CollectorOptions>): Promise<number> {
  let underWay = 0;
  let most = 0;
  const storage = new FakeStorage(async (_request, _options, store) => {
    most = Math.max(most, ++underWay);
    await new Promise(setImmediate);
    await store();
    underWay--;
  });
  const collector = new Collector({ coordinator: new FakeCoordinator(), storage, ...options });
  const logs = ['x'.repeat(bytes)];
  const streams = Array.from({ length: 10 }, (_, at) => ({ name: `s${at}`, logs }));
  expect((await collector.process(buildMessage({ streams }))).outcome).toBe('done');
  return most;
}

describe("the Collector's options", () => {
  test.each([
    [undefined, 2],
    [0, 1],
    [60_000, 1],
    [1, 2],
  ])(
    'streamStateCacheExpireMs %p: two messages of a stream ask the Coordinator %d times',
    async (streamStateCacheExpireMs, calls) => {
      const options = streamStateCacheExpireMs === undefined ? {} : { streamStateCacheExpireMs };
      expect(await registrationsOf(options)).toBe(calls);
    },
  );

  test.each([
    ['maxMessageWorkers 0 is the default of 4', { maxMessageWorkers: 0 }, [4, 4]],
    ['maxMessageWorkers bounds large ones too', { maxMessageWorkers: 8 }, [8, 8]],
    ['maxLargeStores bounds large ones alone', { maxMessageWorkers: 8, maxLargeStores: 3 }, [8, 3]],
    ['maxLargeStores 0 leaves it as it is', { maxMessageWorkers: 8, maxLargeStores: 0 }, [8, 8]],
  ])('stores of a message at once: %s', async (_what, options, atOnce) => {
    expect([await mostAtOnce(1, options), await mostAtOnce(LARGE_BYTES, options)]).toEqual(atOnce);
  });

  test.each([
    ...BAD.map((value) => ({ streamStateCacheExpireMs: value })),
    ...BAD.map((value) => ({ maxMessageWorkers: value })),
    ...BAD.map((value) => ({ maxLargeStores: value })),
    ...[...BAD, 0].map((value) => ({ maxStreams: value })),
    ...[...BAD, 1024].map((value) => ({ maxUnpackedBytes: value })),
  ])('%p is refused with an error that names it', (options) => {
    const coordinator = new FakeCoordinator();
    const storage = new MemoryStorage();
    const name = Object.keys(options)[0]!;
    const open = () => new Collector({ coordinator, storage, ...options });
    expect(open).toThrow(CollectorError);
    expect(open).toThrow(`the Collector's ${name} must be a whole number`);
  });
});

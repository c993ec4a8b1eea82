import { Collector } from '../../src/collector/collector.js';
import { CachedCoordinator } from '../../src/coordinator/cache.js';
import { LocalCoordinator } from '../../src/local/coordinator/local_coordinator.js';
import { openEnvironment } from '../../src/local/environment.js';
import { LmdbStorage, openLogTable } from '../../src/local/lmdb.js';
import { buildMessage } from '../../src/testing/message.js';
import { FakeCoordinator } from '../fakes/coordinator.js';
import { temporaryFolder } from './function.js';

test('200 messages at once of the same bundle register each stream once', async () => {
  const folder = temporaryFolder();
  const environment = openEnvironment(folder.path);
  const local = new LocalCoordinator({ environment });
  const registered: string[] = [];
  const counting = new FakeCoordinator({
    register: (registration, options, descriptor) => {
      registered.push(registration.path);
      return local.registerStream(registration, descriptor, options);
    },
  });
  const coordinator = new CachedCoordinator(counting, { size: 1000, expirationMs: 60_000 });
  const storage = new LmdbStorage({ environment });
  const collector = new Collector({ coordinator, storage });

  const names = Array.from({ length: 20 }, (_, position) => `stream/${position}`);
  const streams = names.map((name) => ({ name, logs: ['one', 'two'], terminalIndex: 1 }));
  const message = buildMessage({ prefix: 'same', streams });
  const results = await Promise.all(Array.from({ length: 200 }, () => collector.process(message)));
  const rows = [...openLogTable(environment).getKeys({})];
  await collector.close();
  await coordinator.close();
  await local.close();
  await storage.close();
  await environment.close();
  folder.remove();

  expect(results.flatMap(({ entries }) => entries)).toHaveLength(200 * 20);
  expect(results.flatMap(({ entries }) => entries).every((e) => e.outcome === 'stored')).toBe(true);
  expect(registered.sort()).toEqual(names.map((name) => `same/+/${name}`).sort());
  // The registration brought the terminal index: nothing is left to terminate.
  expect(counting.count('terminateStream')).toBe(0);
  expect(rows).toHaveLength(20);
});

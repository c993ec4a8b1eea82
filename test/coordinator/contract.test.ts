import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CachedCoordinator } from '../../src/coordinator/cache.js';
import type { Coordinator } from '../../src/coordinator/coordinator.js';
import { MemoryCoordinator } from '../../src/coordinator/memory.js';
import { LocalCoordinator } from '../../src/local/coordinator/local_coordinator.js';
import { openEnvironment } from '../../src/local/environment.js';
import type {
  CoordinatorSettings,
  CoordinatorUnderTest,
} from '../../src/testing/coordinator_cases.js';
import { describeCoordinator } from '../contract/coordinator.js';

type Wrap = (coordinator: Coordinator) => Coordinator;

/** Opens a local Coordinator in a directory, behind whatever is to be tested in front of it. */
function openIn(dir: string, settings: CoordinatorSettings, wrap: Wrap): CoordinatorUnderTest {
  const environment = openEnvironment(dir);
  const coordinator = wrap(new LocalCoordinator({ environment, ...settings }));
  const close = async () => {
    await coordinator.close();
    await environment.close();
  };
  return {
    coordinator,
    reopen: async () => {
      await close();
      return openIn(dir, settings, wrap);
    },
    destroy: async () => {
      await close();
      rmSync(dir, { recursive: true });
    },
  };
}

function opener(wrap: Wrap) {
  return (settings: CoordinatorSettings) => {
    const dir = mkdtempSync(join(tmpdir(), 'coordinator-test-'));
    return Promise.resolve(openIn(dir, settings, wrap));
  };
}

describeCoordinator(
  'local',
  opener((coordinator) => coordinator),
);

describeCoordinator(
  'local, behind the state cache',
  opener((coordinator) => new CachedCoordinator(coordinator, { size: 1000, expirationMs: 60_000 })),
);

describeCoordinator(
  'in memory',
  (settings) => {
    const coordinator = new MemoryCoordinator(settings);
    const never = () => Promise.reject(new Error('it is not durable'));
    return Promise.resolve({ coordinator, reopen: never, destroy: () => coordinator.close() });
  },
  { durable: false },
);

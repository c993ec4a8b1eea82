import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CachedCoordinator } from '../../../src/coordinator/cache.js';
import type { Coordinator } from '../../../src/coordinator/coordinator.js';
import { LocalCoordinator } from '../../../src/local/coordinator/local_coordinator.js';
import { openRemote } from '../../../src/coordinator/prpc/open.js';
import { BATCH_LIMITS } from '../../../src/coordinator/prpc/remote.js';
import type { BatchLimits } from '../../../src/common/batcher.js';
import { openEnvironment } from '../../../src/local/environment.js';
import type {
  CoordinatorSettings,
  CoordinatorUnderTest,
} from '../../../src/testing/coordinator_cases.js';
import { describeCoordinator } from '../../contract/coordinator.js';
import { LmdbStorage } from '../../../src/local/lmdb.js';
import { serveCoordinator } from '../../../src/local/served/served.js';
import { JsonLog } from '../../../src/telemetry/log.js';
import { descriptor } from './rig.js';
import { serve } from './server.js';

type Wrap = (coordinator: Coordinator) => Coordinator;

/** Over pRPC a stream's path is what its descriptor says: gives each registration one that says it. */
function described(inner: Coordinator): Coordinator {
  return {
    registerStream: (registration, _descriptor, options) =>
      inner.registerStream(registration, descriptorOf(registration.path), options),
    terminateStream: (request, options) => inner.terminateStream(request, options),
    close: () => inner.close(),
  };
}

function descriptorOf(path: string): Buffer {
  const [prefix = '', ...name] = path.split('/+/');
  return descriptor(prefix, name.join('/+/'));
}

async function openIn(
  dir: string,
  settings: CoordinatorSettings,
  wrap: Wrap,
  limits: BatchLimits,
): Promise<CoordinatorUnderTest> {
  const environment = openEnvironment(dir);
  const local = new LocalCoordinator({ environment, ...settings });
  const storage = new LmdbStorage({ environment });
  const log = new JsonLog('error');
  const logBundleTopic = 'projects/local/topics/logs';
  const serving = await serve(
    serveCoordinator({ coordinator: local, storage, logBundleTopic, log }),
  );
  const host = `127.0.0.1:${serving.port}`;
  const coordinator = wrap(described(openRemote({ host, insecure: false, limits })));
  const close = async () => {
    await coordinator.close();
    await serving.close();
    await local.close();
    await environment.close();
  };
  return {
    coordinator,
    reopen: async () => {
      await close();
      return openIn(dir, settings, wrap, limits);
    },
    destroy: async () => {
      await close();
      rmSync(dir, { recursive: true });
    },
  };
}

function opener(wrap: Wrap, limits = BATCH_LIMITS) {
  return (settings: CoordinatorSettings) => {
    const dir = mkdtempSync(join(tmpdir(), 'coordinator-test-'));
    return openIn(dir, settings, wrap, limits);
  };
}

/** Each call goes on its own. */
const UNGROUPED = { ...BATCH_LIMITS, maxItems: 1, maxPartialBatches: BATCH_LIMITS.maxBatches };

function cached(coordinator: Coordinator): Coordinator {
  return new CachedCoordinator(coordinator, { size: 1000, expirationMs: 60_000 });
}

function plain(coordinator: Coordinator): Coordinator {
  return coordinator;
}

describeCoordinator('local, served over pRPC, grouped', opener(plain));
describeCoordinator('local, served over pRPC, grouped, cached', opener(cached));
describeCoordinator('local, served over pRPC, not grouped', opener(plain, UNGROUPED));
describeCoordinator('local, served over pRPC, not grouped, cached', opener(cached, UNGROUPED));

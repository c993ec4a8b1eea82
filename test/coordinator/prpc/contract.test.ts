import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CachedCoordinator } from '../../../src/coordinator/cache.js';
import type { Coordinator } from '../../../src/coordinator/coordinator.js';
import { EmbeddedCoordinator } from '../../../src/coordinator/embedded.js';
import { openRemote } from '../../../src/coordinator/prpc/remote.js';
import { openEnvironment } from '../../../src/storage/environment.js';
import {
  type CoordinatorSettings,
  type CoordinatorUnderTest,
  describeCoordinator,
} from '../../contract/coordinator.js';
import { descriptorOf, servePrpc } from './prpc_server.js';

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

async function openIn(
  dir: string,
  settings: CoordinatorSettings,
  wrap: Wrap,
): Promise<CoordinatorUnderTest> {
  const environment = openEnvironment(dir);
  const embedded = new EmbeddedCoordinator({ environment, ...settings });
  const server = await servePrpc(embedded);
  const coordinator = wrap(described(openRemote({ host: server.host, insecure: false })));
  const close = async () => {
    await coordinator.close();
    await server.stop();
    await embedded.close();
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
    return openIn(dir, settings, wrap);
  };
}

describeCoordinator(
  'over pRPC',
  opener((coordinator) => coordinator),
);

describeCoordinator(
  'over pRPC, behind the state cache',
  opener((coordinator) => new CachedCoordinator(coordinator, { size: 1000, expirationMs: 60_000 })),
);

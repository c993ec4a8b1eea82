import { lateModule } from '../common/late_module.js';
import type { Config } from './config.js';
import type { Coordinator } from '../coordinator/coordinator.js';
import type { LocalBackends } from '../local/local.js';
import type { RowStorage } from '../storage/row_storage.js';

/** What the settings chose, without the state cache. */
export interface Backends {
  readonly storage: RowStorage;
  readonly coordinator: Coordinator;
  /** The local backends, where one of the two is. */
  readonly local: LocalBackends | undefined;
  /** Closes all but the Coordinator, which is closed by what is put around it. */
  close(): Promise<void>;
}

// What one choice needs is loaded for that choice alone: it is paid at every cold start.
const bigtable = lateModule(
  () => require('./open_bigtable.js') as typeof import('./open_bigtable.js'),
  'the Bigtable storage',
);
const localModule = lateModule(
  () => require('../local/local.js') as typeof import('../local/local.js'),
  'the local store',
);
const remote = lateModule(
  () => require('../coordinator/prpc/open.js') as typeof import('../coordinator/prpc/open.js'),
  'the client of a remote Coordinator',
);

/**
 * Opens the backends of the settings: Bigtable where it is named, and a remote Coordinator where one is; otherwise the
 * local ones. Nothing is connected yet.
 *
 * @param warn is called with what is unexpected in a Coordinator's answers, and what was expunged from the local store
 * @throws CollectorError BAD_SETTINGS
 */
export function openBackends(config: Config, warn: (message: string) => void): Backends {
  // The local ones last: what fails before makes no store.
  const table = usesBigtable(config) ? openBigtable(config) : undefined;
  const remoteCoordinator = usesRemote(config) ? openRemote(config, warn) : undefined;
  const local = usesLocal(config) ? openLocal(config, warn) : undefined;
  const storage = table ?? local!.storage;
  const coordinator = remoteCoordinator ?? local!.coordinator;
  const close = async () => {
    await table?.close();
    await local?.close();
  };
  return { storage, coordinator, local, close };
}

/** Whether one of the backends is the local one: then this is a laptop, or a server of one's own. */
export function usesLocal(config: Config): boolean {
  return !usesBigtable(config) || !usesRemote(config);
}

export function usesBigtable({ bigtableProject }: Config): boolean {
  return bigtableProject !== '';
}

export function usesRemote({ coordinatorHost }: Config): boolean {
  return coordinatorHost !== '';
}

export function openBigtable(config: Config): RowStorage {
  return bigtable.get().openBigtableStorage(config);
}

function openLocal(config: Config, warn: (message: string) => void): LocalBackends {
  return localModule.get().openLocal(config.dataDir, {
    maxRowSize: config.rowLimitBytes,
    strict: config.coordinatorStrict,
    prefixExpirationMs: config.coordinatorPrefixExpirationMs,
    retention: {
      maxBytes: config.dataMaxBytes,
      maxAgeMs: config.dataMaxAgeMs,
      logsBegin: usesRemote(config),
      warn,
    },
  });
}

/** The Coordinator of the settings COORDINATOR_HOST, COORDINATOR_INSECURE and COORDINATOR_MAX_*. */
export function openRemote(config: Config, warn: (message: string) => void): Coordinator {
  return remote.get().openRemote({
    host: config.coordinatorHost,
    insecure: config.coordinatorInsecure,
    timeoutMs: config.messageDeadlineMs,
    limits: {
      maxBatches: config.coordinatorMaxCalls,
      maxQueuedItems: config.coordinatorMaxQueue,
      maxQueuedBytes: config.coordinatorMaxQueueBytes,
    },
    warn,
  });
}

import { EmbeddedCoordinator, type EmbeddedCoordinatorOptions } from './coordinator/embedded.js';
import { openEnvironment } from './storage/environment.js';
import { LmdbStorage } from './storage/lmdb.js';

/** The embedded backends: one environment, and what is kept in it. */
export interface Embedded {
  readonly storage: LmdbStorage;
  readonly coordinator: EmbeddedCoordinator;
  close(): Promise<void>;
}

export interface EmbeddedOptions extends Omit<EmbeddedCoordinatorOptions, 'environment'> {
  readonly maxRowSize?: number;
}

/**
 * Opens the embedded backends in a directory, and makes it where there is none.
 *
 * @throws CollectorError BAD_SETTINGS
 */
export function openEmbedded(dir: string, options: EmbeddedOptions = {}): Embedded {
  const environment = openEnvironment(dir);
  const { maxRowSize, ...rest } = options;
  const storage = new LmdbStorage({ environment, ...(maxRowSize !== undefined && { maxRowSize }) });
  const coordinator = new EmbeddedCoordinator({ environment, ...rest });
  const close = async () => {
    await storage.close();
    await coordinator.close();
    // Last, and once: whatever uses lmdb after it ends the process.
    await environment.close();
  };
  return { storage, coordinator, close };
}

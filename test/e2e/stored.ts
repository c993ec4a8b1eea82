import { LocalCoordinator } from '../../src/local/coordinator/local_coordinator.js';
import { type Environment, openEnvironment } from '../../src/local/environment.js';
import { LmdbStorage, openLogTable } from '../../src/local/lmdb.js';

/** What the function has stored, read by another process: this one. */
export class Stored {
  private readonly environment: Environment;

  constructor(dataDir: string) {
    this.environment = openEnvironment(dataDir);
  }

  /** A stream's logs as they are stored, from index 0 on. */
  async logs(project: string, path: string): Promise<Buffer[]> {
    const storage = new LmdbStorage({ environment: this.environment });
    const logs: Buffer[] = [];
    for await (const { data } of storage.get({ project, path }, {})) logs.push(Buffer.from(data));
    return logs;
  }

  /** Every row: its key and its value. */
  rows(): Map<string, Buffer> {
    const table = openLogTable(this.environment);
    return new Map(table.getKeys().map((key) => [key, Buffer.from(table.get(key)!)]));
  }

  /** The value of a row. */
  row(key: string): Buffer | undefined {
    const value = openLogTable(this.environment).get(key);
    return value && Buffer.from(value);
  }

  /** The paths of all streams that the Coordinator knows. */
  paths(): string[] {
    const coordinator = new LocalCoordinator({ environment: this.environment });
    return [...coordinator.streams()].map(({ path }) => path);
  }

  /** How many times something was committed, each a wait for the disk. */
  commits(): number {
    return openLogTable(this.environment).getStats().lastTxnId;
  }

  async close(): Promise<void> {
    await this.environment.close();
  }
}

/** Reads what is stored in a folder. */
export async function readStored<T>(
  dataDir: string,
  read: (stored: Stored) => T | Promise<T>,
): Promise<T> {
  const stored = new Stored(dataDir);
  try {
    return await read(stored);
  } finally {
    await stored.close();
  }
}

import type { Database } from 'lmdb';
import type { Environment } from '../storage/environment.js';
import { nameKey } from './name_key.js';

/** What is kept of a prefix: who knows its secret may register streams under it until it expires. */
export interface PrefixRecord {
  readonly project: string;
  readonly prefix: string;
  readonly secret: Uint8Array;
  readonly created: Date;
  readonly expiration: Date;
}

/** A record as it stands in the table, in JSON. */
interface StoredPrefix {
  readonly project: string;
  readonly prefix: string;
  /** base64 */
  readonly secret: string;
  /** Milliseconds since 1970. */
  readonly created: number;
  readonly expiration: number;
}

/** The registered prefixes: `nameKey(project, prefix)` → record. */
export class PrefixTable {
  private readonly prefixes: Database<StoredPrefix, Buffer>;

  constructor(environment: Environment) {
    const options = { name: 'prefixes', encoding: 'json', keyEncoding: 'binary' } as const;
    this.prefixes = environment.openDB<StoredPrefix, Buffer>(options);
  }

  get(project: string, prefix: string): PrefixRecord | undefined {
    const stored = this.prefixes.get(nameKey(project, prefix));
    if (stored === undefined) return undefined;
    const secret = Buffer.from(stored.secret, 'base64');
    const created = new Date(stored.created);
    return { project, prefix, secret, created, expiration: new Date(stored.expiration) };
  }

  /** Inside a transaction only. */
  put({ project, prefix, secret, created, expiration }: PrefixRecord): void {
    const stored: StoredPrefix = {
      project,
      prefix,
      secret: Buffer.from(secret).toString('base64'),
      created: created.getTime(),
      expiration: expiration.getTime(),
    };
    void this.prefixes.put(nameKey(project, prefix), stored);
  }
}

import type { Environment } from '../environment.js';
import type { Table } from '../table.js';
import { nameKey } from './name_key.js';

/** The record of a prefix: a caller that knows its secret may register streams under it until it expires. */
export interface PrefixRecord {
  readonly project: string;
  readonly prefix: string;
  readonly secret: Uint8Array;
  readonly created: Date;
  readonly expiration: Date;
  /** As it was registered with, or LEGACY_REALM. */
  readonly realm: string;
  /** What tells that a registration is the same one again, 32 bytes; undefined where there was none. */
  readonly opNonce: Uint8Array | undefined;
}

/** The realm of a prefix that was registered without one (the reference's name for it). */
export const LEGACY_REALM = '@legacy';

/** A record as it stands in the table, in JSON. */
interface StoredPrefix extends Pick<PrefixRecord, 'project' | 'prefix'> {
  /** base64 */
  readonly secret: string;
  /** Milliseconds since 1970. */
  readonly created: number;
  readonly expiration: number;
  readonly realm?: string;
  /** base64 */
  readonly opNonce?: string;
}

/** The registered prefixes: `nameKey(project, prefix)` → record. */
export class PrefixTable {
  private readonly prefixes: Table<StoredPrefix, Buffer>;

  constructor(environment: Environment) {
    const options = { name: 'prefixes', encoding: 'json', keyEncoding: 'binary' } as const;
    this.prefixes = environment.openDB<StoredPrefix, Buffer>(options);
  }

  get(project: string, prefix: string): PrefixRecord | undefined {
    const stored = this.prefixes.get(nameKey(project, prefix));
    if (stored === undefined) return undefined;
    const { realm = LEGACY_REALM, opNonce } = stored;
    return {
      ...stored,
      secret: Buffer.from(stored.secret, 'base64'),
      created: new Date(stored.created),
      expiration: new Date(stored.expiration),
      realm,
      opNonce: opNonce === undefined ? undefined : Buffer.from(opNonce, 'base64'),
    };
  }

  /** Inside a transaction only. */
  put({ opNonce, ...record }: PrefixRecord): void {
    const stored: StoredPrefix = {
      ...record,
      secret: Buffer.from(record.secret).toString('base64'),
      created: record.created.getTime(),
      expiration: record.expiration.getTime(),
      ...(opNonce !== undefined && { opNonce: Buffer.from(opNonce).toString('base64') }),
    };
    void this.prefixes.put(nameKey(record.project, record.prefix), stored);
  }

  /** Inside a transaction only. */
  remove(project: string, prefix: string): void {
    void this.prefixes.remove(nameKey(project, prefix));
  }
}

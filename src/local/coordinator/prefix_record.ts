import { randomBytes, timingSafeEqual } from 'node:crypto';
import { SECRET_BYTES } from '../../bundle/limits.js';
import { coordinatorError } from '../../common/errors.js';
import { checkProject, invalid, isName } from '../../coordinator/request_rules.js';
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
    const keyEncoding = 'binary';
    this.prefixes = environment.openDB({ name: 'prefixes', encoding: 'json', keyEncoding });
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

export interface PrefixRegistration {
  readonly project: string;
  readonly prefix: string;
  /** Default: a random one. */
  readonly secret?: Uint8Array;
  /** The name without its project. Default: LEGACY_REALM. */
  readonly realm?: string;
  /** Tells a registration that is tried again from another one's. */
  readonly opNonce?: Uint8Array;
  /** How long it takes new streams, in milliseconds: no longer than the Coordinator allows. */
  readonly expirationMs?: number;
}

/** The length of a nonce; one of another length tells nothing. */
const NONCE_BYTES = 32;

/** How long a registration may be tried again: a quarter of an hour (protocol section 4). */
const RETRY_MS = 15 * 60 * 1000;

/** As the reference has it. */
const REALM = /^([a-z0-9_.\-/]{1,400}|@legacy|@root|@project)$/;

/** @throws CollectorError COORDINATOR_REFUSED, InvalidArgument */
export function checkPrefixRegistration({ project, prefix, realm }: PrefixRegistration): void {
  checkProject(project);
  if (!isName(prefix)) throw invalid('the prefix is not a stream name');
  if (realm !== undefined && !REALM.test(realm)) throw invalid('the realm is not a realm name');
}

/** @param expirationMsMax the most that the Coordinator allows */
export function newPrefix(
  { project, prefix, secret, realm, opNonce, expirationMs = 0 }: PrefixRegistration,
  now: number,
  expirationMsMax: number,
): PrefixRecord {
  const ms = expirationMs > 0 ? Math.min(expirationMs, expirationMsMax) : expirationMsMax;
  return {
    project,
    prefix,
    secret: secret ?? randomBytes(SECRET_BYTES),
    created: new Date(now),
    expiration: new Date(now + ms),
    realm: realm ?? LEGACY_REALM,
    opNonce: opNonce?.length === NONCE_BYTES ? opNonce : undefined,
  };
}

/**
 * A prefix that is there already, where it is registered by the same registration again.
 *
 * @throws CollectorError COORDINATOR_REFUSED, AlreadyExists
 */
export function sameAgain(
  known: PrefixRecord,
  { project, prefix, opNonce }: PrefixRegistration,
  now: number,
): PrefixRecord {
  const inTime = now <= known.created.getTime() + RETRY_MS;
  const sameLength = opNonce?.length === NONCE_BYTES && known.opNonce?.length === NONCE_BYTES;
  if (inTime && sameLength && timingSafeEqual(known.opNonce, opNonce)) return known;
  const why = `prefix ${project}/${prefix} is registered already: use another one`;
  throw coordinatorError('AlreadyExists', why);
}

import { randomBytes, timingSafeEqual } from 'node:crypto';
import { SECRET_BYTES } from '../../bundle/limits.js';
import { coordinatorError } from '../../common/errors.js';
import { LEGACY_REALM, type PrefixRecord } from './prefix_record.js';
import { checkProject, invalid, isName } from '../../coordinator/request_rules.js';

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

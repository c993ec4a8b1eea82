import { CollectorError, type GrpcCode, storageError } from '../../common/errors.js';
import { RpcError } from './rpc_error.js';

const TABLE_SETTINGS = 'BIGTABLE_PROJECT, BIGTABLE_INSTANCE, BIGTABLE_TABLE';

/** What to do about a status. */
const REMEDIES: Partial<Record<GrpcCode, string>> = {
  DeadlineExceeded:
    'Bigtable does not answer: check that it can be reached, and BIGTABLE_EMULATOR_HOST where that is set',
  FailedPrecondition:
    'with BIGTABLE_WRITES=conditional the app profile (BIGTABLE_APP_PROFILE) must have single-cluster routing and allow single-row transactions; BIGTABLE_WRITES=grouped works with every app profile',
  NotFound: `there must be the table, with the column family log, and the app profile: check ${TABLE_SETTINGS} and BIGTABLE_APP_PROFILE`,
  PermissionDenied:
    'the service account needs roles/bigtable.user on the instance: check that, and ' +
    TABLE_SETTINGS,
  ResourceExhausted: 'the quota or the nodes of the instance do not suffice',
  Unauthenticated:
    'there are no credentials that Bigtable takes: check the service account, or GOOGLE_APPLICATION_CREDENTIALS',
  Unavailable:
    'Bigtable cannot be reached: check the network, and BIGTABLE_EMULATOR_HOST where that is set',
};

const MALFORMED = `nothing has been written to the table yet, so that a setting may be malformed: check ${TABLE_SETTINGS} and BIGTABLE_APP_PROFILE; with BIGTABLE_WRITES=conditional that needs single-cluster routing and single-row transactions`;

/**
 * A failure as an error of the catalogue that says what to do.
 *
 * @param what was being done: "the write of demo/me/+/log"
 * @param hadWritten whether a write to the table has succeeded before: InvalidArgument is bad input only then
 */
export function bigtableError(thrown: unknown, what: string, hadWritten: boolean): unknown {
  if (!(thrown instanceof RpcError)) return thrown;
  const { status, message } = thrown;
  const detail = `${what} failed: ${message}`;
  const options = { cause: thrown };
  if (status === 'InvalidArgument' && !hadWritten) {
    const why = `storage: InvalidArgument: ${detail}; ${MALFORMED}`;
    return new CollectorError('STORAGE_FAILED', why, options);
  }
  const remedy = REMEDIES[status];
  return storageError(status, remedy === undefined ? detail : `${detail}; ${remedy}`, options);
}

import { CollectorError, GRPC_CODES } from '../../../src/common/errors.js';
import { bigtableError } from '../../../src/storage/bigtable/failure.js';
import { asRpcError, RpcError } from '../../../src/storage/bigtable/rpc_error.js';

const WHAT = 'the write of demo/me/+/log';

function errorOf(status: (typeof GRPC_CODES)[number], hadWritten: boolean): CollectorError {
  const error = bigtableError(new RpcError(status, 'no'), WHAT, hadWritten);
  if (error instanceof CollectorError) return error;
  throw new Error(`${status} is no error of the catalogue`);
}

describe('a status of Bigtable', () => {
  test.each(GRPC_CODES.slice(1))('%s brings the message again, but for bad input', (status) => {
    expect(errorOf(status, true).retryable).toBe(status !== 'InvalidArgument');
  });

  test('InvalidArgument is no bad input before anything was written, but may be a setting', () => {
    const { code, message } = errorOf('InvalidArgument', false);
    expect(code).toBe('STORAGE_FAILED');
    expect(message).toMatch(/BIGTABLE_TABLE.*BIGTABLE_APP_PROFILE.*single-row transactions/);
  });

  const remedies: [(typeof GRPC_CODES)[number], RegExp][] = [
    ['NotFound', /BIGTABLE_TABLE.*BIGTABLE_APP_PROFILE/],
    ['PermissionDenied', /roles\/bigtable\.user/],
    ['Unauthenticated', /GOOGLE_APPLICATION_CREDENTIALS/],
    [
      'FailedPrecondition',
      /BIGTABLE_APP_PROFILE.*single-row transactions.*BIGTABLE_WRITES=grouped/,
    ],
    ['Unavailable', /cannot be reached/],
    ['DeadlineExceeded', /does not answer/],
  ];
  test.each(remedies)('%s says what to do', (status, remedy) => {
    const { message } = errorOf(status, true);
    expect(message).toContain(`storage: ${status}: ${WHAT} failed: no`);
    expect(message).toMatch(remedy);
  });

  test('is read from what the client throws', () => {
    const thrown = Object.assign(new Error('5 NOT_FOUND: gone'), { code: 5, details: 'gone' });
    expect(asRpcError(thrown)).toMatchObject({ status: 'NotFound', message: 'gone' });
    expect(asRpcError(new TypeError('a bug'))).toBeUndefined();
  });

  test('keeps a long text of the server out of the logs', () => {
    expect(new RpcError('Internal', 'x'.repeat(100_000)).message.length).toBeLessThan(1000);
  });
});

test('what is no status goes on as it is', () => {
  const bug = new TypeError('a bug');
  expect(bigtableError(bug, WHAT, true)).toBe(bug);
});

import { CollectorError, type ErrorCode } from '../src/common/errors.js';
import { rejectionOf as rejectionOfCall } from '../src/testing/contract.js';

/** The code of the error that a call throws; whatever else it throws goes on, and a call that does not throw fails. */
export function codeOf(call: () => unknown): ErrorCode {
  try {
    call();
  } catch (thrown) {
    if (thrown instanceof CollectorError) return thrown.code;
    throw thrown;
  }
  throw new Error('the call did not throw');
}

/** The error of the catalogue that a call rejects with; whatever else it rejects with goes on. */
export function rejectionOf(call: Promise<unknown>): Promise<CollectorError> {
  return rejectionOfCall(() => call);
}

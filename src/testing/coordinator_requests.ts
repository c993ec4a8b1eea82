import type { StreamRegistration, TerminateRequest } from '../coordinator/coordinator.js';
import { NOT_TERMINATED } from '../coordinator/coordinator.js';
import { streamId } from '../coordinator/stream_id.js';
import { CollectorError } from '../common/errors.js';

/** Two secrets of different prefixes. As text they are easy to look for in messages. */
export const SECRET = Buffer.from('canary-secret-one-0123456789abcdefgh');
export const OTHER_SECRET = Buffer.from('canary-secret-two-0123456789abcdefgh');

export const DESCRIPTOR = Buffer.from('a descriptor');

export function registrationOf(differs: Partial<StreamRegistration> = {}): StreamRegistration {
  return {
    project: 'project',
    path: 'some/prefix/+/a/name',
    secret: SECRET,
    protoVersion: '1',
    terminalIndex: NOT_TERMINATED,
    ...differs,
  };
}

export function terminationOf(differs: Partial<TerminateRequest> = {}): TerminateRequest {
  const path = differs.path ?? registrationOf().path;
  return {
    project: 'project',
    path,
    id: streamId(path),
    secret: SECRET,
    terminalIndex: 7n,
    ...differs,
  };
}

/** The error that a call rejects with; a call that does not reject, or throws at once, fails. */
export async function rejectionOf(call: () => unknown): Promise<CollectorError> {
  const answer = call();
  try {
    await answer;
  } catch (thrown) {
    if (thrown instanceof CollectorError) return thrown;
    throw thrown;
  }
  throw new Error('the call did not reject');
}

import {
  NOT_TERMINATED,
  type StreamRegistration,
  type TerminateRequest,
} from '../coordinator/coordinator.js';
import { streamId } from '../coordinator/stream_id.js';

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

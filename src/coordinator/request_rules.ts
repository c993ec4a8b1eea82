import { timingSafeEqual } from 'node:crypto';
import { MAX_DESCRIPTOR_BYTES, SECRET_BYTES } from '../bundle/limits.js';
import { PROTO_VERSION } from '../bundle/metadata.js';
import { PATH_SEPARATOR } from '../bundle/path_separator.js';
import { isProjectName, isStreamName } from '../bundle/stream_name.js';
import { type CollectorError, coordinatorError } from '../common/errors.js';
import {
  type LogStreamState,
  NOT_TERMINATED,
  type SecretStream,
  type StreamRegistration,
  type TerminateRequest,
} from './coordinator.js';

/**
 * The longest name of a project, in bytes: it stands in each record of its streams. Those of LUCI have some 30; the
 * protocol has no bound.
 */
export const MAX_PROJECT_BYTES = 256;

/** What stands in a path before `/+/`. */
export function prefixOf(path: string): string {
  return path.slice(0, Math.max(0, path.indexOf(PATH_SEPARATOR)));
}

/** @throws CollectorError COORDINATOR_REFUSED, InvalidArgument, where the request cannot be meant */
export function checkRegistration(registration: StreamRegistration, descriptor: Uint8Array): void {
  const { project, path, secret, protoVersion } = registration;
  checkProject(project);
  if (!isStreamPath(path)) throw invalid('the path of the stream is not a stream path');
  if (protoVersion !== PROTO_VERSION) {
    throw invalid(`the protocol version of stream ${project}/${path} is not ${PROTO_VERSION}`);
  }
  checkSecretSize(secret, `${project}/${path}`);
  if (descriptor.length > MAX_DESCRIPTOR_BYTES) {
    const why = `has ${descriptor.length} bytes, more than ${MAX_DESCRIPTOR_BYTES}`;
    throw invalid(`the descriptor of stream ${project}/${path} ${why}: register it with less`);
  }
}

/** @throws CollectorError COORDINATOR_REFUSED, InvalidArgument, where the request cannot be meant */
export function checkTermination(request: TerminateRequest): void {
  const { project, path, id, secret, terminalIndex } = request;
  checkProject(project);
  const stream = `${project}/${path}`;
  if (!/^[0-9a-f]{64}$/i.test(id))
    throw invalid(`the id of stream ${stream} is not a SHA-256 in hex`);
  if (terminalIndex < 0n) throw invalid(`the terminal index of stream ${stream} is negative`);
  checkSecretSize(secret, stream);
}

/** @throws CollectorError COORDINATOR_REFUSED, InvalidArgument, where the secret is not the one that is known */
export function checkSecret(known: Uint8Array, { project, path, secret }: SecretStream): void {
  if (timingSafeEqual(known, secret)) return;
  throw invalid(`the secret of stream ${project}/${path} is not the one of its prefix`);
}

/**
 * Returns whether a termination changes a stream; false where it has ended at that index.
 *
 * @throws CollectorError COORDINATOR_REFUSED, FailedPrecondition, where it has ended at another one
 */
export function endsStream(
  stream: Pick<LogStreamState, 'project' | 'path' | 'terminalIndex'>,
  terminalIndex: bigint,
): boolean {
  const { project, path, terminalIndex: known } = stream;
  if (known === NOT_TERMINATED) return true;
  if (known === terminalIndex) return false;
  const why = `stream ${project}/${path} ends at ${known}, and cannot at ${terminalIndex}`;
  throw coordinatorError('FailedPrecondition', why);
}

/** @throws CollectorError COORDINATOR_REFUSED, InvalidArgument, where it is not a project's name */
export function checkProject(project: string): void {
  const bytes = Buffer.from(project);
  if (bytes.length > MAX_PROJECT_BYTES) {
    throw invalid(`the name of the project has more than ${MAX_PROJECT_BYTES} bytes`);
  }
  if (!isProjectName(bytes, 0, bytes.length)) throw invalid('the project is not a project name');
}

function checkSecretSize(secret: Uint8Array, stream: string): void {
  if (secret.length !== SECRET_BYTES) {
    throw invalid(`the secret of stream ${stream} is not ${SECRET_BYTES} bytes`);
  }
}

/** Whether this is `prefix/+/name`. */
export function isStreamPath(path: string): boolean {
  const bytes = Buffer.from(path);
  const separator = bytes.indexOf(PATH_SEPARATOR);
  if (separator < 0) return false;
  const name = separator + PATH_SEPARATOR.length;
  return isStreamName(bytes, 0, separator) && isStreamName(bytes, name, bytes.length);
}

/** Whether this is a prefix, or the name of a stream. */
export function isName(text: string): boolean {
  const bytes = Buffer.from(text);
  return isStreamName(bytes, 0, bytes.length);
}

/** The request cannot be meant. */
export function invalid(why: string): CollectorError {
  return coordinatorError('InvalidArgument', why);
}

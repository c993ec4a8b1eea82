import { Writer } from 'protobufjs/minimal.js';
import { SECRET_BYTES } from '../../bundle/limits.js';
import { CollectorError, coordinatorError, GRPC_CODES } from '../../common/errors.js';
import { logdog } from '../../proto/gen/services.js';
import type { LogStreamState, StreamRegistration, TerminateRequest } from '../coordinator.js';
import { type Failure, failureOf } from './answer.js';

/** A call about one stream, ready to go alone or in a Batch. */
export interface Call {
  readonly method: 'RegisterStream' | 'TerminateStream';
  /** `project/path` */
  readonly stream: string;
  /** The serialized request, in memory of its own: what it was made of may be used for another message by now. */
  readonly body: Uint8Array;
}

export type Answer =
  | { readonly kind: 'registered'; readonly response: logdog.RegisterStreamResponse }
  | { readonly kind: 'empty' }
  | { readonly kind: 'failed'; readonly failure: Failure };

export function registerCall(registration: StreamRegistration, descriptor: Uint8Array): Call {
  const { project, path, secret, protoVersion, terminalIndex } = registration;
  const fields = { project, secret, protoVersion, desc: descriptor };
  const body = withInt64(logdog.RegisterStreamRequest.encode(fields), 5, terminalIndex);
  return { method: 'RegisterStream', stream: `${project}/${path}`, body };
}

export function terminateCall(request: TerminateRequest): Call {
  const { project, path, id, secret, terminalIndex } = request;
  const writer = logdog.TerminateStreamRequest.encode({ project, id, secret });
  const body = withInt64(writer, 4, terminalIndex);
  return { method: 'TerminateStream', stream: `${project}/${path}`, body };
}

/** Reads the secret that a call is made with. */
export function secretOf({ method, body }: Call): Uint8Array {
  return method === 'RegisterStream'
    ? logdog.RegisterStreamRequest.decode(body).secret
    : logdog.TerminateStreamRequest.decode(body).secret;
}

/** Ends a request by its last field, which need not go through a number so; 0 is what it says without that. */
function withInt64(writer: Writer, field: number, value: bigint): Uint8Array {
  if (value !== 0n) writer.uint32(field << 3).int64(value.toString());
  return writer.finish();
}

/**
 * The state that a registration was answered with.
 *
 * @throws CollectorError COORDINATOR_REFUSED or COORDINATOR_FAILED
 */
export function readState(
  { project, path }: StreamRegistration,
  call: Call,
  answer: Answer,
): LogStreamState {
  if (answer.kind === 'failed') throw errorOf(call, answer.failure);
  if (answer.kind === 'empty') throw malformed(call, 'it is empty');
  const { id, state, error } = answer.response;
  if (error != null) throw errorOf(call, entryFailure(error));
  if (id === '') throw malformed(call, 'it has no id');
  if (state == null) throw malformed(call, 'it has no state');
  const { secret = [], protoVersion = '', terminalIndex = 0, archived, purged } = state;
  // One of another length is no secret: treated as a wrong one, it would lose the logs.
  if (!(secret instanceof Uint8Array) || secret.length !== SECRET_BYTES) {
    throw malformed(call, `its secret is not ${SECRET_BYTES} bytes`);
  }
  return {
    project,
    path,
    id,
    secret,
    protoVersion: protoVersion ?? '',
    // Beyond what a number holds, it has an object of protobufjs, whose text is decimal.
    terminalIndex: BigInt(String(terminalIndex ?? 0)),
    archived: archived ?? false,
    purged: purged ?? false,
  };
}

/** @throws CollectorError COORDINATOR_REFUSED or COORDINATOR_FAILED, unless the call was answered with nothing */
export function readEmpty(call: Call, answer: Answer): void {
  if (answer.kind === 'failed') throw errorOf(call, answer.failure);
  if (answer.kind === 'registered') throw malformed(call, 'it is that of a registration');
}

/** An Error message of an answer. One without a code says nothing of the data. */
export function entryFailure({ grpcCode, transient, msg }: logdog.Error.$Properties): Failure {
  const status = GRPC_CODES[grpcCode ?? 0];
  const known = status === undefined || status === 'OK' ? 'Unknown' : status;
  return failureOf(known, msg ?? '', transient ?? false);
}

/** Whether the failure says that the data is at fault. */
export function isRefusal({ status, transient }: Failure): boolean {
  return transient !== true && !coordinatorError(status, '').retryable;
}

function errorOf({ method, stream }: Call, failure: Failure): CollectorError {
  const { status, detail, transient } = failure;
  const why = `${method} of ${stream}: ${detail}`;
  if (transient !== true) return coordinatorError(status, why);
  return new CollectorError('COORDINATOR_FAILED', `Coordinator: ${status}, transient: ${why}`);
}

function malformed(call: Call, why: string): CollectorError {
  return errorOf(call, { status: 'Internal', detail: `the answer makes no sense: ${why}` });
}

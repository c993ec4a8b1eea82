import { BackendError, type CollectorError, type GrpcCode } from '../../common/errors.js';

/** The HTTP status that goes with a gRPC code (`test/golden/data/prpc.jsonl`). */
export const HTTP_STATUSES: Readonly<Record<GrpcCode, number>> = {
  OK: 200,
  Canceled: 499,
  Unknown: 500,
  InvalidArgument: 400,
  DeadlineExceeded: 504,
  NotFound: 404,
  AlreadyExists: 409,
  PermissionDenied: 403,
  ResourceExhausted: 429,
  FailedPrecondition: 400,
  Aborted: 409,
  OutOfRange: 400,
  Unimplemented: 501,
  Internal: 500,
  Unavailable: 503,
  DataLoss: 500,
  Unauthenticated: 401,
};

/** What is told of a failure that is the server's own: the reason stays in its log. */
const FAILURE_TEXTS: Partial<Record<GrpcCode, string>> = {
  Unknown: 'Unknown server error',
  DeadlineExceeded: 'Request deadline exceeded',
  Unimplemented: 'API method not implemented by the server',
  Internal: 'Internal server error',
  Unavailable: 'Service unavailable',
  DataLoss: 'Unrecoverable data loss or data corruption',
};

/** A call that does not get as far as its method. Its text is told whatever the status: it is about the call alone. */
export class ProtocolError extends BackendError {
  constructor(
    status: GrpcCode,
    detail: string,
    readonly httpStatus = HTTP_STATUSES[status],
  ) {
    super('COORDINATOR_FAILED', 'Coordinator', status, detail);
  }
}

/** What to answer to a call that failed. */
export function failureOf(error: CollectorError) {
  const status = statusOf(error);
  const httpStatus = error instanceof ProtocolError ? error.httpStatus : HTTP_STATUSES[status];
  return { status, httpStatus, text: textOf(error, status) };
}

function textOf(error: CollectorError, status: GrpcCode): string {
  if (error instanceof ProtocolError) return error.detail;
  if (error.code === 'TOO_MUCH_IN_FLIGHT') return 'too many calls are under way: try again';
  return FAILURE_TEXTS[status] ?? (error instanceof BackendError ? error.detail : error.message);
}

function statusOf(error: CollectorError): GrpcCode {
  if (error instanceof BackendError) return error.status;
  if (error.code === 'CANCELLED') return 'Canceled';
  if (error.code === 'TOO_MUCH_IN_FLIGHT') return 'ResourceExhausted';
  return error.code === 'SHUTTING_DOWN' ? 'Unavailable' : 'Internal';
}

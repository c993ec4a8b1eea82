/**
 * Every error that the program raises, in one catalogue.
 *
 * `retryable: false` means bad input: what cannot be stored however often it comes, so it is acked and reported.
 * `retryable: true` means that the message must come again.
 */
export const ERRORS = {
  // The push.
  METHOD_NOT_ALLOWED: {
    retryable: true,
    text: 'the function accepts POST (a push) and GET (its state)',
  },
  NOT_A_PUSH: { retryable: true, text: 'the request is not a Pub/Sub push' },
  BODY_TOO_LARGE: { retryable: true, text: 'the body is larger than any Pub/Sub push' },
  UNSUPPORTED_ENCODING: {
    retryable: true,
    text: 'the body has a content encoding that Pub/Sub does not use',
  },
  UNAUTHENTICATED: { retryable: true, text: 'the push has no valid token' },
  FORBIDDEN: { retryable: true, text: 'the token of the push does not allow to push here' },
  KEYS_UNREACHABLE: {
    retryable: true,
    text: 'the keys that verify tokens are unavailable',
  },
  TOO_MUCH_IN_FLIGHT: { retryable: true, text: 'too much is under way at once' },
  NO_DATA: { retryable: false, text: 'the message has no data' },
  BAD_BASE64: { retryable: false, text: 'the data of the message is not base64' },
  // The message as a whole (protocol section 1).
  EMPTY_MESSAGE: { retryable: false, text: 'the message is empty' },
  BAD_FRAME: { retryable: false, text: 'the message is not two recordio frames' },
  FRAME_TOO_LARGE: { retryable: false, text: 'a frame is larger than 10 MiB' },
  BAD_METADATA: { retryable: false, text: 'the first frame is not a ButlerMetadata' },
  UNKNOWN_TYPE: { retryable: false, text: 'the message does not hold a ButlerLogBundle' },
  UNKNOWN_COMPRESSION: { retryable: false, text: 'the compression of the bundle is unknown' },
  UNKNOWN_VERSION: { retryable: false, text: 'the protocol version of the bundle is unknown' },
  BAD_ZLIB: { retryable: false, text: 'the bundle is not one whole zlib stream' },
  BUNDLE_TOO_LARGE: { retryable: false, text: 'the inflated bundle is larger than 10 MiB' },
  BAD_PROTOBUF: { retryable: false, text: 'the bundle is not a ButlerLogBundle' },
  BAD_PROJECT: { retryable: false, text: 'the project of the bundle is not a project name' },
  BAD_PREFIX: { retryable: false, text: 'the prefix of the bundle is not a stream name' },
  TOO_MANY_STREAMS: { retryable: true, text: 'the bundle has more streams than MAX_STREAMS' },
  // One entry of it (protocol section 2).
  BAD_SECRET: { retryable: false, text: 'the secret of the bundle is not 36 bytes' },
  NO_DESCRIPTOR: { retryable: false, text: 'the entry has no descriptor' },
  PREFIX_MISMATCH: {
    retryable: false,
    text: 'the prefix of the descriptor is not that of the bundle',
  },
  BAD_DESCRIPTOR: { retryable: false, text: 'the descriptor breaks a rule' },
  BAD_LOG: { retryable: false, text: 'a log does not match the stream type' },
  NOT_CONTIGUOUS: { retryable: false, text: 'the logs are not contiguous' },
  INDEX_TOO_LARGE: { retryable: false, text: 'a stream index is past 2^63-1' },
  SECRET_MISMATCH: {
    retryable: false,
    text: 'the secret is not the one that the prefix was registered with',
  },
  LOG_TOO_LARGE: { retryable: false, text: 'a log is too large for a row' },
  DEAD_LETTER_FAILED: { retryable: true, text: 'the refused message could not be kept' },
  // The backends.
  COORDINATOR_REFUSED: { retryable: false, text: 'the Coordinator refuses the stream for good' },
  COORDINATOR_FAILED: { retryable: true, text: 'the call to the Coordinator failed' },
  STORAGE_REFUSED: { retryable: false, text: 'the storage refuses the logs for good' },
  STORAGE_FAILED: { retryable: true, text: 'the logs could not be stored' },
  // The process.
  DEADLINE: { retryable: true, text: 'the time limit of the message was exceeded' },
  CANCELLED: { retryable: true, text: 'the message was cancelled' },
  MODULE_FAILED: { retryable: true, text: 'a part of the program cannot be loaded' },
  SHUTTING_DOWN: { retryable: true, text: 'the Collector is shutting down' },
  INTERNAL: { retryable: true, text: 'a bug in the Collector' },
  // The start and the command line.
  BAD_SETTINGS: { retryable: false, text: 'the settings are not valid' },
  NOT_FOUND: { retryable: false, text: 'there is no such stream' },
  COMMAND_FAILED: { retryable: false, text: 'the command failed' },
} as const satisfies Record<string, { retryable: boolean; text: string }>;

/** A code of the catalogue. */
export type ErrorCode = keyof typeof ERRORS;

/** Why something was refused as bad input: never content of a log, nor a secret. */
export interface Refusal {
  /** A code that is not retryable. */
  readonly code: ErrorCode;
  /** What was refused, of which stream, and what to do. */
  readonly message: string;
}

/** An error from the catalogue. Its message never holds content of a log, nor a secret. */
export class CollectorError extends Error {
  /** Which error of the catalogue it is. */
  readonly code: ErrorCode;
  /** Whether the message must come again; otherwise it is bad input, however often it comes. */
  readonly retryable: boolean;

  /** @param detail what happened, to which stream, and what to do; the catalogue's text where there is nothing to add */
  constructor(code: ErrorCode, detail?: string, options?: ErrorOptions) {
    super(detail ?? ERRORS[code].text, options);
    this.name = 'CollectorError';
    this.code = code;
    this.retryable = ERRORS[code].retryable;
  }
}

/** The gRPC codes that a backend may answer with, by number, spelled as the reference spells them. */
export const GRPC_CODES = [
  'OK',
  'Canceled',
  'Unknown',
  'InvalidArgument',
  'DeadlineExceeded',
  'NotFound',
  'AlreadyExists',
  'PermissionDenied',
  'ResourceExhausted',
  'FailedPrecondition',
  'Aborted',
  'OutOfRange',
  'Unimplemented',
  'Internal',
  'Unavailable',
  'DataLoss',
  'Unauthenticated',
] as const;

/** A gRPC code, by the name that the reference has for it: `InvalidArgument`. */
export type GrpcCode = (typeof GRPC_CODES)[number];

/** The codes by which a Coordinator says that the data is at fault, so that sending it again is of no use. */
const COORDINATOR_REFUSALS: ReadonlySet<GrpcCode> = new Set<GrpcCode>([
  'InvalidArgument',
  'FailedPrecondition',
  'OutOfRange',
  'AlreadyExists',
]);

/** What a backend answered, with the gRPC code that it gave, or would have given. */
export class BackendError extends CollectorError {
  /** The gRPC code. */
  readonly status: GrpcCode;
  /** The message without what says whose it is. */
  readonly detail: string;

  constructor(
    code: ErrorCode,
    backend: 'Coordinator' | 'storage',
    status: GrpcCode,
    detail: string,
    options?: ErrorOptions,
  ) {
    super(code, `${backend}: ${status}: ${detail}`, options);
    this.status = status;
    this.detail = detail;
  }
}

/** A Coordinator's error; every code that is not listed as bad input is retryable: a wrong setting must not eat the backlog. */
export function coordinatorError(
  status: GrpcCode,
  detail: string,
  options?: ErrorOptions,
): BackendError {
  const code = COORDINATOR_REFUSALS.has(status) ? 'COORDINATOR_REFUSED' : 'COORDINATOR_FAILED';
  return new BackendError(code, 'Coordinator', status, detail, options);
}

/** A storage's error; InvalidArgument alone says that the data is at fault. */
export function storageError(
  status: GrpcCode,
  detail: string,
  options?: ErrorOptions,
): BackendError {
  const code = status === 'InvalidArgument' ? 'STORAGE_REFUSED' : 'STORAGE_FAILED';
  return new BackendError(code, 'storage', status, detail, options);
}

/** What was thrown, as an error of the catalogue; what is not from there is a bug. */
export function asCollectorError(thrown: unknown): CollectorError {
  if (thrown instanceof CollectorError) return thrown;
  return new CollectorError('INTERNAL', ERRORS.INTERNAL.text, { cause: thrown });
}

export function messageOf(thrown: unknown): string {
  return thrown instanceof Error ? thrown.message : String(thrown);
}

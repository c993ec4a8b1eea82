import { GRPC_CODES, type GrpcCode } from '../../common/errors.js';

/** More of a server's text does not help, and fills the logs. */
const MAX_DETAIL_CHARS = 300;

/** What gRPC says where the library's credentials fail; what follows may quote a key or an answer. */
const NO_TOKEN = 'Getting metadata from plugin failed';

/** A call, or one row of it, that Bigtable or the way there failed. */
export class RpcError extends Error {
  constructor(
    readonly status: GrpcCode,
    detail: string,
    options?: { cause?: unknown },
  ) {
    super(detail.slice(0, MAX_DETAIL_CHARS), options);
    this.name = 'RpcError';
  }
}

/** A status as it came over the wire. */
export function statusError(code: number, detail: string, cause?: unknown): RpcError {
  return new RpcError(GRPC_CODES[code] ?? 'Unknown', detail, { cause });
}

/** What a call of the client threw; undefined where that is no status. */
export function asRpcError(thrown: unknown): RpcError | undefined {
  if (thrown instanceof RpcError) return thrown;
  if (typeof thrown !== 'object' || thrown === null) return undefined;
  const { code, details, message } = thrown as Partial<Record<string, unknown>>;
  const detail = typeof details === 'string' ? details : message;
  if (typeof code !== 'number' || typeof detail !== 'string') return undefined;
  if (detail.startsWith(NO_TOKEN)) return new RpcError('Unauthenticated', 'no access token');
  return statusError(code, detail, thrown);
}

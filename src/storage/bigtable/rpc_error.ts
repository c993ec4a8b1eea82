import { GRPC_CODES, type GrpcCode } from '../../errors.js';

/** More of a server's text does not help, and fills the logs. */
const MAX_DETAIL_CHARS = 300;

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
  const { code, details } = thrown as { code?: unknown; details?: unknown };
  if (typeof code !== 'number' || typeof details !== 'string') return undefined;
  return statusError(code, details, thrown);
}

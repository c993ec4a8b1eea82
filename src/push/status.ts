import type { ProcessResult } from '../collector/result.js';
import type { ErrorCode } from '../common/errors.js';

/** All stored, or nothing to do: acked. */
const DONE = 204;
/** Something was refused as bad input, the rest is stored: acked, with a report. */
const REFUSED = 200;
/** Anything else: nacked, the message comes again. The status of every code without one of its own. */
const UNAVAILABLE = 503;

/** The codes that have a status of their own; all of them bring the message again, if it was one. */
const STATUSES: Partial<Record<ErrorCode, number>> = {
  NOT_A_PUSH: 400,
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  METHOD_NOT_ALLOWED: 405,
  BODY_TOO_LARGE: 413,
  UNSUPPORTED_ENCODING: 415,
  TOO_MUCH_IN_FLIGHT: 429,
  INTERNAL: 500,
};

/** Returns the HTTP status that answers a push. */
export function statusOf(result: ProcessResult): number {
  switch (result.outcome) {
    case 'done':
      return DONE;
    case 'partly refused':
    case 'refused':
      return REFUSED;
    case 'retry':
      return STATUSES[result.reason.code] ?? UNAVAILABLE;
  }
}

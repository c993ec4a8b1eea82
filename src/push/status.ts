import { type ErrorCode, ERRORS } from '../common/errors.js';

/** All stored, or nothing to do: acked. */
export const DONE = 204;
/** Something was refused as bad input, the rest is stored: acked, with a report. */
export const REFUSED = 200;
/** Anything else: nacked, the message comes again. */
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

/** The HTTP status of a push that ended with an error. */
export function statusOf(code: ErrorCode): number {
  if (!ERRORS[code].retryable) return REFUSED;
  return STATUSES[code] ?? UNAVAILABLE;
}

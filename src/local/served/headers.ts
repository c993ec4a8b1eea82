import type { IncomingMessage } from 'node:http';
import { ProtocolError } from './protocol_error.js';

/** Milliseconds in each unit of a timeout (protocol section 4). */
const UNITS_MS: ReadonlyMap<string, number> = new Map([
  ['H', 3_600_000],
  ['M', 60_000],
  ['S', 1000],
  ['m', 1],
  ['u', 1e-3],
  ['n', 1e-6],
]);

/** As much time as a call gets that does not say how long its caller waits, and the most that any call gets. */
export const CALL_MS_MAX = 60_000;

/**
 * How long the caller waits, in milliseconds: X-Prpc-Grpc-Timeout, at most a minute.
 *
 * @throws ProtocolError
 */
export function timeoutMs({ headers }: IncomingMessage): number {
  const text = headers['x-prpc-grpc-timeout'];
  if (typeof text !== 'string' || text === '') return CALL_MS_MAX;
  const wrong = (why: string) => {
    const detail = `bad request headers: "X-Prpc-Grpc-Timeout" header: ${why}: ${JSON.stringify(text)}`;
    return new ProtocolError('InvalidArgument', detail);
  };
  if (text.length < 2) throw wrong('too short');
  const unitMs = UNITS_MS.get(text.at(-1)!);
  if (unitMs === undefined) throw wrong('unit is not recognized');
  const digits = text.slice(0, -1);
  if (!/^\d{1,18}$/.test(digits)) throw wrong('value is not a number');
  return Math.min(CALL_MS_MAX, Number(digits) * unitMs);
}

/**
 * The most bytes that the caller takes as an answer: X-Prpc-Max-Response-Size.
 *
 * @throws ProtocolError
 */
export function maxAnswerBytes({ headers }: IncomingMessage): number {
  const text = headers['x-prpc-max-response-size'];
  if (typeof text !== 'string' || text === '') return Infinity;
  const bytes = /^\d{1,18}$/.test(text) ? Number(text) : 0;
  if (bytes > 0) return bytes;
  const why = `bad X-Prpc-Max-Response-Size value ${JSON.stringify(text)}: must be positive`;
  throw new ProtocolError('InvalidArgument', why);
}

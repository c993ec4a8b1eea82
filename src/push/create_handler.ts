import type { IncomingMessage, ServerResponse } from 'node:http';
import { checkWhole } from '../common/check_options.js';
import { DEFAULTS } from '../common/defaults.js';
import type { Collector } from '../collector/collector.js';
import { JsonLog, type Log } from '../telemetry/log.js';
import type { DeadLetters } from '../dead_letters/dead_letter.js';
import type { Authenticator } from './auth/authenticator.js';
import { PushHandler } from './handler.js';
import { DRAIN_MS, MAX_BODY_BYTES, PUSH_BYTES } from './limits.js';

/** The longest ack deadline of Pub/Sub. */
const ACK_DEADLINE_MS_MAX = 600_000;

/** What a handler of pushes works with, and its bounds. */
export interface PushHandlerOptions {
  /** Processes the messages; anything with the Collector's `process`. */
  readonly collector: Pick<Collector, 'process'>;
  /** Decides which pushes are accepted. Default: all, so that the platform in front has to decide. */
  readonly authenticator?: Authenticator;
  /** Keeps refused messages before they are acked. Default: they are only logged. */
  readonly deadLetters?: DeadLetters;
  /** Default: lines of JSON on standard error, from `info` on. */
  readonly log?: Log;
  /** The time limit of one message, in milliseconds. Default: 60,000; it must be below the subscription's ack deadline. */
  readonly messageDeadlineMs?: number;
  /** The most bytes of pushes under way; a push in excess is answered with 429. Default: 256 MiB. */
  readonly maxInFlightBytes?: number;
}

/** Handles HTTP requests of Node's own server, and of the functions framework. */
export interface HttpHandler {
  /** Handles one request: a push by POST, the state of the process by GET. Never rejects. */
  readonly handle: (request: IncomingMessage, response: ServerResponse) => Promise<void>;
  /** Takes no more pushes; resolves when those under way are answered, with 503 after `graceMs`. Default: 8,000. */
  close(graceMs?: number): Promise<void>;
}

/**
 * Makes the HTTP handler of Pub/Sub pushes, for a server or a function of one's own.
 *
 * @throws CollectorError BAD_SETTINGS where a number makes no sense
 */
export function createPushHandler({
  log = new JsonLog('info'),
  messageDeadlineMs = DEFAULTS.messageDeadlineMs,
  maxInFlightBytes = DEFAULTS.maxInFlightBytes,
  ...options
}: PushHandlerOptions): HttpHandler {
  checkWhole('push handler', { messageDeadlineMs }, 1, ACK_DEADLINE_MS_MAX);
  // Below one body, the largest message would never get in.
  checkWhole('push handler', { maxInFlightBytes }, MAX_BODY_BYTES + PUSH_BYTES);
  const handler = new PushHandler({ log, messageDeadlineMs, maxInFlightBytes, ...options });
  return { handle: handler.handle, close: (graceMs = DRAIN_MS) => handler.close(graceMs) };
}

import type { IncomingMessage, ServerResponse } from 'node:http';
import { checkWhole } from '../common/check_options.js';
import { DEFAULTS } from '../common/defaults.js';
import { JsonLog } from '../telemetry/log.js';
import { PushHandler, type PushHandlerOptions } from './handler.js';
import { DRAIN_MS, MAX_BODY_BYTES, PUSH_BYTES } from './limits.js';

/** The longest ack deadline of Pub/Sub. */
const ACK_DEADLINE_MS_MAX = 600_000;

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

import type { ServerResponse } from 'node:http';
import type { CollectorError } from '../common/errors.js';
import { drainBody, type PushRequest } from '../http/body.js';
import { ANSWER_MS_MAX } from '../http/limits.js';
import { RequestDeadlines } from '../push/request_deadline.js';

/** gRPC's Unavailable: callers retry. */
const UNAVAILABLE = 14;

/**
 * Answers a pRPC call with 503 where the server of these calls cannot. Never rejects.
 *
 * @param error says why
 */
export async function refuseCall(
  request: PushRequest,
  response: ServerResponse,
  { message }: CollectorError,
): Promise<void> {
  const deadlines = new RequestDeadlines(ANSWER_MS_MAX);
  const deadline = deadlines.begin(response);
  const text = `${message}\n`;
  const type = { 'Content-Type': 'text/plain; charset=utf-8' };
  const size = { 'Content-Length': Buffer.byteLength(text) };
  response.writeHead(503, { ...type, ...size, 'X-Prpc-Grpc-Code': UNAVAILABLE }).write(text);
  await drainBody(request, response, deadline.signal);
  response.end();
  deadlines.end(deadline);
}

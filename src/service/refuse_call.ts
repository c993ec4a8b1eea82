import type { ServerResponse } from 'node:http';
import type { CollectorError } from '../common/errors.js';
import type { PushRequest } from '../http/body.js';
import { endAnswer } from '../push/request_deadline.js';

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
  const text = `${message}\n`;
  const type = { 'Content-Type': 'text/plain; charset=utf-8' };
  const size = { 'Content-Length': Buffer.byteLength(text) };
  response.writeHead(503, { ...type, ...size, 'X-Prpc-Grpc-Code': UNAVAILABLE }).write(text);
  await endAnswer(request, response);
}

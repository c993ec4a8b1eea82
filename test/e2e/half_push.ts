import { once } from 'node:events';
import { type ClientRequest, request } from 'node:http';

/** A push of which only half has been sent: it is under way until the rest comes. */
export async function halfPush(port: number, body: Buffer, path = '/'): Promise<ClientRequest> {
  const headers = { 'content-length': body.length, expect: '100-continue' };
  const outgoing = request({ port, host: '127.0.0.1', method: 'POST', path, headers });
  outgoing.flushHeaders();
  // Node answers this once the request has reached the handler.
  await once(outgoing, 'continue');
  outgoing.write(body.subarray(0, 10));
  return outgoing;
}

import type { IncomingMessage } from 'node:http';

/** A Host header that names this machine, with or without a port. */
const LOOPBACK_HOST = /^(localhost|127(\.\d{1,3}){3}|\[::1\])(:\d{1,5})?$/i;

const SAME_ORIGIN: ReadonlySet<unknown> = new Set([undefined, 'none', 'same-origin']);

/**
 * Says why a request is rejected; undefined where it may pass.
 *
 * A page of another site must not read logs through the user's browser: neither by a call from its own origin, nor by a
 * name of its own that leads to this machine (DNS rebinding).
 *
 * @param loopback whether the server listens on loopback alone: then the Host header has to be a loopback name
 */
export function rejection({ headers }: IncomingMessage, loopback: boolean): string | undefined {
  const { host = '', origin } = headers;
  if (loopback && !LOOPBACK_HOST.test(host)) {
    return 'the Host header is not that of this machine: open the viewer as http://127.0.0.1 or http://localhost';
  }
  if (origin !== undefined && origin !== `http://${host}` && origin !== `https://${host}`) {
    return 'requests from other origins are rejected';
  }
  const navigation = headers['sec-fetch-mode'] === 'navigate';
  if (!navigation && !SAME_ORIGIN.has(headers['sec-fetch-site'])) {
    return 'requests from other sites are rejected';
  }
  return undefined;
}

import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http';

/**
 * The policy of every answer: scripts, styles and calls of this origin alone, images that the page made of a log, and no
 * text ever taken for markup or a script; the one policy of Trusted Types names the worker's file.
 */
export const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  'img-src blob: data:',
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types worker',
].join('; ');

const SECURITY_HEADERS: Readonly<Record<string, string>> = {
  'Content-Security-Policy': CONTENT_SECURITY_POLICY,
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), microphone=(), geolocation=()',
};

/** Sets the headers that every answer of the viewer has. */
export function secure(response: ServerResponse): void {
  for (const [name, value] of Object.entries(SECURITY_HEADERS)) response.setHeader(name, value);
}

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

/** Sends a small answer as a whole; Node leaves the body of an answer to HEAD out. */
export function send(
  response: ServerResponse,
  status: number,
  type: string,
  body: string | Uint8Array,
  headers: OutgoingHttpHeaders = {},
): void {
  if (response.destroyed) return;
  response.writeHead(status, {
    'Content-Type': type,
    'Content-Length': Buffer.byteLength(body),
    'Cache-Control': 'no-store',
    ...headers,
  });
  response.end(body);
}

export function sendText(response: ServerResponse, status: number, text: string): void {
  send(response, status, 'text/plain; charset=utf-8', `${text}\n`);
}

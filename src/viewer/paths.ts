import type { IncomingMessage } from 'node:http';

/** Where the viewer is: what it serves begins with it. */
export const VIEWER_PATH = '/view/';

/** Returns whether the viewer answers a request: one under its path, or a browser's for the root. */
export function isForViewer(request: IncomingMessage): boolean {
  return /^\/view(\/|\?|$)/.test(request.url ?? '') || isBrowserAtRoot(request);
}

/** Returns whether a browser asks for the root, which shows it the way to the viewer. */
export function isBrowserAtRoot({ method, url, headers }: IncomingMessage): boolean {
  if (method !== 'GET' && method !== 'HEAD') return false;
  return /^\/(\?|$)/.test(url ?? '') && /\btext\/html\b/i.test(headers.accept ?? '');
}

/** Returns the page of a stream. @param path `prefix/+/name` */
export function streamPage(project: string, path: string): string {
  return `${VIEWER_PATH}s/${`${project}/${path}`.split('/').map(encodeURIComponent).join('/')}`;
}

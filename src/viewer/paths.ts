/** Where the viewer is: what it serves begins with it. */
export const VIEWER_PATH = '/view/';

/** As much of a request as is looked at: this is for the page, too, which knows no Node. */
interface RequestHead {
  readonly method?: string | undefined;
  readonly url?: string | undefined;
  readonly headers: { readonly accept?: string | undefined };
}

/** Returns whether the viewer answers a request: one under its path, or a browser's for the root. */
export function isForViewer(request: RequestHead): boolean {
  return /^\/view(\/|\?|$)/.test(request.url ?? '') || isBrowserAtRoot(request);
}

/** Returns whether a browser asks for the root, which shows it the way to the viewer. */
export function isBrowserAtRoot({ method, url, headers }: RequestHead): boolean {
  if (method !== 'GET' && method !== 'HEAD') return false;
  return /^\/(\?|$)/.test(url ?? '') && /\btext\/html\b/i.test(headers.accept ?? '');
}

/** What the pages of streams begin with. */
export const STREAM_PAGE = `${VIEWER_PATH}s/`;

/** Returns the page of a stream. @param name `project/prefix/+/name` */
export function streamPage(name: string): string {
  return STREAM_PAGE + name.split('/').map(encodeURIComponent).join('/');
}

import { isLoopbackHost } from '../common/loopback.js';
import { streamPage, VIEWER_PATH } from '../viewer/paths.js';
import { type Io, say } from './io.js';

/** A function on this machine answers sooner; one that is not there must not hold the command up. */
const LOOK_MS_MAX = 500;

export function viewerUrl(url: URL): string {
  return new URL(VIEWER_PATH, url).href;
}

/**
 * Says where a stream can be seen, where the function is on this machine and serves the viewer.
 *
 * @param path `PROJECT/PREFIX/+/NAME`
 * @returns whether it does
 */
export async function sayViewerLink(url: URL, path: string, io: Io): Promise<boolean> {
  if (!isLoopbackHost(url.hostname) || !(await servesViewer(url, io.signal))) return false;
  say(io, `see it: ${new URL(streamPage(path), url).href}`);
  return true;
}

async function servesViewer(url: URL, signal: AbortSignal): Promise<boolean> {
  try {
    const response = await fetch(viewerUrl(url), {
      method: 'HEAD',
      signal: AbortSignal.any([signal, AbortSignal.timeout(LOOK_MS_MAX)]),
    });
    return response.ok && response.headers.get('content-type')?.startsWith('text/html') === true;
  } catch {
    return false;
  }
}

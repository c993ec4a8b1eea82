import { useState } from 'preact/hooks';
import { STREAM_PAGE, streamPage } from '../paths.js';
import type { StreamName } from './api.js';
import { useEvents } from './hooks.js';

/** Returns the stream that an address names; undefined for the list. */
export function streamOf(pathname: string): StreamName | undefined {
  if (!pathname.startsWith(STREAM_PAGE)) return undefined;
  const parts = pathname.slice(STREAM_PAGE.length).split('/').map(decode);
  const [project = '', ...path] = parts;
  return { project, path: path.join('/') };
}

export function streamUrl({ project, path }: StreamName): string {
  return streamPage(`${project}/${path}`);
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

const NAVIGATED = 'viewer:navigated';

/** Goes to another page of the viewer without loading it anew. */
export function navigate(url: string): void {
  history.pushState(null, '', url);
  dispatchEvent(new Event(NAVIGATED));
}

/** Changes the part of the address behind `#` without a new entry of the history. */
export function replaceHash(hash: string): void {
  history.replaceState(null, '', hash === '' ? location.pathname : hash);
  dispatchEvent(new Event(NAVIGATED));
}

/** The address, as it changes. */
export function useAddress(): { pathname: string; hash: string } {
  const [address, setAddress] = useState(currentAddress);
  useEvents(window, ['popstate', 'hashchange', NAVIGATED], () => setAddress(currentAddress()));
  return address;
}

function currentAddress(): { pathname: string; hash: string } {
  return { pathname: location.pathname, hash: location.hash };
}

/** Follows links within the viewer without loading the page anew. */
export function followLinks(): void {
  addEventListener('click', (event) => {
    const plain = event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey;
    if (event.defaultPrevented || !plain || event.altKey) return;
    const link = event.target instanceof Element ? event.target.closest('a') : null;
    const href = link?.getAttribute('href') ?? '';
    const ours = href === '/view/' || href.startsWith(STREAM_PAGE);
    if (!ours || link?.hasAttribute('download') === true) return;
    event.preventDefault();
    navigate(href);
  });
}

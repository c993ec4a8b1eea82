import { CollectorError } from '../../common/errors.js';

/** Hosts of this machine, which nothing between can listen to. */
const LOCAL = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/;

/**
 * The origin of a Coordinator, from its `host` or `host:port`: https, unless it is insecure or on this machine.
 *
 * @throws CollectorError BAD_SETTINGS
 */
export function originOf(host: string, insecure: boolean): string {
  const url = parse(host);
  // Whatever is not a host alone (a scheme, a path, a user) reads otherwise than it is written.
  if (url?.href !== `http://${url?.host}/` || url.username !== '' || /[/?#@\\\s]/.test(host)) {
    const why = `COORDINATOR_HOST is not a host or host:port: ${JSON.stringify(host)}`;
    throw new CollectorError('BAD_SETTINGS', why);
  }
  // The port is taken as written: a URL drops the one that its scheme implies.
  const port = /:(\d+)$/.exec(host)?.[0] ?? '';
  const scheme = insecure || LOCAL.test(url.hostname) ? 'http' : 'https';
  return `${scheme}://${url.hostname}${port}`;
}

function parse(host: string): URL | undefined {
  try {
    return new URL(`http://${host}`);
  } catch {
    return undefined;
  }
}

import { CollectorError } from '../../common/errors.js';
import { isLoopbackHost } from '../../common/loopback.js';

/**
 * The origin of a Coordinator, from its `host` or `host:port`: https, unless it is insecure or on this machine.
 *
 * @throws CollectorError BAD_SETTINGS
 */
export function originOf(host: string, insecure: boolean): string {
  const url = URL.canParse(`http://${host}`) ? new URL(`http://${host}`) : undefined;
  // Whatever is not a host alone (a scheme, a path, a user) reads otherwise than it is written.
  if (url?.href !== `http://${url?.host}/` || url.username !== '' || /[/?#@\\\s]/.test(host)) {
    const why = `COORDINATOR_HOST is not a host or host:port: ${JSON.stringify(host)}`;
    throw new CollectorError('BAD_SETTINGS', why);
  }
  // The port is taken as written: a URL drops the one that its scheme implies.
  const port = /:(\d+)$/.exec(host)?.[0] ?? '';
  // Nothing between can listen to this machine's own.
  const scheme = insecure || isLoopbackHost(url.hostname) ? 'http' : 'https';
  return `${scheme}://${url.hostname}${port}`;
}

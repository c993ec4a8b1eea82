import type { Dispatcher } from 'undici';
import connect from 'undici/lib/api/api-connect.js';
import Pool from 'undici/lib/dispatcher/pool.js';
import ProxyAgent from 'undici/lib/dispatcher/proxy-agent.js';

/** Opens a pool of connections through a proxy. The agent asks the proxy for a tunnel by what the pool alone lacks. */
export function openProxiedPool(proxy: URL, options: Pool.Options): Dispatcher {
  const clientFactory = (origin: URL, settings: object) =>
    Object.assign(new Pool(origin, settings), { connect });
  return new ProxyAgent({ ...options, uri: proxy.href, clientFactory });
}

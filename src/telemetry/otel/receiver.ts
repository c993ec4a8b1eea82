import { lateModule } from '../../common/late_module.js';
import { proxyFor } from '../../http/proxy.js';

const proxied = lateModule(
  () => require('../../http/proxied_request.js') as typeof import('../../http/proxied_request.js'),
  'the client of proxies',
);

/** Returns what an exporter needs to reach a URL: through the proxy of the environment, where there is one for it. */
export function receiverOptions(url: string) {
  const proxy = proxyFor(url);
  if (proxy === undefined) return { url };
  return { url, httpAgentOptions: () => proxied.get().agentThrough(proxy) };
}

import { isLoopbackHost } from '../common/loopback.js';

/** Hosts that no proxy reaches for this machine: Google's metadata server is another one behind each. */
const NEVER_PROXIED = new Set(['metadata.google.internal', 'metadata', '169.254.169.254']);

const PROXIES = ['grpc_proxy', 'https_proxy', 'http_proxy'] as const;
const VARIABLES = [...PROXIES, 'no_proxy'] as const;

/**
 * Returns the proxy for a connection to a URL, or undefined where it goes without: never to this machine. As other programs
 * do, it reads https_proxy for https, and http_proxy for http and where the first is not set, in lower case before upper
 * case; `no_proxy` lists hosts, each with its subdomains and maybe a port, or `*`.
 */
export function proxyFor(url: string, env: NodeJS.ProcessEnv = process.env): URL | undefined {
  const { protocol, hostname, port } = new URL(url);
  if (isDirect(hostname, port || (protocol === 'https:' ? '443' : '80'), env)) return undefined;
  const proxy =
    protocol === 'https:'
      ? variable(env, 'https_proxy', 'http_proxy')
      : variable(env, 'http_proxy');
  const spelled = /^\w+:\/\//.test(proxy) ? proxy : `http://${proxy}`;
  return proxy !== '' && URL.canParse(spelled) ? new URL(spelled) : undefined;
}

/**
 * Spells the variables as the libraries of this program read them, each of which knows less: in lower case; every host of
 * `no_proxy` also with its subdomains; this machine and the metadata server among them.
 */
export function spellProxies(env: NodeJS.ProcessEnv): void {
  for (const name of VARIABLES) {
    const value = variable(env, name);
    if (value !== '') env[name] = value;
  }
  if (!PROXIES.some((name) => (env[name] ?? '') !== '')) return;
  const hosts = noProxy(env).flatMap(({ host, suffix }) => [host + suffix, `.${host}${suffix}`]);
  const own = ['localhost', '127.0.0.1', '::1', '[::1]', ...NEVER_PROXIED];
  env.no_proxy = [...new Set([...hosts, ...own])].join(',');
  env.NO_PROXY = env.no_proxy;
  if (noProxy(env).some(({ host }) => host === '*')) {
    for (const name of [...PROXIES, 'HTTPS_PROXY', 'HTTP_PROXY']) {
      // Assigned, it would be the text `undefined`.
      Reflect.deleteProperty(env, name);
    }
  }
}

/** Returns the proxy for calls by gRPC to a URL: as `proxyFor`, but grpc_proxy is read first. */
export function grpcProxyFor(url: string, env: NodeJS.ProcessEnv = process.env): URL | undefined {
  const own = variable(env, 'grpc_proxy');
  return proxyFor(url, own === '' ? env : { ...env, https_proxy: own, http_proxy: own });
}

function isDirect(hostname: string, port: string, env: NodeJS.ProcessEnv): boolean {
  const host = hostname.toLowerCase().replace(/^\[|\]$/g, '');
  if (isLoopbackHost(host) || host.endsWith('.localhost') || NEVER_PROXIED.has(host)) return true;
  return noProxy(env).some((entry) => {
    if (entry.suffix !== '' && entry.suffix !== `:${port}`) return false;
    return entry.host === '*' || host === entry.host || host.endsWith(`.${entry.host}`);
  });
}

/** The hosts of no_proxy, without what stands for subdomains, and their ports. */
function noProxy(env: NodeJS.ProcessEnv): { host: string; suffix: string }[] {
  return variable(env, 'no_proxy')
    .toLowerCase()
    .split(/[\s,]+/)
    .flatMap((entry) => {
      const [, host = '', suffix = ''] =
        /^(?:\*?\.)?(\*|\[[\da-f:]+\]|[\da-f:]*:[\da-f:]*:[\da-f]*|[^:]+)(:\d+)?$/.exec(entry) ??
        [];
      return host === '' ? [] : [{ host: host.replace(/^\[|\]$/g, ''), suffix }];
    });
}

/** The first of the variables that is set, each in lower case before upper case; empty where none is. */
function variable(env: NodeJS.ProcessEnv, ...names: (typeof VARIABLES)[number][]): string {
  const spellings = names.flatMap((name) => [env[name], env[name.toUpperCase()]]);
  return spellings.find((value) => value !== undefined && value !== '') ?? '';
}

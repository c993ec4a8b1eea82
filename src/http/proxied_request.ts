import { once } from 'node:events';
import { type IncomingMessage, request as plain } from 'node:http';
import { request as secure } from 'node:https';
import { HttpsProxyAgent } from 'https-proxy-agent';

/** A request that its signal gives up. */
export type BoundedRequest = RequestInit & { readonly signal: AbortSignal };

/** Returns an agent for a client of `node:http` or `node:https`, which reaches any server through the proxy. */
export function agentThrough(proxy: URL): HttpsProxyAgent<string> {
  return new HttpsProxyAgent(proxy.href);
}

/** One exchange through a proxy, as `fetch` makes one without; the body of the answer is still to be read. */
export async function requestThrough(
  proxy: URL,
  url: string,
  { method, headers, body, signal }: BoundedRequest,
): Promise<IncomingMessage> {
  const send = url.startsWith('https:') ? secure : plain;
  const sent = headers as Record<string, string> | undefined;
  const options = { method, headers: sent, agent: agentThrough(proxy), signal };
  const outgoing = send(url, options as Parameters<typeof plain>[1]);
  outgoing.end(body as string | Uint8Array | undefined);
  const [answer] = (await once(outgoing, 'response')) as [IncomingMessage];
  return answer;
}

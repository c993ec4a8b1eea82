import { lateModule } from '../common/late_module.js';
import type { BoundedRequest } from './proxied_request.js';
import { proxyFor } from './proxy.js';

/** Exchanges through a proxy. */
export const lateProxied = lateModule(
  () => require('./proxied_request.js') as typeof import('./proxied_request.js'),
  'the client of proxies',
);

/** An answer with its whole body. */
export interface FetchedAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Buffer;
}

/**
 * One exchange by Node's own `fetch`, or through the proxy of the environment, whose answer may not be larger than told. Redirects are not followed.
 *
 * @throws the signal's reason; else an Error whose message says in a few words what went wrong on the way
 */
export async function boundedFetch(
  url: string,
  init: BoundedRequest,
  maxBytes: number,
): Promise<FetchedAnswer> {
  try {
    const proxy = proxyFor(url);
    if (proxy === undefined) {
      const { status, headers, body } = await fetch(url, { ...init, redirect: 'manual' });
      return { status, headers, body: await readAtMost(body, maxBytes) };
    }
    // Node's `fetch` knows no proxies in every version that this runs on.
    const answer = await lateProxied.get().requestThrough(proxy, url, init);
    const headers = new Headers(answer.headers as Record<string, string>);
    return { status: answer.statusCode!, headers, body: await readAtMost(answer, maxBytes) };
  } catch (thrown) {
    init.signal.throwIfAborted();
    throw new Error(reasonOf(thrown), { cause: thrown });
  }
}

async function readAtMost(
  body: AsyncIterable<Uint8Array> | ReadableStream<Uint8Array> | null,
  maxBytes: number,
): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  // Leaving the loop early ends the connection.
  for await (const chunk of (body ?? []) as AsyncIterable<Uint8Array>) {
    size += chunk.length;
    if (size > maxBytes) throw new Error(`the answer is larger than ${maxBytes} bytes`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks, size);
}

/** `fetch` says that it failed; why stands in the cause. */
function reasonOf(thrown: unknown): string {
  const { message, cause } = thrown as { message: string; cause?: { code?: unknown } };
  return typeof cause?.code === 'string' ? `${message} (${cause.code})` : message;
}

import { request } from 'node:http';
import { type HttpReply, replyTo } from '../http/listen.js';

/** One request with just these headers: `fetch` does not let a Host be chosen. */
export function ask(
  url: string,
  { method = 'GET', headers = {}, body = '' }: AskOptions = {},
): Promise<HttpReply> {
  return replyTo(request(url, { method, headers, agent: false }).end(body));
}

interface AskOptions {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

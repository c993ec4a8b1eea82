import type { ServerResponse } from 'node:http';
import { asCollectorError, BackendError, CollectorError } from '../common/errors.js';
import { printableJson } from '../common/printable.js';
import type { PushRequest } from '../http/body.js';
import { rejection, secure, send, sendText } from './headers.js';
import type { LogSource } from './log_source.js';
import { isBrowserAtRoot, VIEWER_PATH } from './paths.js';
import { sendRaw } from './raw.js';
import { staticFile } from './static_files.js';
import { StreamList } from './stream_list.js';

export interface ViewerOptions {
  readonly source: LogSource;
  /** Whether the server listens on loopback alone. */
  readonly loopback: boolean;
}

const CALL_PATH = `${VIEWER_PATH}prpc/`;

/** The calls that only read. */
const CALLS: ReadonlySet<string> = new Set([
  'logdog.Logs/Get',
  'logdog.Logs/Tail',
  'logdog.Logs/Query',
]);

/** How long an answer may take in all: a download of a large stream by a slow reader. */
const ANSWER_MS_MAX = 15 * 60_000;

const HTML = 'text/html; charset=utf-8';
const JSON_TYPE = 'application/json; charset=utf-8';

/** Serves the viewer: its page, the list of streams, and downloads. It changes nothing. */
export class Viewer {
  private readonly list: StreamList | undefined;
  private readonly answers = new Map<AbortController, Promise<void>>();
  private closed = false;

  constructor(private readonly options: ViewerOptions) {
    const { streams, revision } = options.source;
    this.list = streams && new StreamList(streams, revision);
  }

  /** Handles one request. Never rejects. */
  readonly handle = async (request: PushRequest, response: ServerResponse): Promise<void> => {
    if (response.closed) return;
    const controller = new AbortController();
    const end = () => {
      controller.abort(new CollectorError('CANCELLED', 'the reader closed the connection'));
    };
    response.once('close', end);
    const timer = setTimeout(end, ANSWER_MS_MAX);
    secure(response);
    const answer = this.answer(request, response, controller.signal).catch((thrown: unknown) =>
      fail(response, thrown),
    );
    this.answers.set(controller, answer);
    await answer;
    clearTimeout(timer);
    this.answers.delete(controller);
  };

  /** Gives up the answers that are under way; resolves when nothing is read any more. */
  async close(): Promise<void> {
    this.closed = true;
    for (const controller of this.answers.keys()) {
      controller.abort(new CollectorError('SHUTTING_DOWN'));
    }
    await Promise.all([this.list?.close(), ...this.answers.values()]);
  }

  private async answer(
    request: PushRequest,
    response: ServerResponse,
    signal: AbortSignal,
  ): Promise<void> {
    if (this.closed) throw new CollectorError('SHUTTING_DOWN');
    const { method, url = '' } = request;
    const why = rejection(request, this.options.loopback);
    if (why !== undefined) {
      refuse(response, 403, why);
    } else if (url.startsWith(CALL_PATH)) {
      // The API of Coordinators alone reads logs.
      const call = url.slice(CALL_PATH.length);
      if (method !== 'POST' || !CALLS.has(call)) {
        refuse(response, 404, 'only calls of logdog.Logs are answered here');
        return;
      }
      request.url = `/prpc/${call}`;
      await this.options.source.call(request, response);
    } else if (method !== 'GET' && method !== 'HEAD') {
      response.setHeader('Allow', 'GET, HEAD');
      refuse(response, 405, 'the viewer only reads');
    } else if (isBrowserAtRoot(request)) {
      send(response, 200, HTML, HOME);
    } else {
      await this.page(request, response, new URL(url, 'http://viewer/'), signal);
    }
  }

  private async page(
    request: PushRequest,
    response: ServerResponse,
    { pathname, searchParams }: URL,
    signal: AbortSignal,
  ): Promise<void> {
    const { source } = this.options;
    const name = pathname.slice(VIEWER_PATH.length);
    if (pathname === '/view') {
      response.setHeader('Location', VIEWER_PATH);
      sendText(response, 308, 'the viewer is at /view/');
    } else if (name === 'api/source') {
      const { coordinator } = source;
      sendJson(response, { coordinator, lists: this.list !== undefined });
    } else if (name === 'api/streams' && this.list !== undefined) {
      const since = Number(searchParams.get('since') ?? 0);
      const epoch = searchParams.get('epoch') ?? '';
      sendJson(response, await this.list.changes(epoch, Number.isFinite(since) ? since : 0));
    } else if (name === 'api/raw') {
      const project = searchParams.get('project') ?? '';
      const path = searchParams.get('path') ?? '';
      const headOnly = request.method === 'HEAD';
      await sendRaw(response, source, { project, path }, { signal, headOnly });
    } else {
      sendStatic(request, response, name === '' || name.startsWith('s/') ? 'index.html' : name);
    }
  }
}

/** Says why a request is rejected; what its sender is still writing is not read. */
function refuse(response: ServerResponse, status: number, why: string): void {
  response.setHeader('Connection', 'close');
  sendText(response, status, why);
}

function sendStatic(request: PushRequest, response: ServerResponse, name: string): void {
  const file = staticFile(name);
  if (file === undefined) {
    sendText(response, 404, 'there is nothing here; the viewer is at /view/');
    return;
  }
  const { type, body, etag } = file;
  const headers = { ETag: etag, 'Cache-Control': 'no-cache' };
  if (request.headers['if-none-match'] === etag) response.writeHead(304, headers).end();
  else send(response, 200, type, body, headers);
}

function sendJson(response: ServerResponse, value: object): void {
  send(response, 200, JSON_TYPE, printableJson(value));
}

/** Says what is wrong; an answer that has begun is cut, so that it is not taken for a whole one. */
function fail(response: ServerResponse, thrown: unknown): void {
  const error = asCollectorError(thrown);
  if (response.headersSent) response.destroy();
  else sendText(response, statusOf(error), `${error.code}: ${error.message}`);
}

function statusOf(error: CollectorError): number {
  if (error.code === 'NOT_FOUND') return 404;
  if (error.code === 'INTERNAL') return 500;
  // The Coordinator does not tell a stream that is unknown from one that must not be read.
  const status = error instanceof BackendError ? error.status : undefined;
  if (status === 'NotFound' || status === 'PermissionDenied') return 404;
  return error.retryable ? 503 : 400;
}

const HOME = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
<title>LogDog Collector</title>
<h1>LogDog Collector</h1>
<p>It takes Pub/Sub pushes by POST.</p>
<p><a href="${VIEWER_PATH}">See the logs</a></p>
</html>
`;

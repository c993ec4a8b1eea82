import { logPages, type StreamName } from './api.js';
import { Searcher } from './model/searcher.js';

/** What the page asks for; the same search again goes on where it ended. */
export interface SearchRequest {
  readonly id: number;
  readonly stream: StreamName;
  readonly needle: string;
  readonly numbered: boolean;
}

/** What has been found since the last message. */
export interface SearchProgress {
  readonly id: number;
  /** Numbers of lines, from 0, ascending. */
  readonly found: Uint32Array;
  readonly searched: number;
  /** Whether everything has been searched that is there. */
  readonly done: boolean;
  readonly failure?: string;
}

/** As much of the worker's scope as is used: the page's types do not have it. */
interface WorkerScope {
  postMessage(message: SearchProgress, transfer: Transferable[]): void;
  onmessage: ((event: MessageEvent<SearchRequest>) => void) | null;
}

const scope = globalThis as unknown as WorkerScope;

let current: { id: number; searcher: Searcher; running: boolean } | undefined;

async function run(search: { id: number; searcher: Searcher }): Promise<void> {
  const { id, searcher } = search;
  try {
    for (let done = false; !done && current?.id === id;) {
      const { found, more } = await searcher.step();
      done = !more;
      const { searched } = searcher;
      if (current.id === id) scope.postMessage({ id, found, searched, done }, [found.buffer]);
    }
  } catch (error) {
    const failure = error instanceof Error ? error.message : String(error);
    const found = new Uint32Array(0);
    scope.postMessage({ id, found, searched: searcher.searched, done: true, failure }, []);
  }
}

scope.onmessage = ({ data: { id, stream, needle, numbered } }) => {
  if (current?.id !== id) {
    const searcher = new Searcher(logPages(stream), needle, numbered);
    current = { id, searcher, running: false };
  }
  const search = current;
  if (search.running) return;
  search.running = true;
  void run(search).finally(() => (search.running = false));
};

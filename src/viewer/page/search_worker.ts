import { logPages, type StreamName } from './api.js';
import { Searcher } from './model/searcher.js';

/** What the page asks for; the same search again, once it is done, goes on where it ended. */
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

let current: { readonly id: number; readonly searcher: Searcher } | undefined;

async function run({ id, searcher }: NonNullable<typeof current>): Promise<void> {
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
    current = { id, searcher: new Searcher(logPages(stream), needle, numbered) };
  }
  void run(current);
};

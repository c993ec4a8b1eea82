import { useEffect, useRef, useState } from 'preact/hooks';
import type { StreamName } from '../api.js';
import { useRerender } from '../hooks.js';
import { FoundLines } from '../model/found_lines.js';
import type { StreamModel } from '../model/stream_model.js';
import type { SearchProgress, SearchRequest } from '../search_worker.js';

/** What has come of one search; typing begins another. */
interface Running {
  id: number;
  found: FoundLines;
  searched: number;
  done: boolean;
  failure?: string | undefined;
}

export interface Search extends Readonly<Running> {
  readonly needle: string;
  /** The line that the reader was led to. */
  readonly current: number | undefined;
  setNeedle(needle: string): void;
  /** Goes to the next line, or the previous one, from a line on. */
  step(direction: 1 | -1, from: number): void;
}

/** While a person types, no search is begun. */
const TYPING_MS = 150;

interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { createScriptURL(url: string): string },
  ): { createScriptURL(url: string): string };
}

/** The one script that the page loads by itself. */
const WORKER_URL = '/view/search_worker.js';

let workerUrl: string | undefined;

function newWorker(): Worker {
  // Where the browser knows Trusted Types, the policy of the page wants the address vouched for.
  const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes };
  workerUrl ??=
    trustedTypes
      ?.createPolicy('worker', { createScriptURL: () => WORKER_URL })
      .createScriptURL('') ?? WORKER_URL;
  return new Worker(workerUrl, { type: 'module' });
}

/** Searches a stream in a worker, and goes on while the stream grows. */
export function useSearch(
  stream: StreamName,
  model: StreamModel,
  show: (line: number) => void,
): Search {
  const rerender = useRerender();
  const [needle, setNeedle] = useState('');
  const [current, setCurrent] = useState<number>();
  const worker = useRef<Worker | undefined>(undefined);
  const running = useRef<Running>(emptyRun(0));
  /** A step that waits for the search to come so far. */
  const waiting = useRef<{ direction: 1 | -1; from: number } | undefined>(undefined);
  const latest = useRef(show);
  latest.current = show;

  const go = (line: number) => {
    waiting.current = undefined;
    setCurrent(line);
    latest.current(line);
  };
  const tryStep = () => {
    const { found, done } = running.current;
    if (waiting.current === undefined) return;
    const { direction, from } = waiting.current;
    const line = direction > 0 ? found.after(from) : found.before(from);
    const around = direction > 0 ? found.after(-1) : found.before(Infinity);
    if (line !== undefined) go(line);
    else if (done && around !== undefined) go(around);
    else if (done) waiting.current = undefined;
  };
  const onProgress = ({ data }: MessageEvent<SearchProgress>) => {
    const run = running.current;
    if (data.id !== run.id) return;
    run.found.add(data.found);
    run.searched = data.searched;
    run.done = data.done;
    run.failure = data.failure;
    tryStep();
    rerender();
  };
  const ask = () => {
    if (needle === '') return;
    if (worker.current === undefined) {
      worker.current = newWorker();
      worker.current.onmessage = onProgress;
    }
    running.current.done = false;
    const { id } = running.current;
    const request: SearchRequest = { id, stream, needle, numbered: model.units.numbered };
    worker.current.postMessage(request);
  };

  useEffect(() => {
    running.current = emptyRun(running.current.id + 1);
    setCurrent(undefined);
    const timer = setTimeout(ask, TYPING_MS);
    return () => clearTimeout(timer);
  }, [needle, model.units.numbered]);
  useEffect(() => {
    // What has come since.
    if (running.current.done) ask();
  }, [model.total]);
  useEffect(() => () => worker.current?.terminate(), []);

  return {
    needle,
    ...running.current,
    current,
    setNeedle,
    step(direction, from) {
      if (needle === '') return;
      waiting.current = { direction, from };
      tryStep();
    },
  };
}

function emptyRun(id: number): Running {
  return { id, found: new FoundLines(), searched: 0, done: false };
}

import { useEffect, useReducer, useRef } from 'preact/hooks';

/** Renders a component anew, at most once a frame. */
export function useRerender(): () => void {
  const [, bump] = useReducer((count: number) => count + 1, 0);
  const waiting = useRef(false);
  return () => {
    if (waiting.current) return;
    waiting.current = true;
    // A page that is not shown has no frames.
    const next = document.hidden ? setTimeout : requestAnimationFrame;
    next(() => {
      waiting.current = false;
      bump(undefined);
    });
  };
}

/**
 * Does something again and again while the page is shown, each time so long after the last one has ended.
 *
 * @param task is called at once, too; what it rejects with is its own affair
 */
export function usePolling(task: () => void | Promise<void>, ms: number, active = true): void {
  const latest = useRef(task);
  latest.current = task;
  useEffect(() => {
    if (!active) return undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let ended = false;
    let running = false;
    const run = () => {
      clearTimeout(timer);
      if (running || ended || document.hidden) return;
      running = true;
      void Promise.resolve(latest.current()).finally(() => {
        running = false;
        if (!ended) timer = setTimeout(run, ms);
      });
    };
    document.addEventListener('visibilitychange', run);
    run();
    return () => {
      ended = true;
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', run);
    };
  }, [ms, active]);
}

/** Calls back at events of a target: with each, what was passed last. */
export function useEvents(
  target: EventTarget,
  types: readonly string[],
  listener: (event: Event) => void,
): void {
  const latest = useRef(listener);
  latest.current = listener;
  useEffect(() => {
    const listening = new AbortController();
    const listen = (event: Event) => {
      latest.current(event);
    };
    for (const type of types) target.addEventListener(type, listen, { signal: listening.signal });
    return () => listening.abort();
  }, []);
}

export type KeyActions = Readonly<Record<string, () => void>>;

/** Calls an action by its key, unless a person is typing into a field. */
export function useKeys(actions: KeyActions): void {
  useEvents(document, ['keydown'], (event) => {
    if (!(event instanceof KeyboardEvent)) return;
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
    const { target } = event;
    const typing = target instanceof HTMLInputElement || target instanceof HTMLSelectElement;
    if (typing && event.key !== 'Escape') return;
    const action = Object.hasOwn(actions, event.key) ? actions[event.key] : undefined;
    if (action === undefined) return;
    event.preventDefault();
    action();
  });
}

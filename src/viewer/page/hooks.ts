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
export function usePolling(task: () => Promise<void>, ms: number, active: boolean): void {
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
      void latest.current().finally(() => {
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

export type KeyActions = Readonly<Record<string, () => void>>;

/** Calls an action by its key, unless a person is typing into a field. */
export function useKeys(actions: KeyActions): void {
  const latest = useRef(actions);
  latest.current = actions;
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
      const { target } = event;
      const typing = target instanceof HTMLInputElement || target instanceof HTMLSelectElement;
      if (typing && event.key !== 'Escape') return;
      const action = Object.hasOwn(latest.current, event.key)
        ? latest.current[event.key]
        : undefined;
      if (action === undefined) return;
      event.preventDefault();
      action();
    };
    document.addEventListener('keydown', onKey);
    return () => {
      document.removeEventListener('keydown', onKey);
    };
  }, []);
}

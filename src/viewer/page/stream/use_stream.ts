import { useEffect, useMemo, useState } from 'preact/hooks';
import { logPages, type StreamName } from '../api.js';
import { usePolling, useRerender } from '../hooks.js';
import { StreamModel } from '../model/stream_model.js';

/** How often logs that have come since are looked for: each is seen well within a second. */
const POLL_MS = 300;

/** A stream that has ended without some of its logs is looked at more seldom: they may come yet. */
const INCOMPLETE_POLL_MS = 3000;

export interface OpenedStream {
  readonly model: StreamModel;
  /** Whether its beginning is there. */
  readonly opened: boolean;
  /** Why it is not. */
  readonly failure: unknown;
  /** Why nothing new is known, while what was read stays. */
  readonly trouble: unknown;
  readonly retry: () => void;
}

/** Opens a stream, and follows it until it has ended and is whole. */
export function useStream(stream: StreamName): OpenedStream {
  const rerender = useRerender();
  const [opened, setOpened] = useState(false);
  const [failure, setFailure] = useState<unknown>();
  const [trouble, setTrouble] = useState<unknown>();
  const [attempt, setAttempt] = useState(0);
  const model = useMemo(() => new StreamModel(logPages(stream), rerender, setTrouble), [attempt]);
  useEffect(() => {
    model.open().then(() => setOpened(true), setFailure);
    return () => model.close();
  }, [model]);
  const whole = model.terminalIndex === model.lastIndex && model.units.gaps.length === 0;
  usePolling(
    async () => {
      try {
        await model.poll();
        setTrouble(undefined);
      } catch (error) {
        setTrouble(error);
      }
      rerender();
    },
    model.terminalIndex === undefined ? POLL_MS : INCOMPLETE_POLL_MS,
    opened && !whole,
  );
  return {
    model,
    opened: opened || model.total > 0,
    failure,
    trouble,
    retry: () => {
      setFailure(undefined);
      setTrouble(undefined);
      setAttempt(attempt + 1);
    },
  };
}

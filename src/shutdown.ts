const SIGNALS: readonly (string | symbol)[] = ['SIGTERM', 'SIGINT'];

/** Cloud Run kills 10 s after SIGTERM; nobody else waits longer either, should a backend hang. */
const SHUTDOWN_MS_MAX = 9500;

/**
 * Makes SIGTERM and SIGINT end the process in order: `drain`, then exit 0, or 1 where it fails or
 * takes too long.
 *
 * The launcher of the functions framework listens to both as soon as it serves: it answers the latest request with 500
 * and exits at once, while others are under way. So whoever starts to listen after us is removed.
 */
export function drainOnSignals(drain: () => Promise<void>): void {
  let draining = false;
  const onSignal = () => {
    // Ctrl-C may come twice: from the terminal, and from npm, which passes it on.
    if (draining) return;
    draining = true;
    setTimeout(() => process.exit(1), SHUTDOWN_MS_MAX).unref();
    drain().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  for (const signal of SIGNALS) process.on(signal, onSignal);
  process.on('newListener', (event: string | symbol, listener: () => void) => {
    // This event comes before the listener is added, and no signal comes before the next microtask.
    if (SIGNALS.includes(event)) queueMicrotask(() => process.off(event, listener));
  });
}

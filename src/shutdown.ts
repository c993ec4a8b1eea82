const SIGNALS: readonly (string | symbol)[] = ['SIGTERM', 'SIGINT'];

/**
 * Makes SIGTERM and SIGINT end the process in order: `drain`, then exit 0.
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
    drain().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  for (const signal of SIGNALS) process.on(signal, onSignal);
  process.on('newListener', (event, listener) => {
    // This event comes before the listener is added, and no signal comes before the next microtask.
    if (SIGNALS.includes(event)) queueMicrotask(() => process.off(event, listener));
  });
}

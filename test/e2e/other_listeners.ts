/** Loaded before the function's own code (`--require`): a library that handles signals and the exit of its process. */
function listen(when: string): void {
  for (const event of ['SIGTERM', 'exit'] as const) {
    process.on(event, () => {
      process.stdout.write(`${when} listener: ${event}\n`);
    });
  }
}

listen('early');
// The server of the function listens by then, for this comes with its first push.
process.once('SIGUSR2', () => {
  listen('late');
  process.stdout.write('late listener: added\n');
});

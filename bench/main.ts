/** One way of measuring; loaded when asked for. */
interface Mode {
  readonly help: string;
  readonly run: (args: string[]) => Promise<void>;
}

/** What the first argument chooses; without one of these, a message is measured within the process. */
const MODES: Readonly<Record<string, () => Promise<Mode>>> = {
  '--cold': () => import('./cold.js'),
  '--e2e': () => import('./e2e.js'),
  '--serve': () => import('./serve.js'),
};

async function main([first = '', ...rest]: string[]): Promise<void> {
  const chosen = MODES[first];
  const { help, run } = chosen === undefined ? await import('./process.js') : await chosen();
  const args = chosen === undefined && first !== '' ? [first, ...rest] : rest;
  if (args.includes('--help')) process.stdout.write(help);
  else await run(args);
}

main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});

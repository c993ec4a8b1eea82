import { parseCommandLine, parseCount, parseIndex, parseStreamPath } from './arguments.js';
import { type Io, whileOpen } from './io.js';
import { FILTER_HELP, FILTER_OPTIONS, parseSelection } from './log_filter.js';
import { LogPrinter, printRange } from './log_printer.js';
import { parseRendering, RENDER_HELP, RENDER_OPTIONS } from './renderer.js';
import { noSuchStream, recordOf, requireStores } from './stores.js';

export const help = `Usage: logdog-collector cat PROJECT/PREFIX/+/NAME [options]

Prints a stream, also while the function runs. A gap in it is told on standard error; where logs of a stream that has
ended are missing, it ends with 1.

  --index N            begins at the log with this index (default: 0)
  -n, --count N        prints at most so many logs
${FILTER_HELP}${RENDER_HELP}
DATA_DIR (default: .logdog) says where the function keeps its logs.
`;

const OPTIONS = {
  ...RENDER_OPTIONS,
  ...FILTER_OPTIONS,
  index: { type: 'string', default: '0' },
  count: { type: 'string', short: 'n' },
} as const;

export async function run(args: readonly string[], io: Io): Promise<number> {
  const { values, positionals } = parseCommandLine(args, OPTIONS, ['PATH']);
  const stream = parseStreamPath(positionals[0]!);
  const rendering = parseRendering(values);
  const selection = parseSelection(values);
  const index = parseIndex('--index', values.index);
  const count = values.count === undefined ? undefined : parseCount('--count', values.count);
  const printer = new LogPrinter({ command: 'cat', stream, rendering, selection, io });
  try {
    await whileOpen(requireStores(io.env), async (stores) => {
      const record = recordOf(stores, stream);
      printer.checkType(record);
      const found = await printRange(stores, { index, count }, printer);
      const known = found || record !== undefined;
      if (!known && !(await stores.storage.tail(stream, io))) throw noSuchStream(stream);
      await printer.end();
    });
  } finally {
    printer.leave();
  }
  return printer.incomplete ? 1 : 0;
}

import { ATTRIBUTES } from '../../dead_letters/dead_letter.js';
import { printable } from '../../common/printable.js';
import { parseCommandLine } from '../arguments.js';
import { type Io, print, say } from '../io.js';
import { noStore } from '../stores.js';
import { withRefused } from './store.js';

/** Lists one message per line, the oldest first. */
export async function list(args: readonly string[], io: Io): Promise<number> {
  parseCommandLine(args, {}, []);
  await withRefused(io.env, async (refused) => {
    if (refused === undefined) say(io, noStore(io.env).message);
    for (const { id, refusedAtMs, bytes, attributes } of refused?.entries() ?? []) {
      const { [ATTRIBUTES.code]: code = '-', [ATTRIBUTES.project]: project } = attributes;
      const where =
        project === undefined ? '-' : `${project}/${attributes[ATTRIBUTES.prefix] ?? ''}`;
      const time = new Date(refusedAtMs).toISOString();
      const line = `${id} ${time} ${String(bytes).padStart(8)} ${code.padEnd(20)} ${where}`;
      await print(io, `${printable(line)}\n`);
    }
  });
  return 0;
}

import { printable } from '../../common/printable.js';
import { parseCommandLine } from '../arguments.js';
import { hexDump } from '../hex_dump.js';
import { type Io, print } from '../io.js';
import { noSuchMessage, withRefused } from './store.js';

const OPTIONS = { data: { type: 'boolean', default: false } } as const;

/** What is known of a message, or with --data its bytes and nothing else, on a terminal in hexadecimal. */
export async function show(args: readonly string[], io: Io): Promise<number> {
  const { values, positionals } = parseCommandLine(args, OPTIONS, ['ID']);
  const id = positionals[0]!;
  await withRefused(io.env, async (refused) => {
    const entry = refused?.find(id);
    if (entry === undefined) throw noSuchMessage(id);
    if (values.data) {
      const data = refused!.read(entry) ?? new Uint8Array(0);
      await print(io, io.stdout.isTTY === true ? hexDump(data) : data);
      return;
    }
    const known = { id: entry.id, bytes: String(entry.bytes), ...entry.attributes };
    for (const [name, value] of Object.entries(known)) {
      const label = name.replace(/^logdog-/, '').padEnd(13);
      await print(io, `${printable(`${label} ${value}`)}\n`);
    }
  });
  return 0;
}

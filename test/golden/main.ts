import { parseArgs } from 'node:util';
import { DEPARTURES } from './departures.js';
import { openLmdbStore } from './lmdb_store.js';
import type { OpenGoldenStore } from './reads.js';
import { runFiles } from './run.js';

const USAGE = `npm run vectors -- FILE... [--storage lmdb]

Runs golden files (.jsonl or .jsonl.gz): messages through the Collector, reads against a store.
  --storage lmdb   the store (lmdb)
Prints what is not as the files say, rewritten by the departures from the reference where one applies.
Exits with 1 where a line fails, or there is none.`;

const STORES: ReadonlyMap<string, OpenGoldenStore> = new Map([['lmdb', openLmdbStore]]);

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      storage: { type: 'string', default: 'lmdb' },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  if (values.help) {
    console.log(USAGE);
    return 0;
  }
  const open = STORES.get(values.storage);
  if (open === undefined || positionals.length === 0) {
    console.error(USAGE);
    return 2;
  }
  const { passed, failed, departures } = await runFiles(positionals, open, (text) => {
    console.log(text);
  });
  for (const [departure, text] of Object.entries(DEPARTURES)) {
    const lines = departures.get(Number(departure)) ?? 0;
    console.log(`departure ${departure.padStart(2)}, ${text}: ${lines} lines`);
  }
  console.log(`${passed} passed, ${failed} failed`);
  return failed === 0 && passed > 0 ? 0 : 1;
}

main().then(
  (status) => {
    process.exitCode = status;
  },
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 2;
  },
);

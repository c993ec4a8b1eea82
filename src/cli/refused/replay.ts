import type { DeadLetterTable } from '../../local/dead_letter_table.js';
import { openLocal } from '../../local/local.js';
import { parseCommandLine, parseCount, parseUrl, UsageError } from '../arguments.js';
import { type Io, say } from '../io.js';
import { noSuchMessage, withRefused } from './store.js';
import { Replayer, type Tally } from './replayer.js';
import { SubscriptionReplay } from './subscription.js';

const OPTIONS = {
  url: { type: 'string', default: 'http://localhost:8080/' },
  subscription: { type: 'string' },
  limit: { type: 'string' },
} as const;

const SUBSCRIPTION = /^projects\/[\w.:-]{1,100}\/subscriptions\/[A-Za-z][\w.~+%-]{2,254}$/;
const LIMIT = '1000';

/** Pushes refused messages again, one after another, and lets go of those that are taken. */
export async function replay(args: readonly string[], io: Io): Promise<number> {
  const { values, positionals } = parseCommandLine(args, OPTIONS, ['[ID]']);
  const { subscription } = values;
  const url = parseUrl(values.url);
  const limit = parseCount('--limit', values.limit ?? LIMIT);
  if (subscription === undefined && values.limit !== undefined) {
    throw new UsageError('--limit needs --subscription');
  }
  if (subscription !== undefined && !SUBSCRIPTION.test(subscription)) {
    throw new UsageError('--subscription takes projects/P/subscriptions/S');
  }
  if (subscription !== undefined && positionals.length > 0) {
    throw new UsageError(`${positionals[0]!} cannot be combined with --subscription`);
  }
  const replayer = new Replayer(url, io);
  try {
    const tally =
      subscription === undefined
        ? await withRefused(
            io.env,
            (refused) => fromTable(refused, positionals[0], replayer),
            openLocal,
          )
        : await new SubscriptionReplay(subscription, replayer, io).run(limit);
    say(io, `${tally.taken} taken, ${tally.refused} refused again`);
    return tally.refused === 0 ? 0 : 1;
  } finally {
    replayer.close();
  }
}

async function fromTable(
  refused: DeadLetterTable | undefined,
  id: string | undefined,
  replayer: Replayer,
): Promise<Tally> {
  const entries = [...(refused?.entries() ?? [])];
  const one = id === undefined ? undefined : refused?.find(id);
  if (id !== undefined && one === undefined) throw noSuchMessage(id);
  const tally = { taken: 0, refused: 0 };
  for (const entry of one === undefined ? entries : [one]) {
    const data = refused!.read(entry);
    // Dropped in between, for a bound.
    if (data === undefined) continue;
    if (await replayer.push({ data, attributes: entry.attributes }, entry.id)) {
      await refused!.remove(entry);
      tally.taken++;
    } else {
      tally.refused++;
    }
  }
  return tally;
}

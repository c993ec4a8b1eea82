import { ATTRIBUTES, type DeadLetter, FORMS } from '../../dead_letters/dead_letter.js';
import type { DeadLetterTable } from '../../local/dead_letter_table.js';
import { openLocal } from '../../local/local.js';
import { REPLAY_HEADER } from '../../push/dead_letter.js';
import { parseCommandLine, parseCount, parseUrl, UsageError } from '../arguments.js';
import { type PushedData, Pusher, RefusedMessage, tokenHeaders } from '../butler/pusher.js';
import { type Io, say } from '../io.js';
import { noSuchMessage, withRefused } from '../stores.js';
import { whileOpen } from '../while_open.js';
import { type PushAgain, replaySubscription } from './subscription.js';

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
  const [id] = positionals;
  const url = parseUrl(values.url);
  const limit = parseCount('--limit', values.limit ?? LIMIT);
  if (subscription === undefined && values.limit !== undefined) {
    throw new UsageError('--limit needs --subscription');
  }
  if (subscription !== undefined && !SUBSCRIPTION.test(subscription)) {
    throw new UsageError('--subscription takes projects/P/subscriptions/S');
  }
  if (subscription !== undefined && id !== undefined) {
    throw new UsageError(`${id} cannot be combined with --subscription`);
  }
  const headers = { [REPLAY_HEADER]: '1', ...tokenHeaders(io.env) };
  const onRetry = (trouble: string) => {
    say(io, `trying again: ${trouble}`);
  };
  const pusher = new Pusher({ url, signal: io.signal, headers, onRetry });
  return whileOpen(pusher, async () => {
    const tally = { taken: 0, refused: 0 };
    const push: PushAgain = async (deadLetter, name) => {
      const taken = await pushAgain(pusher, deadLetter, name, io);
      tally[taken ? 'taken' : 'refused']++;
      return taken;
    };
    if (subscription !== undefined) await replaySubscription(subscription, limit, push, io);
    else await withRefused(io.env, (refused) => fromTable(refused, id, push), openLocal);
    say(io, `${tally.taken} taken, ${tally.refused} refused again`);
    return tally.refused === 0 ? 0 : 1;
  });
}

async function pushAgain(
  pusher: Pusher,
  { data, attributes }: DeadLetter,
  name: string,
  io: Io,
): Promise<boolean> {
  try {
    await pusher.push(pushedData(data, attributes[ATTRIBUTES.form]));
    return true;
  } catch (thrown) {
    if (!(thrown instanceof RefusedMessage)) throw thrown;
    say(io, `${name}: ${thrown.message}`);
    return false;
  }
}

/** What stood in the place of the data when the message was refused. */
function pushedData(data: Uint8Array, form: string | undefined): PushedData {
  if (form === undefined) return data;
  const text = Buffer.from(data).toString();
  return form === FORMS.json ? { json: text } : text;
}

async function fromTable(
  refused: DeadLetterTable | undefined,
  id: string | undefined,
  push: PushAgain,
): Promise<void> {
  const one = id === undefined ? undefined : refused?.find(id);
  if (id !== undefined && one === undefined) throw noSuchMessage(id);
  for (const entry of one ? [one] : [...(refused?.entries() ?? [])]) {
    const data = refused!.read(entry);
    // Dropped in between, for a bound.
    if (data === undefined) continue;
    const taken = await push({ data, attributes: entry.attributes }, entry.id);
    if (taken) await refused!.remove(entry);
  }
}

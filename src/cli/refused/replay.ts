import { REPLAY_HEADER } from '../../push/dead_letter.js';
import { FORMS, ATTRIBUTES, type DeadLetter } from '../../dead_letters/dead_letter.js';
import type { DeadLetterTable } from '../../local/dead_letter_table.js';
import { parseCommandLine, parseCount, parseUrl, UsageError } from '../arguments.js';
import { type PushedData, Pusher, RefusedMessage } from '../butler/pusher.js';
import { type Io, say } from '../io.js';
import { noSuchMessage, withRefused } from './store.js';
import { SubscriptionReplay } from './subscription.js';

const OPTIONS = {
  url: { type: 'string', default: 'http://localhost:8080/' },
  subscription: { type: 'string' },
  limit: { type: 'string' },
} as const;

const SUBSCRIPTION = /^projects\/[\w.:-]{1,100}\/subscriptions\/[A-Za-z][\w.~+%-]{2,254}$/;
const LIMIT = '1000';

/** What became of the messages. */
export interface Tally {
  taken: number;
  refused: number;
}

/** Pushes refused messages again, one after another, and lets go of those that are taken. */
export async function replay(args: readonly string[], io: Io): Promise<number> {
  const { values, positionals } = parseCommandLine(args, OPTIONS, ['[ID]']);
  const { subscription } = values;
  const url = parseUrl(values.url);
  const limit = parseCount('--limit', values.limit ?? LIMIT);
  if (subscription === undefined && values.limit !== undefined) {
    throw new UsageError('--limit goes with --subscription');
  }
  if (subscription !== undefined && !SUBSCRIPTION.test(subscription)) {
    throw new UsageError('--subscription takes projects/P/subscriptions/S');
  }
  if (subscription !== undefined && positionals.length > 0) {
    throw new UsageError(`--subscription leaves no use for ${positionals[0]!}`);
  }
  const replayer = new Replayer(url, io);
  try {
    const tally =
      subscription === undefined
        ? await withRefused(io.env, (refused) => fromTable(refused, positionals[0], replayer))
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

/** Pushes dead letters, and says of each that is refused again why. */
export class Replayer {
  private readonly pusher: Pusher;

  constructor(
    url: URL,
    private readonly io: Io,
  ) {
    const token = io.env.PUSH_TOKEN ?? '';
    this.pusher = new Pusher({
      url,
      signal: io.signal,
      headers: { [REPLAY_HEADER]: '1', ...(token !== '' && { authorization: `Bearer ${token}` }) },
      onRetry: (trouble) => {
        say(io, `trying again: ${trouble}`);
      },
    });
  }

  /**
   * @returns whether it was taken, nothing of it refused
   * @throws CollectorError COMMAND_FAILED where the function does not take messages at all
   */
  async push({ data, attributes }: DeadLetter, name: string): Promise<boolean> {
    try {
      await this.pusher.push(pushedData(data, attributes[ATTRIBUTES.form]));
      return true;
    } catch (thrown) {
      if (!(thrown instanceof RefusedMessage)) throw thrown;
      say(this.io, `${name}: ${thrown.message}`);
      return false;
    }
  }

  close(): void {
    this.pusher.close();
  }
}

/** What stood in the place of the data when the message was refused. */
function pushedData(data: Uint8Array, form: string | undefined): PushedData {
  if (form === undefined) return data;
  const text = Buffer.from(data).toString();
  return form === FORMS.json ? { json: text } : text;
}

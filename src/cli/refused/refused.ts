import { printable } from '../../common/printable.js';
import { ATTRIBUTES } from '../../dead_letters/dead_letter.js';
import { parseChoice, parseCommandLine, UsageError } from '../arguments.js';
import { hexDump } from '../hex_dump.js';
import { print, say, type Io } from '../io.js';
import { noStore, noSuchMessage, withRefused } from '../stores.js';
import { replay } from './replay.js';

export const help = `Usage: logdog-collector refused ls
       logdog-collector refused show ID [--data]
       logdog-collector refused replay [ID] [--url URL]
       logdog-collector refused replay --subscription projects/P/subscriptions/S [--limit N] [--url URL]

Shows and replays messages that the function refused as bad input. ls lists them: id, time, bytes, code, and project
and prefix if known. show prints everything known about one message, without its content; with --data it writes the data
of the message, which holds logs and a secret, to standard output, and nothing else; on a terminal in hexadecimal.

replay pushes one message, or all, to the running function again. A message that is accepted completely is removed; one
that is refused again stays. With --subscription, replay pulls messages from a subscription of DEAD_LETTER_TOPIC and
acknowledges those that are accepted; it returns the others to the subscription.

  --url URL            where the function is (default: http://localhost:8080/)
  --subscription NAME  a pull subscription of the topic that refused messages are published to
  --limit N            replays at most N messages (default: 1000)

DATA_DIR (default: .logdog) is where the function has its store. PUSH_TOKEN, if set, is sent as the token of each push,
for a function that checks tokens. PUBSUB_EMULATOR_HOST is the address of a Pub/Sub emulator.
`;

const SHOW_OPTIONS = { data: { type: 'boolean', default: false } } as const;

const ACTIONS = { ls: list, show, replay };

export async function run(args: readonly string[], io: Io): Promise<number> {
  const [action, ...rest] = args;
  if (action === undefined) throw new UsageError('ls, show or replay is missing');
  const names = Object.keys(ACTIONS) as (keyof typeof ACTIONS)[];
  return ACTIONS[parseChoice('refused', action, names)](rest, io);
}

/** Lists one message per line, the oldest first. */
async function list(args: readonly string[], io: Io): Promise<number> {
  parseCommandLine(args, {}, []);
  await withRefused(io.env, async (refused) => {
    if (refused === undefined) say(io, noStore(io.env).message);
    for (const { id, refusedAtMs, bytes, attributes } of refused?.entries() ?? []) {
      const { [ATTRIBUTES.code]: code = '-', [ATTRIBUTES.project]: project } = attributes;
      const { [ATTRIBUTES.prefix]: prefix = '' } = attributes;
      const where = project === undefined ? '-' : `${project}/${prefix}`;
      const time = new Date(refusedAtMs).toISOString();
      const line = `${id} ${time} ${String(bytes).padStart(8)} ${code.padEnd(20)} ${where}`;
      await print(io, `${printable(line)}\n`);
    }
  });
  return 0;
}

/** What is known of a message, or with --data its bytes and nothing else, on a terminal in hexadecimal. */
async function show(args: readonly string[], io: Io): Promise<number> {
  const { values, positionals } = parseCommandLine(args, SHOW_OPTIONS, ['ID']);
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

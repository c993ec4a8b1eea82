import { parseChoice, UsageError } from '../arguments.js';
import type { Io } from '../io.js';
import { list } from './list.js';
import { replay } from './replay.js';
import { show } from './show.js';

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

const ACTIONS = { ls: list, show, replay };

export async function run(args: readonly string[], io: Io): Promise<number> {
  const [action, ...rest] = args;
  if (action === undefined) throw new UsageError('ls, show or replay is missing');
  const names = Object.keys(ACTIONS) as (keyof typeof ACTIONS)[];
  return ACTIONS[parseChoice('refused', action, names)](rest, io);
}

import { parseChoice, UsageError } from '../arguments.js';
import type { Io } from '../io.js';
import { list } from './list.js';
import { replay } from './replay.js';
import { show } from './show.js';

export const help = `Usage: logdog-collector refused ls
       logdog-collector refused show ID [--data]
       logdog-collector refused replay [ID] [--url URL]
       logdog-collector refused replay --subscription projects/P/subscriptions/S [--limit N] [--url URL]

What the function refused as bad input, and kept. ls lists it: id, when, bytes, code, and project and prefix
where they are known. show says all that is known of one message, but not what is in it; with --data it writes
the data of the message as it came, which holds logs and a secret, to standard output, and nothing else.

replay pushes one message, or all, to the running function again. What is taken now, nothing of it refused, is
removed; what is refused again stays where it is. With --subscription it takes them from a subscription of
DEAD_LETTER_TOPIC, and acknowledges those that are taken; the others come again to whoever asks next.

  --url URL            where the function is (default: http://localhost:8080/)
  --subscription NAME  a pull subscription of the topic that refused messages are published to
  --limit N            so many messages at most (default: 1000)

DATA_DIR (default: .logdog) says where the function keeps its store. PUSH_TOKEN, where it is set, is sent as the token
of each push: one that the function or its platform lets in. PUBSUB_EMULATOR_HOST leads to the emulator of Pub/Sub.
`;

const ACTIONS = { ls: list, show, replay };

export async function run(args: readonly string[], io: Io): Promise<number> {
  const [action, ...rest] = args;
  if (action === undefined) throw new UsageError('ls, show or replay is missing');
  const names = Object.keys(ACTIONS) as (keyof typeof ACTIONS)[];
  return ACTIONS[parseChoice('refused', action, names)](rest, io);
}

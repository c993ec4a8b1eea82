import { MAX_TAG_KEY_BYTES, MAX_TAG_VALUE_BYTES } from '../bundle/limits.js';
import { parseChoice, parseCommandLine, parseUrl, UsageError } from './arguments.js';
import { STREAM_TYPES, type StreamOptions, type StreamType } from './butler/bundler.js';
import { isName, isProject } from './stream_path.js';

export const help = `Usage: logdog-collector send [FILE] --project NAME --prefix NAME --name NAME [options]
       logdog-collector send --bundle FILE [--url URL]

Sends FILE, or standard input, as a stream of logs to the function, as a Butler and Pub/Sub would: as it comes,
in bundles, again where the function does not take one at once. The stream's path is PROJECT/PREFIX/+/NAME.
A stream is sent once: one that has begun, ended or not, is refused; to send more, choose another --name.

  --project NAME       the project that the stream belongs to, such as demo
  --prefix NAME        what the streams of a run have in common, such as me/1
  --name NAME          the stream's name, such as stdout
  --type TYPE          text (default): lines; binary: bytes; datagram: datagrams, each with its size before it
                       as an unsigned varint, as a Butler's stream protocol has them
  --content-type TYPE  what the stream holds, as HTTP says it; the default goes with --type
  --tag KEY=VALUE      a tag of the stream; may be given several times
  --url URL            where the function is (default: http://localhost:8080/)
  --bundle FILE        pushes FILE, the data of a Pub/Sub message, as it is

The secret of a prefix is made by its first stream and kept in DATA_DIR/secrets (DATA_DIR: .logdog), for its owner
only: to send more streams under a prefix, run the command with the same DATA_DIR. DATA_DIR/sent remembers which streams
were begun; the function's own Coordinator, the store in DATA_DIR or the table of the settings say how far they came.
`;

/** A stream to send, or a message as it is. */
export type SendArguments =
  | { readonly url: URL; readonly bundle: string }
  | {
      readonly url: URL;
      readonly bundle?: undefined;
      /** Standard input unless told. */
      readonly file: string | undefined;
      readonly stream: Omit<StreamOptions, 'secret' | 'now'>;
    };

const OPTIONS = {
  project: { type: 'string' },
  prefix: { type: 'string' },
  name: { type: 'string' },
  type: { type: 'string', default: 'text' },
  'content-type': { type: 'string' },
  tag: { type: 'string', multiple: true },
  url: { type: 'string', default: 'http://localhost:8080/' },
  bundle: { type: 'string' },
} as const;

const CONTENT_TYPES: Record<StreamType, string> = {
  text: 'text/plain; charset=utf-8',
  binary: 'application/octet-stream',
  datagram: 'application/x-logdog-datagram',
};

const STREAM_NAME_RULE = 'parts of letters, digits and :_.-, joined by /';
const RULES = {
  project: 'lower-case letters, digits, _ and -, a letter first',
  prefix: STREAM_NAME_RULE,
  name: STREAM_NAME_RULE,
} as const;

/** @throws UsageError */
export function parseSendArguments(args: readonly string[]): SendArguments {
  const { values, positionals } = parseCommandLine(args, OPTIONS, ['[FILE]']);
  const [file] = positionals;
  const url = parseUrl(values.url);
  const { bundle } = values;
  if (bundle !== undefined) {
    const other = (['project', 'prefix', 'name'] as const).find((name) => values[name]);
    const extra = file ?? (other && `--${other}`);
    if (extra !== undefined) throw new UsageError(`--bundle leaves no use for ${extra}`);
    return { url, bundle };
  }
  const type = parseChoice('--type', values.type, STREAM_TYPES);
  const contentType = values['content-type'] ?? CONTENT_TYPES[type];
  if (contentType === '') throw new UsageError('--content-type is empty');
  const stream = {
    project: checked('project', values.project, isProject),
    prefix: checked('prefix', values.prefix, isName),
    name: checked('name', values.name, isName),
    type,
    contentType,
    tags: parseTags(values.tag ?? []),
  };
  return { url, file, stream };
}

function checked(
  option: keyof typeof RULES,
  value: string | undefined,
  check: (text: string) => boolean,
): string {
  if (value === undefined) throw new UsageError(`--${option} is missing`);
  if (!check(value)) {
    throw new UsageError(`--${option} '${value}' breaks the rule of such a name: ${RULES[option]}`);
  }
  return value;
}

function parseTags(tags: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    tags.map((tag) => {
      const [key = '', ...rest] = tag.split('=');
      const value = rest.join('=');
      const valid = isName(key, MAX_TAG_KEY_BYTES) && rest.length > 0;
      if (valid && Buffer.byteLength(value) <= MAX_TAG_VALUE_BYTES) return [key, value];
      throw new UsageError(`--tag takes KEY=VALUE, not '${tag}'`);
    }),
  );
}

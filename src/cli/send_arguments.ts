import { MAX_TAG_KEY_BYTES, MAX_TAG_VALUE_BYTES } from '../bundle/limits.js';
import {
  parseChoice,
  parseCommandLine,
  parseUrl,
  UsageError,
  isName,
  isProject,
} from './arguments.js';
import { STREAM_TYPES, type StreamOptions, type StreamType } from './butler/bundler.js';

export const help = `Usage: logdog-collector send [FILE] --project NAME --prefix NAME --name NAME [options]
       logdog-collector send --bundle FILE [--url URL]

Sends FILE, or standard input, as a stream of logs to the function, as a Butler and Pub/Sub would: while it is read,
in bundles, with retries. The stream's path is PROJECT/PREFIX/+/NAME.
A stream is sent once: a stream that has already begun is refused; to send more, choose another --name.

  --project NAME       the project that the stream belongs to, such as demo
  --prefix NAME        the prefix that the streams of a run have in common, such as me/1
  --name NAME          the stream's name, such as stdout
  --type TYPE          text (default): lines; binary: bytes; datagram: datagrams, each preceded by its size
                       as an unsigned varint, as in a Butler's stream protocol
  --content-type TYPE  the media type of the stream; the default depends on --type
  --tag KEY=VALUE      a tag of the stream; may be given several times, each with a key of its own
  --url URL            where the function is (default: http://localhost:8080/)
  --bundle FILE        pushes FILE, the data of a Pub/Sub message, unchanged

PUSH_TOKEN, if set, is sent as the token of each push, which the function or its platform checks. Nothing is sent to a
server that does not answer as a LogDog Collector does.

The first stream of a prefix makes its secret, which DATA_DIR/secrets holds (default of DATA_DIR: .logdog), readable by
its owner only: to send more streams under a prefix, use the same DATA_DIR. DATA_DIR/sent records which streams this
user has sent. Whether a stream has begun, send also asks the function, or looks into the store in DATA_DIR or the
Bigtable table of the settings.
`;

/** A stream to send, or a message as it is. */
export type SendArguments =
  | { readonly url: URL; readonly bundle: string }
  | {
      readonly url: URL;
      readonly bundle?: undefined;
      /** Default: standard input. */
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
    if (extra !== undefined) throw new UsageError(`${extra} cannot be combined with --bundle`);
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
  const parsed = new Map<string, string>();
  for (const tag of tags) {
    const [key = '', ...rest] = tag.split('=');
    const value = rest.join('=');
    const valid = isName(key, MAX_TAG_KEY_BYTES) && rest.length > 0;
    if (!valid || Buffer.byteLength(value) > MAX_TAG_VALUE_BYTES) {
      throw new UsageError(`--tag takes KEY=VALUE, not '${tag}'`);
    }
    if (parsed.has(key)) throw new UsageError(`--tag ${key} is given twice: a tag has one value`);
    parsed.set(key, value);
  }
  return Object.fromEntries(parsed);
}

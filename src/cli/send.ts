import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { addAbortSignal, type Readable } from 'node:stream';
import { MAX_TAG_KEY_BYTES, MAX_TAG_VALUE_BYTES } from '../bundle/limits.js';
import { CollectorError } from '../errors.js';
import { parseChoice, parseCommandLine, UsageError } from './arguments.js';
import { LogStreamWriter, STREAM_TYPES, type StreamType } from './butler/bundler.js';
import { Pusher } from './butler/pusher.js';
import { secretOf } from './butler/secret.js';
import { Sender } from './butler/sender.js';
import { Interrupted, say, type Io } from './io.js';
import { Progress } from './progress.js';
import { dataDirectory, openStores } from './stores.js';
import { isName, isProject } from './stream_path.js';

export const help = `Usage: logdog-collector send [FILE] --project NAME --prefix NAME --name NAME [options]
       logdog-collector send --bundle FILE [--url URL]

Sends FILE, or standard input, as a stream of logs to the function, as a Butler and Pub/Sub would: as it comes,
in bundles, again where the function does not take one at once. The stream's path is PROJECT/PREFIX/+/NAME.
A stream is sent once: to send more, choose another --name.

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
only: who wants to send more streams under a prefix runs the command with the same DATA_DIR.
`;

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

/** Logs are sent when they are so old; so is the part that has come of a line or datagram, when nothing more has come. */
const FLUSH_MS = 1_000;

/** The most that Pub/Sub takes as a message's data is 10 MB; what is far larger is not a message. */
const BUNDLE_FILE_BYTES_MAX = 32 * 1024 * 1024;

export async function run(args: readonly string[], io: Io): Promise<number> {
  const { values, positionals } = parseCommandLine(args, OPTIONS, ['[FILE]']);
  const url = parseUrl(values.url);
  if (values.bundle !== undefined) {
    const other = (['project', 'prefix', 'name'] as const).find((name) => values[name]);
    const extra = positionals[0] ?? (other && `--${other}`);
    if (extra !== undefined) throw new UsageError(`--bundle leaves no use for ${extra}`);
    return sendBundle(values.bundle, url, io);
  }
  const stream = {
    project: checked('project', values.project, isProject),
    prefix: checked('prefix', values.prefix, isName),
    name: checked('name', values.name, isName),
    type: parseChoice('--type', values.type, STREAM_TYPES),
    tags: parseTags(values.tag ?? []),
  };
  const contentType = values['content-type'] ?? CONTENT_TYPES[stream.type];
  if (contentType === '') throw new UsageError('--content-type is empty');
  const path = `${stream.prefix}/+/${stream.name}`;

  const input = await openInput(positionals[0], io);
  try {
    if (isLoopback(url)) await refuseSecondTime(stream.project, path, io);
    const directory = join(dataDirectory(io.env), 'secrets');
    const secret = await secretOf(directory, [url.href, stream.project, stream.prefix]);
    const writer = new LogStreamWriter({ ...stream, contentType, secret });
    return await sendStream(input, writer, url, `${stream.project}/${path}`, io);
  } finally {
    input.destroy();
  }
}

async function sendStream(
  input: Readable,
  writer: LogStreamWriter,
  url: URL,
  path: string,
  io: Io,
): Promise<number> {
  // Ctrl-C ends the stream, not what is to be sent of it; a second one ends the command.
  const pusher = new Pusher({
    url,
    signal: new AbortController().signal,
    onRetry: (reason) => {
      say(io, `${url.href}: ${reason}; trying again. Is the function running? npm start runs it`);
    },
  });
  const sender = new Sender((data) => pusher.push(data));
  const progress = new Progress(io, path, sender.sent);
  const started = performance.now();
  try {
    const interrupted = await pump(input, writer, sender, io.signal);
    await sender.send(writer.end());
    await sender.drain();
    progress.end();
    const { logs, bytes, messages } = sender.sent;
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    if (messages === 0) say(io, `${path}: the input is empty, so there is nothing to send`);
    else {
      const what = `1 stream, ${logs} logs, ${bytes} bytes in ${messages} messages`;
      say(io, `sent ${path}: ${what}, ${seconds} s`);
    }
    if (writer.missing !== undefined) {
      throw new CollectorError('COMMAND_FAILED', `the input ends without ${writer.missing}`);
    }
    return interrupted ? 1 : 0;
  } finally {
    progress.end();
    pusher.close();
  }
}

/** Reads the input to its end, and sends what it fills, or what is old. @returns whether it was interrupted */
async function pump(
  input: Readable,
  writer: LogStreamWriter,
  sender: Sender,
  signal: AbortSignal,
): Promise<boolean> {
  addAbortSignal(AbortSignal.any([signal, sender.failed]), input);
  let quiet = true;
  const flushing = setInterval(() => {
    // A failure ends the reading of the input, which says why.
    if (!sender.busy) sender.send(writer.flush(quiet)).catch(() => undefined);
    quiet = true;
  }, FLUSH_MS);
  try {
    for await (const chunk of input as AsyncIterable<Buffer>) {
      quiet = false;
      await sender.send(writer.write(chunk));
    }
  } catch (error) {
    sender.failed.throwIfAborted();
    if (signal.reason instanceof Interrupted) return true;
    throw error;
  } finally {
    clearInterval(flushing);
  }
  return false;
}

async function sendBundle(file: string, url: URL, io: Io): Promise<number> {
  const handle = await open(file);
  let data: Buffer;
  try {
    const { size } = await handle.stat();
    if (size > BUNDLE_FILE_BYTES_MAX) {
      throw new CollectorError('COMMAND_FAILED', `${file} is too large to be a Pub/Sub message`);
    }
    data = await handle.readFile();
  } finally {
    await handle.close();
  }
  const onRetry = (reason: string): void => {
    say(io, `${url.href}: ${reason}; trying again. Is the function running? npm start runs it`);
  };
  const pusher = new Pusher({ url, signal: io.signal, onRetry });
  try {
    await pusher.push(data);
  } finally {
    pusher.close();
  }
  say(io, `sent ${file}: ${data.length} bytes in 1 message`);
  return 0;
}

/** Where the store is at hand it knows which streams have ended. The function would take their logs for sent already. */
async function refuseSecondTime(project: string, path: string, io: Io): Promise<void> {
  const stores = openStores(io.env);
  if (!stores) return;
  try {
    const record = stores.streams.stream(project, path);
    if (record === undefined || record.terminalIndex < 0n) return;
    throw new CollectorError(
      'COMMAND_FAILED',
      `${project}/${path} has been sent already: choose another --name or --prefix`,
    );
  } finally {
    await stores.close();
  }
}

async function openInput(file: string | undefined, io: Io): Promise<Readable> {
  if (file !== undefined) return createReadStream('', { fd: await open(file) });
  if (io.stdin.isTTY) say(io, 'reading from the terminal; Ctrl-D ends the stream');
  return io.stdin;
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

function isLoopback(url: URL): boolean {
  return /^(localhost|127\..*|\[::1\])$/.test(url.hostname);
}

function parseUrl(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url?.protocol === 'http:' || url?.protocol === 'https:') return url;
  throw new UsageError(`--url takes an http or https URL, not '${text}'`);
}

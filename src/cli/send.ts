import { open } from 'node:fs/promises';
import { addAbortSignal, type Readable } from 'node:stream';
import { CollectorError } from '../common/errors.js';
import { LogStreamWriter } from './butler/bundler.js';
import { Pusher, type PushTarget, tokenHeaders } from './butler/pusher.js';
import { secretOf } from './butler/secret.js';
import { SendOnce } from './butler/send_once.js';
import { Sender, type Sent } from './butler/sender.js';
import { Interrupted, say, type Io, whileOpen } from './io.js';
import { openInput, namingFile } from './input.js';
import { parseSendArguments } from './send_arguments.js';
import { dataDirectory } from './stores.js';
import { sayViewerLink } from './viewer_link.js';

export { help } from './send_arguments.js';

/** Logs are sent when they are so old; so is the part that has come of a line or datagram, when nothing more has come. */
const FLUSH_MS = 1_000;

/** The most that Pub/Sub takes as a message's data is 10 MB; what is far larger is not a message. */
const BUNDLE_FILE_BYTES_MAX = 32 * 1024 * 1024;

export async function run(args: readonly string[], io: Io): Promise<number> {
  const request = parseSendArguments(args);
  const target = { url: request.url, headers: tokenHeaders(io.env) };
  if (request.bundle !== undefined) return sendBundle(request.bundle, target, io);

  const { project, prefix, name } = request.stream;
  const path = `${prefix}/+/${name}`;
  const source = request.file ?? 'standard input';
  const input = await namingFile(source, () => openInput(request.file, io));
  return whileOpen(input, async () => {
    const once = await SendOnce.open(target, { project, path }, io);
    const owner = [target.url.href, project, prefix];
    const secret = await secretOf(dataDirectory(io.env), owner);
    const writer = new LogStreamWriter({ ...request.stream, secret });
    const code = await namingFile(source, () =>
      sendStream(input.stream, writer, once, target, `${project}/${path}`, io),
    );
    await input.checkWhole();
    return code;
  });
}

async function sendStream(
  input: Readable,
  writer: LogStreamWriter,
  once: SendOnce,
  target: PushTarget,
  path: string,
  io: Io,
): Promise<number> {
  const { url } = target;
  // Ctrl-C ends the stream: what has been read of it is sent all the same. A second one ends the command.
  const pushing = new AbortController();
  const pusher = newPusher(target, io, pushing.signal);
  const sender = new Sender(async (data) => {
    await once.begin();
    await pusher.push(data);
    await once.acked();
  });
  const endProgress = showProgress(io, path, sender.sent);
  const started = performance.now();
  const linked = await sayViewerLink(url, path, io);
  let interrupted: boolean;
  try {
    interrupted = await pump(input, writer, sender, io.signal);
    await sender.send(writer.end());
    await sender.drain();
  } finally {
    endProgress();
    // After a failure other messages may be under way; what became of them is known only when they have ended.
    pushing.abort();
    await sender.drain().catch(() => undefined);
    pusher.close();
    if (!pusher.mayHaveStored) await once.release();
  }
  const { logs, bytes, messages } = sender.sent;
  // The function may have started only after the command.
  if (!linked && messages > 0) await sayViewerLink(url, path, io);
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  const what = `${many(logs, 'log')}, ${many(bytes, 'byte')} in ${many(messages, 'message')}`;
  if (messages === 0) say(io, `${path}: the input is empty, so there is nothing to send`);
  else say(io, `sent 1 stream, ${path}: ${what}, ${seconds} s`);
  if (writer.missing !== undefined) {
    throw new CollectorError('COMMAND_FAILED', `the input ends without ${writer.missing}`);
  }
  return interrupted ? 1 : 0;
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
    if (!(signal.reason instanceof Interrupted)) throw error;
    return true;
  } finally {
    clearInterval(flushing);
  }
  return false;
}

async function sendBundle(file: string, target: PushTarget, io: Io): Promise<number> {
  const data = await namingFile(file, () => readMessage(file));
  await whileOpen(newPusher(target, io, io.signal), (pusher) => pusher.push(data));
  say(io, `sent ${file}: ${many(data.length, 'byte')} in 1 message`);
  return 0;
}

async function readMessage(file: string): Promise<Buffer> {
  return whileOpen(await open(file), async (handle) => {
    const { size } = await handle.stat();
    if (size <= BUNDLE_FILE_BYTES_MAX) return handle.readFile();
    throw new CollectorError('COMMAND_FAILED', `${file} is too large to be a Pub/Sub message`);
  });
}

function newPusher(target: PushTarget, io: Io, signal: AbortSignal): Pusher {
  const onRetry = (trouble: string): void => {
    say(io, `${trouble}; trying again. Is the function running? npm start runs it`);
  };
  return new Pusher({ ...target, signal, onRetry });
}

function many(count: number, thing: string): string {
  return `${count} ${thing}${count === 1 ? '' : 's'}`;
}

const REFRESH_MS = 200;
const ERASE_LINE = '\r\x1b[K';

/**
 * Shows how far sending has come in a line on the terminal; nothing where standard error is no terminal.
 *
 * @returns what removes the line
 */
function showProgress(io: Io, path: string, sent: Readonly<Sent>): () => void {
  if (!io.stderr.isTTY) return () => undefined;
  const timer = setInterval(() => {
    const { logs, bytes, messages } = sent;
    io.stderr.write(`${ERASE_LINE}${path}: ${logs} logs, ${bytes} bytes, ${messages} messages`);
  }, REFRESH_MS);
  return () => {
    clearInterval(timer);
    io.stderr.write(ERASE_LINE);
  };
}

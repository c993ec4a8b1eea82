import { readFileSync } from 'node:fs';
import { SourceMap, type SourceMapPayload } from 'node:module';
import { dirname, resolve } from 'node:path';

/** Where a frame was, at the end of its line: a file, a line, and a column, from 1. */
const POSITION = /(\/[^()]+\.js):(\d+):(\d+)(?=\)?$)/;

/** Source maps by built file; undefined for a file without one. There are as many as files of the build. */
const maps = new Map<string, SourceMap | undefined>();

/**
 * Returns a stack with the positions of the sources. Source maps are read when the first stack is printed: Node's
 * own option reads them at the start, which costs a cold start more than it does to load the code.
 */
export function sourceStack(stack: string): string {
  return stack.split('\n').map(sourceFrame).join('\n');
}

/**
 * Returns what a log says of a bug: its name, its message unless that could quote content (`bugMessage`), and where it was
 * thrown.
 */
export function describeBug(error: Error): string {
  const frames = builtFrames(error);
  const message = bugMessage(error, frames);
  const head = message === undefined ? error.name : `${error.name}: ${message}`;
  return [head, sourceStack(frames.join('\n'))].join('\n');
}

/** The frames of a stack, without its message, which may have lines that look like frames. */
function builtFrames({ stack = '', message }: Error): string[] {
  const at = stack.indexOf(message);
  const rest = at === -1 ? stack : stack.slice(at + message.length);
  return rest.split('\n').filter((line) => /^\s+at /.test(line));
}

function sourceFrame(frame: string): string {
  const [position, file, line, column] = POSITION.exec(frame) ?? [];
  if (position === undefined) return frame;
  const entry = mapOf(file!)?.findEntry(Number(line) - 1, Number(column) - 1);
  if (entry === undefined || !('originalSource' in entry)) return frame;
  const { originalSource, originalLine, originalColumn } = entry;
  const source = resolve(dirname(file!), originalSource);
  return frame.replace(position, () => `${source}:${originalLine + 1}:${originalColumn + 1}`);
}

function mapOf(file: string): SourceMap | undefined {
  if (!maps.has(file)) maps.set(file, readMap(file));
  return maps.get(file);
}

function readMap(file: string): SourceMap | undefined {
  try {
    return new SourceMap(JSON.parse(readFileSync(`${file}.map`, 'utf8')) as SourceMapPayload);
  } catch {
    return undefined;
  }
}

/** A name as code spells it, also of a part of a part; V8 takes it from the code that it runs, or it is a key. */
const NAME = String.raw`([\w$.()[\]]+|\(intermediate value\)\S*)`;

/** The messages of V8 that have nothing of a value in them but a name or a length. */
const KNOWN_MESSAGES = [
  `Cannot (?:read|set) properties of (?:undefined|null)(?: \\((?:reading|setting) '${NAME}'\\))?`,
  `${NAME} is not (?:a function|a constructor|defined|iterable)`,
  `${NAME} is not a function or its return value is not iterable`,
  `Cannot access '${NAME}' before initialization`,
  `Cannot destructure property '${NAME}' of '${NAME}' as it is (?:undefined|null)\\.`,
  `Class constructor ${NAME} cannot be invoked without 'new'`,
  'Assignment to constant variable\\.',
  'Array buffer allocation failed',
  'Cannot convert undefined or null to object',
  'Cannot convert a BigInt value to a number',
  'Cannot mix BigInt and other types, use explicit conversions',
  'Division by zero',
  'Invalid (?:array|string) length',
  'Invalid time value',
  'Invalid typed array length: -?\\d+',
  'Maximum call stack size exceeded',
  'Offset is outside the bounds of the DataView',
  'Reduce of empty array with no initial value',
  'Spread syntax requires \\.\\.\\.iterable\\[Symbol\\.iterator\\] to be a function',
].map((pattern) => new RegExp(`^${pattern}$`));

/** A file of the program in a frame. */
const FILE = /(\/[^()]+\.[cm]?[jt]s):\d+:\d+\)?$/;

/**
 * Returns the message of a bug, unless it could quote content of a message: undefined then. It cannot in two cases only:
 * where it is a sentence that stands, whole and in quotes, in the code of the files that the stack names; and where it is one
 * of V8's own that quote no values, and each name in it is a word of that code.
 *
 * @param frames the lines of the stack
 */
export function bugMessage({ message }: Error, frames: readonly string[]): string | undefined {
  if (message === '') return undefined;
  const known = KNOWN_MESSAGES.map((pattern) => pattern.exec(message)).find((match) => match);
  const files = new Set(frames.flatMap((frame) => FILE.exec(frame)?.[1] ?? []));
  const codes = [...files].map(read);
  if (known) {
    const names = known.slice(1).flatMap((name) => name.match(/[\w$]+/g) ?? []);
    const words = new Set(codes.flatMap((code) => code.match(/[\w$]+/g) ?? []));
    return names.every((name) => words.has(name)) ? message : undefined;
  }
  // A word alone may be a word of a message, and one of the code by chance.
  if (!message.includes(' ')) return undefined;
  const literals = ["'", '"', '`'].map((quote) => `${quote}${message}${quote}`);
  return codes.some((code) => literals.some((one) => code.includes(one))) ? message : undefined;
}

function read(file: string): string {
  try {
    return readFileSync(file, 'latin1');
  } catch {
    return '';
  }
}

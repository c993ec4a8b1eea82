import { parseArgs, type ParseArgsConfig } from 'node:util';
import { errorCode } from './error_code.js';
import { didYouMean } from './nearest.js';
import { PATH_SEPARATOR } from '../bundle/path_separator.js';
import { isProjectName, isStreamName } from '../bundle/stream_name.js';
import type { StreamRequest } from '../storage/storage.js';

/** Wrong usage: exit code 2. The message says in a line what is wrong. */
export class UsageError extends Error {}

type Options = NonNullable<ParseArgsConfig['options']>;

/**
 * Parses a command's arguments.
 *
 * @param positionals their names, those that may be left out in brackets: `PATH`, `[FILE]`
 * @throws UsageError
 */
export function parseCommandLine<T extends Options>(
  args: readonly string[],
  options: T,
  positionals: readonly string[],
) {
  const parsed = strictly(options, () =>
    parseArgs({ args: [...args], options, allowPositionals: true, strict: true }),
  );
  const given = parsed.positionals.length;
  const missing = positionals.slice(given).find((name) => !name.startsWith('['));
  if (missing !== undefined) throw new UsageError(`${missing} is missing`);
  if (given > positionals.length) {
    throw new UsageError(`'${parsed.positionals[positionals.length]!}' is one argument too many`);
  }
  return parsed;
}

function strictly<T>(options: Options, parse: () => T): T {
  try {
    return parse();
  } catch (error) {
    if (!errorCode(error)?.startsWith('ERR_PARSE_ARGS')) throw error;
    // Node's message goes on with advice in a second sentence or on a second line.
    const what = (error as Error).message.split(/\.? To |\n/, 1)[0]!;
    const [, ambiguous] = /^Option '(?:-\w, )?(--?[\w-]+)' argument is ambiguous/.exec(what) ?? [];
    if (ambiguous !== undefined) {
      const long = ambiguous.startsWith('--') ? ambiguous : longName(options, ambiguous);
      throw new UsageError(`a value that begins with - is written as ${long}=VALUE`);
    }
    const [, unknown] = /^Unknown option '(--[^']+)'/.exec(what) ?? [];
    const flags = Object.keys(options).map((name) => `--${name}`);
    throw new UsageError(unknown === undefined ? what : what + didYouMean(unknown, flags));
  }
}

/** The long name of an option of one letter: `--count` of `-n`. */
function longName(options: Options, short: string): string {
  const found = Object.entries(options).find(([, option]) => `-${option.short}` === short);
  return `--${found?.[0] ?? ''}`;
}

/** The largest stream index (protocol section 2). */
const MAX_INDEX = 2n ** 63n - 1n;

/** A stream index, from 0 to 2^63-1. */
export function parseIndex(option: string, text: string): bigint {
  const index = /^\d{1,19}$/.test(text) ? BigInt(text) : -1n;
  if (index < 0n || index > MAX_INDEX) {
    throw new UsageError(`${option} takes a log's index, 0 or more, not '${text}'`);
  }
  return index;
}

/** How many of something, at least `min`. */
export function parseCount(option: string, text: string, min = 1): number {
  const count = /^\d{1,15}$/.test(text) ? Number(text) : -1;
  if (count < min) throw new UsageError(`${option} takes a number, ${min} or more, not '${text}'`);
  return count;
}

export function parseChoice<T extends string>(
  option: string,
  text: string,
  choices: readonly T[],
): T {
  const choice = choices.find((word) => word === text);
  if (choice === undefined) {
    throw new UsageError(`${option} takes ${choices.join(' or ')}, not '${text}'`);
  }
  return choice;
}

export function parseUrl(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url?.protocol === 'http:' || url?.protocol === 'https:') return url;
  throw new UsageError(`--url takes an http or https URL, not '${text}'`);
}

/**
 * A stream as the command line names it: `PROJECT/PREFIX/+/NAME`. Slashes before and after it do not count.
 *
 * @throws UsageError
 */
export function parseStreamPath(text: string): StreamRequest {
  const trimmed = text.replace(/^\/+|\/+$/g, '');
  const slash = trimmed.indexOf('/');
  const path = trimmed.slice(slash + 1);
  const plus = path.indexOf(PATH_SEPARATOR);
  const project = trimmed.slice(0, Math.max(slash, 0));
  if (plus === -1) {
    const what = `'${text}' is not a stream's path, for it has no '${PATH_SEPARATOR}': PROJECT/PREFIX/+/NAME is`;
    throw new UsageError(`${what}; logdog-collector ls ${trimmed} lists what is under it`);
  }
  if (
    !isProject(project) ||
    !isName(path.slice(0, plus)) ||
    !isName(path.slice(plus + PATH_SEPARATOR.length))
  ) {
    throw new UsageError(`'${text}' is not a stream's path: PROJECT/PREFIX/+/NAME is`);
  }
  return { project, path };
}

/** Whether this is a project's name (protocol section 2). */
export function isProject(text: string): boolean {
  const bytes = Buffer.from(text);
  return isProjectName(bytes, 0, bytes.length);
}

/** Whether this is a StreamName: a prefix, a stream's name, or, in `maxBytes`, a tag's key (protocol section 2). */
export function isName(text: string, maxBytes?: number): boolean {
  const bytes = Buffer.from(text);
  return isStreamName(bytes, 0, bytes.length, maxBytes);
}

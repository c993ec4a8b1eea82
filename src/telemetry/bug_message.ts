import { readFileSync } from 'node:fs';

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

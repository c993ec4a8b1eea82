import {
  type PartlyRefusedResult,
  refusedEntries,
  type RefusedResult,
} from '../collector/result.js';
import { printable } from '../common/printable.js';

/** A refused message as it is kept: its bytes as they came, and what is known of it, by the names of `ATTRIBUTES`. */
export interface DeadLetter {
  /** The data of the message. */
  readonly data: Uint8Array;
  /** Why and when it was refused, and where it came from, by names that begin with `logdog-`. */
  readonly attributes: Readonly<Record<string, string>>;
}

/** Keeps what is refused. */
export interface DeadLetters {
  /**
   * Resolves when the dead letter is kept for good, with a few words for the log on where and how. From then on the
   * memory of its data is used for other messages.
   *
   * @throws CollectorError DEAD_LETTER_FAILED, TOO_MUCH_IN_FLIGHT, or the signal's reason
   */
  put(deadLetter: DeadLetter, signal: AbortSignal): Promise<string>;
}

/** The attributes of a dead letter, as they stand in a Pub/Sub message too. */
export const ATTRIBUTES = {
  code: 'logdog-code',
  reason: 'logdog-reason',
  /** How many entries of the bundle were refused; none where the message was refused as a whole. */
  refused: 'logdog-refused',
  entries: 'logdog-entries',
  project: 'logdog-project',
  prefix: 'logdog-prefix',
  /** The paths of refused streams, separated by spaces; those that there is room for. */
  streams: 'logdog-streams',
  messageId: 'logdog-message-id',
  publishTime: 'logdog-publish-time',
  subscription: 'logdog-subscription',
  refusedAt: 'logdog-refused-at',
  /** What the data is where the push had no base64: see `FORMS`. */
  form: 'logdog-form',
} as const;

/** The values of `ATTRIBUTES.form`; without one, the data is that of the message. */
export const FORMS = {
  /** The text that stood where base64 should stand. */
  text: 'text',
  /** The JSON that stood there, if it was no text; nothing where there was none. */
  json: 'json',
} as const;

/** Pub/Sub allows 1024 bytes a value, and 100 attributes of keys of 256. */
const MAX_VALUE_BYTES = 1024;

/** Where a message came from, as far as the push says. */
export interface Origin {
  readonly messageId: string | undefined;
  readonly publishTime: string | undefined;
  readonly subscription: string | undefined;
}

/** What a push brought: bytes, or, where there was no base64, what JSON stood in their place; undefined for none. */
export type Content = { readonly bytes: Uint8Array } | { readonly instead: unknown };

/** Makes the dead letter of a message of which something was refused. */
export function toDeadLetter(
  content: Content,
  origin: Origin,
  result: PartlyRefusedResult | RefusedResult,
  now: Date,
): DeadLetter {
  const [data, form] = contentOf(content);
  const refusedAt = now.toISOString();
  const known: KnownValues = { ...verdictOf(result), ...origin, refusedAt, form };
  const attributes: Record<string, string> = {};
  for (const [key, name] of Object.entries(ATTRIBUTES) as [keyof KnownValues, string][]) {
    const value = known[key] ?? '';
    if (value !== '') attributes[name] = cut(printable(value));
  }
  return { data, attributes };
}

/** The values of attributes, by their keys in `ATTRIBUTES`. */
type KnownValues = Partial<Record<keyof typeof ATTRIBUTES, string | undefined>>;

function verdictOf(result: PartlyRefusedResult | RefusedResult): KnownValues {
  const { reason, project, prefix, entries } = result;
  const { code, message } = reason;
  const refused = refusedEntries(result);
  const streams = whole(refused.flatMap(({ path }) => path ?? []));
  const verdict = { code, reason: message, project, prefix, streams };
  if (refused.length === 0) return verdict;
  return { ...verdict, refused: String(refused.length), entries: String(entries.length) };
}

/** As many as there is room for. */
function whole(words: readonly string[]): string {
  let text = '';
  for (const word of words) {
    const longer = text === '' ? word : `${text} ${word}`;
    if (Buffer.byteLength(longer) > MAX_VALUE_BYTES) break;
    text = longer;
  }
  return text;
}

function cut(text: string): string {
  const bytes = Buffer.from(text);
  if (bytes.length <= MAX_VALUE_BYTES) return text;
  // A character that is cut in two becomes three bytes that say so.
  return bytes.subarray(0, MAX_VALUE_BYTES - 3).toString();
}

/** The data of a dead letter, and its form, so that a replay can push exactly what came. */
function contentOf(content: Content): [data: Uint8Array, form?: string] {
  if ('bytes' in content) return [content.bytes];
  const { instead } = content;
  if (instead === undefined) return [new Uint8Array(0), FORMS.json];
  // Half of a surrogate pair has no bytes in UTF-8; JSON spells it.
  const isText = typeof instead === 'string' && instead.isWellFormed();
  if (isText) return [Buffer.from(instead), FORMS.text];
  return [Buffer.from(JSON.stringify(instead)), FORMS.json];
}

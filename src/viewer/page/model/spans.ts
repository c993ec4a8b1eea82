import { applySgr, PLAIN, type Style } from './sgr.js';
import { decodeUtf8, invalidByte } from './utf8.js';

/** A piece of a line: text in one style, or a character that is named instead of shown. */
export interface Span {
  readonly text: string;
  readonly style: Style;
  /** What the character is, in full; undefined for text. */
  readonly named?: string;
  readonly found?: boolean;
}

const ESCAPE = '\u001b';

/** An SGR sequence, with its parameters as a group; no valid sequence has more. */
const SGR = `${ESCAPE}\\[([\\d;:]{0,256})m`;
const ALL_SGR = new RegExp(SGR, 'g');

/**
 * SGR sequences; or one character that a terminal or a browser obeys instead of showing: controls but the tab, marks of
 * the writing direction, characters without a width, other line ends, and halves of a pair, which stand for broken UTF-8.
 */
const SPECIAL = new RegExp(
  `${SGR}|(?!\t)[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}\\u115f\\u1160\\u3164\\uffa0]`,
  'u',
);
const SPECIALS = new RegExp(SPECIAL, 'gu');

const C0_NAMES =
  'NUL SOH STX ETX EOT ENQ ACK BEL BS TAB LF VT FF CR SO SI DLE DC1 DC2 DC3 DC4 NAK SYN ETB CAN EM SUB ESC FS GS RS US'.split(
    ' ',
  );

/** Cuts a line into spans. A line begins without a style: what one sets ends with it. */
export function spansOf(bytes: Uint8Array): Span[] {
  const text = decodeUtf8(bytes);
  if (!SPECIAL.test(text)) return [{ text, style: PLAIN }];
  const spans: Span[] = [];
  let style = PLAIN;
  let at = 0;
  for (const match of text.matchAll(SPECIALS)) {
    if (match.index > at) spans.push({ text: text.slice(at, match.index), style });
    at = match.index + match[0].length;
    if (match[1] !== undefined) style = applySgr(style, match[1]);
    else spans.push({ ...nameOf(match[0]), style });
  }
  if (at < text.length) spans.push({ text: text.slice(at), style });
  return spans;
}

function nameOf(character: string): { text: string; named: string } {
  const code = character.codePointAt(0)!;
  const byte = invalidByte(code);
  const hex = (byte ?? code).toString(16).toUpperCase();
  if (byte !== undefined) return { text: `\\x${hex}`, named: `byte 0x${hex}, not UTF-8` };
  const point = `U+${hex.padStart(4, '0')}`;
  const name = code === 0x7f ? 'DEL' : C0_NAMES[code];
  if (name !== undefined) return { text: name, named: `control character ${name} (${point})` };
  return { text: point, named: `invisible character ${point}` };
}

/** Returns what a search looks at: the text without escape sequences for styles. */
export function searchableText(text: string): string {
  return text.includes(ESCAPE) ? text.replace(ALL_SGR, '') : text;
}

/** Marks the occurrences of a text, whatever its case, across styles. */
export function markFound(spans: readonly Span[], needle: string): Span[] {
  const wanted = needle.toLowerCase();
  if (wanted === '') return [...spans];
  const all = spans.map(({ text, named }) => (named === undefined ? text : '\0')).join('');
  const lower = all.toLowerCase();
  // Some characters have another length in lower case: then nothing is marked, but the line was found.
  if (lower.length !== all.length || !lower.includes(wanted)) return [...spans];
  const marked: Span[] = [];
  let start = 0;
  let next = lower.indexOf(wanted);
  for (const span of spans) {
    const length = span.named === undefined ? span.text.length : 1;
    let at = 0;
    while (span.named === undefined && next >= 0 && next < start + length) {
      const from = Math.max(0, next - start);
      const to = Math.min(length, next + wanted.length - start);
      if (from > at) marked.push({ ...span, text: span.text.slice(at, from) });
      marked.push({ ...span, text: span.text.slice(from, to), found: true });
      at = to;
      if (next + wanted.length > start + length) break;
      next = lower.indexOf(wanted, next + wanted.length);
    }
    if (span.named !== undefined) marked.push(span);
    else if (at < length) marked.push({ ...span, text: span.text.slice(at) });
    start += length;
  }
  return marked;
}

/** The most characters of a block: a line that is longer is laid out block by block, as they come into view. */
export const BLOCK_CHARS = 4096;

export function blocksOf(spans: readonly Span[]): Span[][] {
  const blocks: Span[][] = [[]];
  let room = BLOCK_CHARS;
  for (const span of spans) {
    let { text } = span;
    while (text.length > room) {
      const end = isHighSurrogate(text.charCodeAt(room - 1)) ? room - 1 : room;
      if (end > 0) blocks.at(-1)!.push({ ...span, text: text.slice(0, end) });
      text = text.slice(end);
      blocks.push([]);
      room = BLOCK_CHARS;
    }
    if (text === '') continue;
    blocks.at(-1)!.push({ ...span, text });
    room -= text.length;
  }
  return blocks;
}

function isHighSurrogate(code: number): boolean {
  return code >= 0xd800 && code <= 0xdbff;
}

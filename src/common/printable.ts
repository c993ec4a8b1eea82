/**
 * What a terminal or a viewer obeys instead of showing: controls (escape sequences begin with one), marks that turn the
 * direction of writing, characters without a width, other line ends, and halves of a pair.
 */
const UNPRINTABLE = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;
/** The same, but for the line feed. */
const UNPRINTABLE_IN_LINES = /(?!\n)[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;

/** The same, but for the tab and the joiners, which many scripts need between letters. */
const UNPRINTABLE_IN_LOGS = /(?![\t\u200c\u200d])[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;

/** A text that does nothing but be read, wherever it comes from: the rest is spelled `\u001b`. */
export function printable(text: string): string {
  return text.replace(UNPRINTABLE, spelled);
}

/** The same for a text of several lines. */
export function printableLines(text: string): string {
  return text.replace(UNPRINTABLE_IN_LINES, spelled);
}

/** The same for a part of a line of a log. */
export function printableLog(text: string): string {
  return text.replace(UNPRINTABLE_IN_LOGS, spelled);
}

/** JSON of which every text, names of fields too, is printable; the value that is read back has them as they were. */
export function printableJson(value: unknown): string {
  return JSON.stringify(value).replace(UNPRINTABLE, spelled);
}

function spelled(character: string): string {
  const first = unit(character.charCodeAt(0));
  return character.length === 1 ? first : first + unit(character.charCodeAt(1));
}

function unit(code: number): string {
  return `\\u${code.toString(16).padStart(4, '0')}`;
}

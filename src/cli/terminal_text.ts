import { printableLog } from '../common/printable.js';

/** How much of a line waits for its end, in characters; what is longer is shown before that. */
const MAX_LINE_CHARS = 64 * 1024;

/** The longest sequence that passes, in parameters and separators. */
const MAX_SGR_CHARS = 64;

/** How much of the styles in force is put again before a line that begins anew. */
const MAX_STYLE_CHARS = 256;

const ESCAPE = '\u001b';
const RESET = `${ESCAPE}[0m`;
const ERASE_LINE = `\r${ESCAPE}[K`;

/**
 * A style (SGR), which passes; an erasure, which counts after a carriage return; a line feed; carriage returns; other
 * escapes, which are spelled; and text up to one of them.
 */
const TOKEN = new RegExp(
  `\\u001b\\[[\\d;:]{0,${MAX_SGR_CHARS}}m|\\u001b\\[[02]?K|\\n|\\r+|\\u001b+(?=\\u001b)|\\u001b|[^\\u001b\\r\\n]+`,
  'gu',
);

/** The beginning of an escape sequence at the end of a text. */
const UNFINISHED = new RegExp(`\\u001b(?:\\[[\\d;:]{0,${MAX_SGR_CHARS}})?$`, 'u');

const STYLE = new RegExp(`^${ESCAPE}\\[([\\d;:]*)m$`, 'u');
const ERASURE = new RegExp(`^${ESCAPE}\\[[02]?K$`, 'u');

/**
 * Makes of log text what is shown on a terminal. Colours and styles (SGR) pass, everything else that a terminal obeys is
 * spelled. What a carriage return overwrites is left out, and shown only if the line is not overwritten. A line is
 * returned when it is complete.
 *
 * Escape sequences and characters may be split anywhere between two pieces.
 */
export class TerminalText {
  private readonly decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  /** The end of the latest piece, where what follows says what it is. */
  private unfinished = '';
  /** The part of the current line that has not been returned. */
  private line = '';
  /** Whether a part of the current line has been returned. */
  private partial = false;
  private empty = true;
  /** Whether the next text overwrites the line. */
  private overwriting = false;
  /** The styles in force, as the sequences that set them. */
  private style = '';
  /** Whether there has been any style. */
  private styled = false;

  /** @param prefix is put before each line that begins, or is overwritten, in this piece */
  write(bytes: Uint8Array, prefix = ''): string {
    return this.add(this.decoder.decode(bytes, { stream: true }), prefix, false);
  }

  /** Returns what has come of a line that is not complete. */
  flush(): string {
    const { line } = this;
    this.line = '';
    this.partial ||= line !== '';
    return line;
  }

  /** Returns what is left; ends the line, and the style. */
  end(): string {
    const shown = this.add(this.decoder.decode(), '', true) + this.flush();
    const reset = this.style === '' ? '' : RESET;
    const newline = this.empty ? '' : '\n';
    this.style = '';
    this.startLine();
    return `${shown}${reset}${newline}`;
  }

  private add(text: string, prefix: string, last: boolean): string {
    const all = this.unfinished + text;
    this.unfinished = last ? '' : unfinishedEnd(all);
    let shown = '';
    for (const [token] of all.slice(0, all.length - this.unfinished.length).matchAll(TOKEN)) {
      if (token === '\n') shown += this.endLine(prefix);
      else if (token.startsWith('\r')) this.overwriting = true;
      else if (STYLE.test(token)) this.setStyle(token);
      else if (this.overwriting && ERASURE.test(token)) this.startOver(prefix);
      else this.append(printableLog(token), prefix);
    }
    return this.line.length > MAX_LINE_CHARS ? shown + this.flush() : shown;
  }

  private append(text: string, prefix: string): void {
    if (this.overwriting) this.startOver(prefix);
    this.begin(prefix);
    this.line += text;
  }

  /** The prefix of a line is not in the styles of the line before it. */
  private begin(prefix: string): void {
    if (!this.empty) return;
    this.empty = false;
    if (prefix !== '') this.line = this.style === '' ? prefix : `${RESET}${prefix}${this.style}`;
  }

  private startOver(prefix: string): void {
    // What was set or reset in what is left out holds on.
    const style = this.styled ? `${RESET}${this.style}` : '';
    const erase = this.partial ? ERASE_LINE : '';
    this.startLine();
    this.begin(prefix);
    this.line = `${erase}${this.line}${style}`;
  }

  private endLine(prefix: string): string {
    this.begin(prefix);
    const line = `${this.line}\n`;
    this.startLine();
    return line;
  }

  private startLine(): void {
    this.line = '';
    this.partial = false;
    this.empty = true;
    this.overwriting = false;
  }

  private setStyle(sequence: string): void {
    const parameters = STYLE.exec(sequence)![1]!;
    this.styled = true;
    if (!this.overwriting) this.line += sequence;
    if (/^0*$/.test(parameters)) this.style = '';
    else if (/^0*;/.test(parameters)) this.style = sequence;
    else this.style += sequence;
    // A style that is forgotten is only not put again; what is left keeps that there is one.
    while (this.style.length > MAX_STYLE_CHARS) {
      this.style = this.style.slice(this.style.indexOf('m') + 1);
    }
  }
}

/** Returns the end of a text that may be the beginning of something that what follows completes. */
function unfinishedEnd(text: string): string {
  if (text.endsWith('\r')) return '\r';
  return UNFINISHED.exec(text.slice(-MAX_SGR_CHARS - 2))?.[0] ?? '';
}

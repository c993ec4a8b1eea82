import { type LogsAnswer, readEntry, TEXT } from '../../wire.js';
import type { LogPages } from './log_pages.js';
import { searchableText } from './spans.js';
import { countUnits } from './units.js';

/** How much is read at once: large enough that a request costs little, small enough to tell how it goes on. */
const STEP_BYTES = 2 * 1024 * 1024;

/** The most characters of an unfinished line that are kept: what goes past them is searched apart. */
const MAX_OPEN_CHARS = 4 * 1024 * 1024;

const ESCAPE = 0x1b;

/** Searches a stream from its beginning, whatever the case of letters, page by page; it keeps no text. */
export class Searcher {
  /** The number after the last line that was searched. */
  searched = 0;
  private next = 0;
  /** The page behind the last one, which is on its way while that is searched. */
  private ahead: Promise<LogsAnswer> | undefined;
  /** What has come of a line that goes on. */
  private open = '';
  private lastFound = -1;
  private readonly wanted: string;
  /** Where all characters are ASCII, a page without them is skipped as a whole. */
  private readonly ascii: boolean;
  /** Keeps the beginning of a character that goes on in the next part. */
  private readonly utf8 = new TextDecoder();
  private readonly latin1 = new TextDecoder('latin1');

  /** @param numbered whether the sequences of logs number their lines */
  constructor(
    private readonly pages: LogPages,
    needle: string,
    private readonly numbered: boolean,
  ) {
    this.wanted = needle.toLowerCase();
    this.ascii = /^[ -~]*$/.test(needle);
  }

  /** Searches the next page. @returns the numbers of the lines, and whether there is more */
  async step(): Promise<{ found: Uint32Array<ArrayBuffer>; more: boolean }> {
    const { logs } = await (this.ahead ?? this.page(this.next));
    const last = logs.at(-1);
    this.ahead = last && this.page(readEntry(last).index + 1);
    // It is waited for by the next step.
    this.ahead?.catch(() => undefined);
    const found: number[] = [];
    for (const log of logs) this.search(log, found);
    // A last line without an end is there too.
    if (logs.length === 0 && this.open !== '') this.match(found);
    return { found: Uint32Array.from(found), more: logs.length > 0 };
  }

  private page(index: number): Promise<LogsAnswer> {
    return this.pages.get({ index, byteCount: STEP_BYTES });
  }

  private search(log: Uint8Array, found: number[]): void {
    const entry = readEntry(log);
    const missing = entry.index > this.next;
    if (this.numbered && missing && entry.sequence >= this.searched) this.skipTo(entry.sequence);
    this.next = entry.index + 1;
    const { ended, open } = countUnits(entry);
    if (this.open === '' && !open && !this.mayMatch(log)) {
      this.searched += ended;
      return;
    }
    if (entry.type === TEXT) {
      for (const { value, ends } of entry.lines) this.part(value, ends, found);
    } else {
      this.part(entry.data, !entry.partial, found);
    }
  }

  /** Returns whether the serialized log may hold the text. */
  private mayMatch(log: Uint8Array): boolean {
    if (!this.ascii || log.includes(ESCAPE)) return true;
    return this.latin1.decode(log).toLowerCase().includes(this.wanted);
  }

  private part(value: Uint8Array, ends: boolean, found: number[]): void {
    this.open += this.utf8.decode(value, { stream: !ends });
    if (!ends && this.open.length < MAX_OPEN_CHARS) return;
    this.match(found);
    this.open = '';
    if (ends) this.searched++;
  }

  /** Searches what has come of a line. */
  private match(found: number[]): void {
    if (this.lastFound === this.searched) return;
    if (!searchableText(this.open).toLowerCase().includes(this.wanted)) return;
    this.lastFound = this.searched;
    found.push(this.searched);
  }

  private skipTo(unit: number): void {
    this.utf8.decode();
    this.open = '';
    this.searched = unit;
  }
}

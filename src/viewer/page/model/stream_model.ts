import {
  BINARY,
  type Descriptor,
  type Entry,
  type LogsAnswer,
  readEntry,
  type StreamState,
} from '../../wire.js';
import { ChunkBuilder } from './chunk_builder.js';
import { ChunkCache } from './chunk_cache.js';
import { EndTracker } from './end_tracker.js';
import { findLast } from './last_log.js';
import { Locator } from './locator.js';
import { type LogPages, PAGE_BYTES, type PageRequest } from './log_pages.js';
import { type Gap, type Unit } from './units.js';

/** How much is read at once where units are counted, and of what has come since. */
const SCAN_BYTES = 1024 * 1024;

/** The most gaps that are remembered. */
const MAX_GAPS = 1000;

/** The most requests for one line or datagram: past them, what is there of it is shown. */
const MAX_PAGES_PER_LOAD = 64;

/** A sequence past that is nonsense. */
const MAX_UNITS = 2 ** 45;

interface Start {
  readonly index: number;
  readonly unit: number;
  /** Where they have been read already. */
  readonly entries?: readonly Entry[];
  /** Whether the first unit may have begun in an earlier log. */
  readonly drop: boolean;
}

/**
 * A stream in the page: how long it is, and the parts of it that are looked at. The rest stays where it is, however
 * large. Units are numbered by the sequences of logs; where these contradict each other, units are counted from the
 * beginning instead.
 */
export class StreamModel {
  type: number | undefined;
  descriptor: Descriptor | undefined;
  state: StreamState | undefined;
  /** While units are counted: how many logs have been. */
  counted: number | undefined;
  gaps: Gap[] = [];
  /** Whether the end is known, as far as it is there. */
  settled = false;
  /** Grows with each change of what is in the page. */
  version = 0;
  private trusted = true;
  private tracker = new EndTracker(true);
  private readonly cache = new ChunkCache();
  private readonly locator = new Locator((index, range) => this.read(index, range));
  private wanted: { first: number; end: number } | undefined;
  private loading: Promise<void> | undefined;
  private closed = false;

  /**
   * @param onChange is called whenever something that is shown may have changed
   * @param onFailure is called with what went wrong while units were loaded
   */
  constructor(
    private readonly pages: LogPages,
    private readonly onChange: () => void,
    private readonly onFailure: (error: unknown) => void,
  ) {}

  /** How many units there are, as far as is known. */
  get total(): number {
    return this.tracker.end;
  }

  /** The index of the last log that is there; -1 where there is none. */
  get lastIndex(): number {
    return this.tracker.index;
  }

  /** When the last log was written, in milliseconds since the stream began. */
  get lastOffsetMs(): number {
    return this.tracker.offsetMs;
  }

  /** When the stream began, in milliseconds since 1970; 0 where that is unknown. */
  get started(): number {
    const started = this.descriptor?.started ?? 0;
    return started > 0 ? started : (this.state?.created ?? 0);
  }

  /** The index of the stream's last log by its end; undefined while the stream is written. */
  get terminalIndex(): number | undefined {
    const index = Number(this.state?.terminalIndex ?? -1);
    return index < 0 ? undefined : index;
  }

  /** Whether sequences number the units, as a search may rely on too. */
  get numbered(): boolean {
    return this.trusted;
  }

  /** Reads the beginning and the end. @throws ApiError */
  async open(): Promise<void> {
    const tail = this.pages.tail();
    // Where both reject, the first is enough.
    tail.catch(() => undefined);
    this.settled = false;
    const answer = await this.pages.get({ index: 0, byteCount: PAGE_BYTES, state: true });
    const entries = this.take(answer);
    this.type = typeOf(answer, entries);
    // What is there can be shown already.
    if (!this.follow(entries)) return;
    this.change();
    const [run] = this.take(await tail);
    const last = await findLast(run, (index, range) => this.read(index, range));
    if (last === undefined || last.index <= this.lastIndex) {
      this.settle();
      return;
    }
    this.cache.dropOpen();
    if (run !== undefined && run.index > this.lastIndex) this.tracker.jump(run);
    if (last.index > this.lastIndex) {
      const [next] = await this.read(this.lastIndex + 1, { logCount: 1 });
      if (next !== undefined) this.noteGap(this.tracker.add(next));
      this.tracker.jump(last);
    }
    if (this.total > MAX_UNITS) this.distrust();
    else this.settle();
  }

  close(): void {
    this.closed = true;
  }

  /** Returns a line or datagram, if it is in the page. */
  unit(number: number): Unit | undefined {
    const chunk = this.cache.find(number);
    return chunk?.units[number - chunk.first];
  }

  /** Binary data, as far as they are in the page: from an offset on, to the end of a log. */
  bytes(offset: number): Uint8Array | undefined {
    const chunk = this.cache.find(offset);
    let at = chunk?.first ?? 0;
    for (const piece of chunk?.pieces ?? []) {
      if (offset < at + piece.length) return piece.subarray(offset - at);
      at += piece.length;
    }
    return undefined;
  }

  /** Returns the gap that a unit is in. */
  gapAt(number: number): Gap | undefined {
    return this.gaps.find(({ first, end }) => first <= number && number < end);
  }

  /** Asks for a range of units; of several that are asked for, the last is loaded. */
  want(first: number, end: number): void {
    this.wanted = { first: Math.max(0, first), end };
    this.loading ??= this.loadWanted().finally(() => (this.loading = undefined));
  }

  /** Loads a range as a whole, as far as it is there. @throws ApiError */
  async ensure(first: number, end: number): Promise<void> {
    let next = this.endOfKnown(first);
    while (next < Math.min(end, this.total) && !this.closed) {
      if (!(await this.load(next))) return;
      next = this.endOfKnown(next);
    }
  }

  /** Looks for logs that have come since. @throws ApiError */
  async poll(): Promise<void> {
    if (this.counted !== undefined) return;
    const range = { index: this.lastIndex + 1, byteCount: SCAN_BYTES, state: true };
    const entries = this.take(await this.pages.get(range));
    this.type ??= entries[0]?.type;
    if (entries.length > 0 && this.follow(entries)) this.change();
    const [gap] = this.gaps;
    if (gap === undefined) return;
    const [filled] = await this.read(gap.fromIndex, { logCount: 1 });
    if (filled === undefined || filled.index > gap.toIndex) return;
    this.forget();
    await this.open();
  }

  private settle(): void {
    this.settled = true;
    this.change();
  }

  private change(): void {
    this.version++;
    this.onChange();
  }

  private async read(index: number, range: Omit<PageRequest, 'index'> = {}): Promise<Entry[]> {
    return this.take(await this.pages.get({ index, byteCount: PAGE_BYTES, ...range }));
  }

  /** Returns the logs of an answer, whose state and descriptor are kept. */
  private take({ logs, state, descriptor }: LogsAnswer): Entry[] {
    if (state !== undefined) this.state = state;
    // One without a name is unknown.
    if (descriptor !== undefined && descriptor.name !== '') this.descriptor = descriptor;
    return logs.map(readEntry);
  }

  /** Takes logs that come behind all others. @returns whether they agree with these */
  private follow(entries: readonly Entry[]): boolean {
    const from = this.tracker.index;
    // One that was loaded past the end that was known may lack what comes now.
    this.cache.dropPast(from + 1);
    const chunk = this.cache.last();
    const beside = chunk?.nextIndex === from + 1;
    const full = (chunk?.bytes ?? 0) >= PAGE_BYTES && chunk?.open === false;
    const builder =
      beside && !full
        ? ChunkBuilder.resume(this.trusted, chunk)
        : new ChunkBuilder(this.trusted, this.tracker.end);
    const keeps = (beside || !this.tracker.open) && entries[0]?.index === from + 1;
    for (const entry of entries) {
      const gap = this.tracker.add(entry);
      if (gap === false) return this.distrust();
      this.noteGap(gap);
      if (keeps) builder.add(entry);
    }
    if (keeps) this.keep(builder);
    return true;
  }

  private async loadWanted(): Promise<void> {
    while (this.wanted !== undefined && !this.closed) {
      const { first, end } = this.wanted;
      const missing = this.endOfKnown(first);
      if (missing >= Math.min(end, this.total)) {
        this.wanted = undefined;
        return;
      }
      try {
        if (!(await this.load(missing))) this.wanted = undefined;
      } catch (error) {
        this.wanted = undefined;
        this.onFailure(error);
      }
      this.change();
    }
  }

  /** From a unit on: the first one that is neither in the page nor missing. */
  private endOfKnown(unit: number): number {
    for (let next = unit; ;) {
      const end = this.cache.find(next)?.end ?? this.gapAt(next)?.end;
      if (end === undefined) return next;
      next = end;
    }
  }

  /** Loads what a unit is in. @returns whether it is known now */
  private async load(unit: number): Promise<boolean> {
    const start = this.trusted ? await this.startOf(unit) : this.countedStart(unit);
    if (start === undefined) return this.distrust();
    const builder = new ChunkBuilder(this.trusted, start.unit);
    let entries = start.entries;
    let next = start.index;
    for (let pages = 0; pages < MAX_PAGES_PER_LOAD; pages++) {
      entries ??= await this.read(next);
      if (entries.length === 0) break;
      for (const entry of entries) builder.add(entry);
      if (builder.inconsistent) return this.distrust();
      next = entries.at(-1)!.index + 1;
      entries = undefined;
      if (builder.end > unit && !builder.open) break;
    }
    const [chunk] = builder.chunks;
    if (start.drop && chunk?.units.shift() !== undefined) chunk.first++;
    this.keep(builder);
    return this.endOfKnown(unit) > unit;
  }

  /** Returns where to begin by the sequences of logs; undefined where these contradict each other. */
  private async startOf(unit: number): Promise<Start | undefined> {
    const entries = await this.locator.locate(unit, { index: this.lastIndex, end: this.total });
    const [first] = entries;
    if (first === undefined) return undefined;
    const drop = this.type !== BINARY && first.sequence < unit && first.index > 0;
    // Behind a gap a log may begin past the unit.
    return { index: first.index, unit: first.sequence, entries, drop };
  }

  private countedStart(number: number): Start {
    const { index, unit } = this.locator.before(number);
    return { index, unit, drop: false };
  }

  private keep({ chunks, gaps }: ChunkBuilder): void {
    for (const gap of gaps) this.noteGap(gap);
    for (const chunk of chunks) {
      if (!chunk.open) this.locator.note({ index: chunk.nextIndex, unit: chunk.end });
      if (chunk.end > chunk.first) this.cache.add(chunk);
    }
  }

  private noteGap(gap: Gap | undefined | false): void {
    if (gap === undefined || gap === false || this.gaps.length >= MAX_GAPS) return;
    if (this.gaps.some(({ fromIndex }) => fromIndex === gap.fromIndex)) return;
    this.gaps.push(gap);
    this.gaps.sort((one, other) => one.fromIndex - other.fromIndex);
  }

  private forget(): void {
    this.cache.clear();
    this.locator.clear();
    this.gaps = [];
    this.tracker = new EndTracker(this.trusted);
  }

  /** Counts units from the beginning from now on. */
  private distrust(): false {
    if (!this.trusted) return false;
    this.trusted = false;
    this.forget();
    this.count().catch(this.onFailure);
    return false;
  }

  private async count(): Promise<void> {
    try {
      for (let next = 0; !this.closed; next = this.lastIndex + 1) {
        this.counted = next;
        const entries = await this.read(next, { byteCount: SCAN_BYTES });
        if (entries.length === 0) return;
        for (const entry of entries) this.noteGap(this.tracker.add(entry));
        const { index, end, open } = this.tracker;
        if (!open) this.locator.note({ index: index + 1, unit: end });
        this.change();
      }
    } finally {
      this.counted = undefined;
      this.settle();
    }
  }
}

function typeOf({ descriptor }: LogsAnswer, [first]: readonly Entry[]): number | undefined {
  return descriptor === undefined || descriptor.name === '' ? first?.type : descriptor.type;
}

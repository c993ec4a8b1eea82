import {
  type Descriptor,
  type Entry,
  type LogsAnswer,
  readEntry,
  type StreamState,
} from '../../wire.js';
import { EndTracker } from './chunk_builder.js';
import { LoadedUnits } from './loaded_units.js';
import { findLast, type LogPages, PAGE_BYTES, type PageRequest } from './log_pages.js';

/** How much is read at once where units are counted, and of what has come since. */
const SCAN_BYTES = 1024 * 1024;

/** A sequence past that is nonsense. */
const MAX_UNITS = 2 ** 45;

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
  /** Whether the end is known, as far as it is there. */
  settled = false;
  readonly units = new LoadedUnits((index, range) => this.read(index, range));
  private tracker = new EndTracker(true);
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

  /** Reads the beginning and the end. @throws ApiError */
  async open(): Promise<void> {
    const tail = this.pages.tail();
    // Where both reject, the first is enough.
    tail.catch(() => undefined);
    this.settled = false;
    const answer = await this.pages.get({ index: 0, byteCount: PAGE_BYTES, state: true });
    const entries = this.take(answer);
    this.type = answer.descriptor?.type ?? entries[0]?.type;
    // What is there can be shown already.
    if (!this.follow(entries)) return;
    this.onChange();
    const [run] = this.take(await tail);
    const last = await findLast(run, (index, range) => this.read(index, range));
    if (last === undefined || last.index <= this.lastIndex) {
      this.settle();
      return;
    }
    this.units.dropOpen();
    if (run !== undefined && run.index > this.lastIndex) this.tracker.jump(run);
    if (last.index > this.lastIndex) {
      const [next] = await this.read(this.lastIndex + 1, { logCount: 1 });
      if (next !== undefined) this.units.noteGap(this.tracker.add(next));
      this.tracker.jump(last);
    }
    if (this.total > MAX_UNITS) this.distrust();
    else this.settle();
  }

  close(): void {
    this.closed = true;
  }

  /** Asks for a range of units; of several that are asked for, the last is loaded. */
  want(first: number, end: number): void {
    this.wanted = { first: Math.max(0, first), end };
    this.loading ??= this.loadWanted().finally(() => (this.loading = undefined));
  }

  /** Loads a range as a whole, as far as it is there. @throws ApiError */
  async ensure(first: number, end: number): Promise<void> {
    let next = this.units.endOfKnown(first);
    while (next < Math.min(end, this.total) && !this.closed) {
      if (!(await this.load(next))) return;
      next = this.units.endOfKnown(next);
    }
  }

  /** Looks for logs that have come since. @throws ApiError */
  async poll(): Promise<void> {
    if (this.counted !== undefined) return;
    const range = { index: this.lastIndex + 1, byteCount: SCAN_BYTES, state: true };
    const entries = this.take(await this.pages.get(range));
    this.type ??= entries[0]?.type;
    if (entries.length > 0 && this.follow(entries)) this.onChange();
    const [gap] = this.units.gaps;
    if (gap === undefined) return;
    const [filled] = await this.read(gap.fromIndex, { logCount: 1 });
    if (filled === undefined || filled.index > gap.toIndex) return;
    this.forget();
    await this.open();
  }

  private settle(): void {
    this.settled = true;
    this.onChange();
  }

  private async read(index: number, range: Omit<PageRequest, 'index'> = {}): Promise<Entry[]> {
    return this.take(await this.pages.get({ index, byteCount: PAGE_BYTES, ...range }));
  }

  /** Returns the logs of an answer, whose state and descriptor are kept. */
  private take({ logs, state, descriptor }: LogsAnswer): Entry[] {
    this.state = state ?? this.state;
    this.descriptor = descriptor ?? this.descriptor;
    return logs.map(readEntry);
  }

  /** Takes logs that come behind all others. @returns whether they agree with these */
  private follow(entries: readonly Entry[]): boolean {
    const builder = this.units.builderBehind(this.tracker);
    const keeps = builder !== undefined && entries[0]?.index === this.tracker.index + 1;
    for (const entry of entries) {
      const gap = keeps ? builder.add(entry) : this.tracker.add(entry);
      if (gap === false) return this.distrust();
      this.units.noteGap(gap);
    }
    if (keeps) this.units.keep(builder);
    return true;
  }

  private async loadWanted(): Promise<void> {
    while (this.wanted !== undefined && !this.closed) {
      const { first, end } = this.wanted;
      const missing = this.units.endOfKnown(first);
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
      this.onChange();
    }
  }

  /** Loads what a unit is in. @returns whether it is known now */
  private async load(unit: number): Promise<boolean> {
    const last = { type: this.type, index: this.lastIndex, end: this.total };
    return (await this.units.load(unit, last)) ?? this.distrust();
  }

  private forget(): void {
    this.units.clear();
    this.tracker = new EndTracker(this.units.numbered);
  }

  /** Counts units from the beginning from now on. */
  private distrust(): false {
    if (!this.units.numbered) return false;
    this.units.numbered = false;
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
        for (const entry of entries) this.units.noteGap(this.tracker.add(entry));
        const { index, end, open } = this.tracker;
        if (!open) this.units.noteAnchor({ index: index + 1, unit: end });
        this.onChange();
      }
    } finally {
      this.counted = undefined;
      this.settle();
    }
  }
}

import { asCollectorError, storageError } from '../../common/errors.js';
import type { Environment } from '../environment.js';
import type { StreamRequest } from '../../storage/storage.js';
import type { DeadLetterTable } from '../dead_letter_table.js';
import { ActivityTable, type Due } from './activity_table.js';
import type { Expunger } from './expunger.js';
import type { StoreClock } from './store_clock.js';

/** How much is kept, and for how long. */
export interface RetentionOptions {
  /** How large the store's file may become, in bytes. */
  readonly maxBytes: number;
  /** How long after its last logs a stream is kept, in milliseconds; 0 for as long as there is room. */
  readonly maxAgeMs: number;
  /** Whether logs alone make a stream: where a Coordinator elsewhere has the records. */
  readonly logsBegin: boolean;
  /** Is called, at most once per minute, with what was expunged, or why nothing can be. */
  readonly warn: (message: string) => void;
}

/**
 * What tables may take of the file. The rest is for what they do not: pages that were freed are used again two commits
 * later, and not every row fits where another one was; a quarter was measured where rows are large and of all sizes.
 */
const FULL = 3 / 4;

/** How far expunging goes, once it has begun. */
const ROOM_AGAIN = 11 / 16;

/** While logs are written, the size is checked this many times per DATA_MAX_BYTES written. */
const LOOKS = 64;

/** What a row may take beside its value: its key and, with the first one of a stream, the records of that. */
const BYTES_BESIDE = 1024;

/** How often it is looked at when none do. */
const TICK_MS = 60_000;

/** How many streams are expunged together; more of them while more comes in than goes. */
const MIN_AT_ONCE = 64;
const MAX_AT_ONCE = 8192;

/** Every page that a commit changes is written anew: some for each stream, and the old ones are free only later. */
const BYTES_A_STREAM = 64 * 1024;

/** The first look comes soon after a start: what became too old while nothing ran goes then. */
const FIRST_LOOK_MS = 1000;

const TELL_MS = 60_000;

/**
 * Keeps the local store from growing without end: while it is too large, or they are too old, streams are expunged as
 * a whole, those first that have had no logs for the longest; none that is still written.
 */
export class Retention {
  private readonly activity: ActivityTable;
  private readonly timer: NodeJS.Timeout;
  private readonly firstLook: NodeJS.Timeout;
  private sweeping: Promise<void> | undefined;
  private closed = false;
  private bytesSinceLook = 0;
  private toldMs = -Infinity;
  private untold = 0;

  /** @param onForgotten is called with streams that do not exist, or no longer exist, so that caches can drop them */
  constructor(
    private readonly environment: Environment,
    private readonly expunger: Expunger,
    private readonly refused: DeadLetterTable,
    private readonly clock: StoreClock,
    private readonly options: RetentionOptions,
    private readonly onForgotten: (stream: StreamRequest) => void,
  ) {
    this.activity = new ActivityTable(environment);
    const look = () => {
      this.look();
    };
    this.firstLook = setTimeout(look, FIRST_LOOK_MS).unref();
    this.timer = setInterval(look, TICK_MS).unref();
  }

  /**
   * To be asked in the turn in which a stream's rows are written.
   *
   * @returns what is written with them
   * @throws CollectorError STORAGE_FAILED where the stream was expunged since it was registered
   */
  admit(stream: StreamRequest, bytes: number): Promise<boolean>[] {
    const { activity, clock, options, expunger } = this;
    const nowMs = clock.latestMs();
    const writes = expunger.isExpunging(stream)
      ? undefined
      : options.logsBegin
        ? activity.touch(stream, nowMs, false)
        : activity.touchKnown(stream, nowMs);
    if (writes === undefined) {
      this.onForgotten(stream);
      const why = `stream ${stream.project}/${stream.path} was expunged since it was registered`;
      throw storageError('Aborted', `${why}: it is registered again when its logs are sent again`);
    }
    this.note(bytes);
    return writes;
  }

  /** Counts what is written towards the next look. */
  note(bytes: number): void {
    this.bytesSinceLook += bytes + BYTES_BESIDE;
    if (this.bytesSinceLook >= this.options.maxBytes / LOOKS) this.look();
  }

  /** Looks at the size and the age now; resolves when what has to go is gone. */
  async enforce(): Promise<void> {
    await this.sweeping;
    this.look();
    await this.sweeping;
  }

  /** Waits for what is under way. */
  async close(): Promise<void> {
    this.closed = true;
    clearTimeout(this.firstLook);
    clearInterval(this.timer);
    await this.sweeping;
    // Where the store is gone, the time goes with it.
    await this.clock.keep(0).catch(() => undefined);
  }

  private look(): void {
    this.bytesSinceLook = 0;
    if (this.closed || this.sweeping !== undefined) return;
    this.sweeping = this.sweep()
      .catch((thrown: unknown) => {
        // The next look tries again.
        const { message } = asCollectorError(thrown);
        if (!this.closed) this.tell(`old streams cannot be expunged from DATA_DIR: ${message}`);
      })
      .finally(() => {
        this.sweeping = undefined;
      });
  }

  private async sweep(): Promise<void> {
    const { maxBytes } = this.options;
    await this.clock.keep();
    await this.refused.trim();
    await this.expunger.adopt();
    let { bytes } = this.environment;
    let tooLarge = bytes > maxBytes * FULL;
    const most = Math.min(MAX_AT_ONCE, Math.floor(maxBytes / BYTES_A_STREAM));
    let atOnce = MIN_AT_ONCE;
    for (;;) {
      const due = this.due(tooLarge, atOnce);
      if (due.length === 0 || this.closed) break;
      await this.expunge(due);
      const before = bytes;
      bytes = this.environment.bytes;
      tooLarge &&= bytes > maxBytes * ROOM_AGAIN;
      const next = bytes < before ? atOnce : atOnce * 2;
      atOnce = Math.max(MIN_AT_ONCE, Math.min(most, next));
    }
    if (this.untold > 0) {
      const which = 'those that had no logs for the longest';
      this.tell(`${this.untold} streams were expunged from DATA_DIR, ${which}`);
    } else if (tooLarge && !this.closed) {
      const why = `DATA_MAX_BYTES is ${maxBytes}, and the streams that are still written take ${bytes}`;
      this.tell(`${why} in DATA_DIR, which needs room beside it: raise it`);
    }
  }

  private due(tooLarge: boolean, limit: number): Due[] {
    const { maxAgeMs } = this.options;
    const now = this.clock.confirmedMs();
    const tooOld = maxAgeMs > 0 ? now - maxAgeMs : 0;
    const until = tooLarge ? now : tooOld;
    return this.activity.first(limit).filter(({ atMs }) => atMs <= until);
  }

  private async expunge(due: readonly Due[]): Promise<void> {
    const current: StreamRequest[] = [];
    const others: Due[] = [];
    for (const one of due) {
      const isCurrent = one.kind === 'stream' && this.activity.isCurrent(one);
      if (isCurrent) current.push({ project: one.project, path: one.name });
      else others.push(one);
    }
    await this.expunger.drop(others, this.clock.confirmedMs());
    await this.expunger.expunge(current);
    current.forEach(this.onForgotten);
    this.untold += current.length;
  }

  private tell(message: string): void {
    const now = performance.now();
    if (now - this.toldMs < TELL_MS) return;
    this.toldMs = now;
    this.untold = 0;
    this.options.warn(message);
  }
}

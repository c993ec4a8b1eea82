import { CollectorError } from '../common/errors.js';
import type { StreamRecord } from '../local/coordinator/stream_record.js';
import { logpb } from '../proto/gen/logpb.js';
import type { StoredLog, StreamRequest } from '../storage/storage.js';
import { ClosedPipe, print, say, type Io } from './io.js';
import { LogFilter, type Selection } from './log_filter.js';
import { Renderer, type Rendering } from './renderer.js';
import { streamTypeOf, startOfStream, recordOf, type Stores } from './stores.js';

interface LogPrinterOptions {
  readonly command: string;
  readonly stream: StreamRequest;
  readonly rendering: Rendering;
  readonly selection: Selection;
  readonly io: Io;
}

/** Prints the logs of one stream, in their order: those that are selected, as they are to be rendered. */
export class LogPrinter {
  /** Whether logs of a stream that has ended were missing, or logs could not be read. */
  incomplete = false;
  readonly stream: StreamRequest;
  readonly io: Io;
  private readonly renderer: Renderer;
  private readonly filter: LogFilter;
  private readonly needsTime: boolean;

  constructor(private readonly options: LogPrinterOptions) {
    const { stream, rendering, selection, io } = options;
    this.stream = stream;
    this.io = io;
    this.renderer = new Renderer(rendering, io);
    this.filter = new LogFilter(selection, rendering.json);
    const { since, until } = selection;
    this.needsTime = since !== undefined || until !== undefined || !!rendering.timestamps;
  }

  get printsAll(): boolean {
    const { since, until, pattern } = this.options.selection;
    return since === undefined && until === undefined && pattern === undefined;
  }

  /** Whether all logs that come are newer than those that are printed. */
  get isPast(): boolean {
    const { until } = this.options.selection;
    return until !== undefined && BigInt(Date.now()) * 1_000_000n > until;
  }

  /** @throws CollectorError COMMAND_FAILED where lines are wanted of a stream that is not text */
  checkType(record: StreamRecord | undefined): void {
    if (record === undefined || this.options.selection.pattern === undefined) return;
    const type = streamTypeOf(record);
    if (type === undefined || type === 'text') return;
    const why = `--grep takes lines of text, and ${this.name} is a stream of type ${type}`;
    throw new CollectorError('COMMAND_FAILED', why);
  }

  /** Returns one that prints the same, and has printed nothing yet. */
  copy(): LogPrinter {
    return new LogPrinter(this.options);
  }

  /**
   * @param started when the stream began, in nanoseconds since 1970; undefined where that is not known
   * @param quiet leaves it out, as one before those that are printed
   * @returns whether it was selected
   * @throws CollectorError COMMAND_FAILED where the time is needed, and is not known
   */
  async print(stored: StoredLog, started: bigint | undefined, quiet = false): Promise<boolean> {
    const log = this.decode(stored, quiet);
    if (log === undefined) return false;
    if (started === undefined && this.needsTime) throw this.timeless();
    const selected = this.filter.select(log, started ?? 0n);
    if (!quiet) {
      for (const one of selected) await this.write(this.renderer.render(one, started ?? 0n));
    }
    return selected.length > 0;
  }

  /** Shows what has come of a line that goes on. */
  async flush(): Promise<void> {
    await this.write(this.renderer.flush());
  }

  /** Prints what comes after the last log. */
  async end(): Promise<void> {
    for (const log of this.filter.end()) await this.write(this.renderer.render(log, 0n));
    await this.write(this.renderer.end());
  }

  /** Leaves a terminal as it was, also after an interruption. */
  leave(): void {
    const { signal, stdout } = this.io;
    if (!(signal.reason instanceof ClosedPipe)) stdout.write(this.renderer.end());
  }

  /**
   * Says that logs are missing, from the first to the last one.
   *
   * @param ended whether the stream has ended
   */
  sayMissing(first: bigint, last: bigint, ended: boolean): void {
    this.incomplete ||= ended;
    const what = first === last ? `log ${first} is` : `logs ${first} to ${last} are`;
    this.say(`${what} missing in ${this.name}`);
  }

  say(what: string): void {
    say(this.io, `logdog-collector ${this.options.command}: ${what}`);
  }

  /** `PROJECT/PREFIX/+/NAME` */
  get name(): string {
    const { project, path } = this.stream;
    return `${project}/${path}`;
  }

  private async write(text: string | Uint8Array): Promise<void> {
    await print(this.io, text);
  }

  private decode({ index, data }: StoredLog, quiet: boolean): logpb.LogEntry | undefined {
    try {
      return logpb.LogEntry.decode(data);
    } catch {
      if (quiet) return undefined;
      this.incomplete = true;
      this.say(`log ${index} of ${this.name} is damaged, and left out`);
      return undefined;
    }
  }

  private timeless(): CollectorError {
    const what = `the times of the logs of ${this.name} are not known here`;
    const why = 'when it began is known to its Coordinator alone';
    const advice = 'read it without --since, --until, --timestamps';
    return new CollectorError('COMMAND_FAILED', `${what}: ${why}; ${advice}`);
  }
}

/** Which logs are printed: of those that are selected from `index` to `last` at most `count`, after the first `skip`. */
export interface Range {
  readonly index: bigint;
  readonly last?: bigint;
  readonly count?: number | undefined;
  readonly skip?: number;
}

/** How many logs are looked at first for some that are selected; then four times as many, and so on. */
const FIRST_LOOK = 1000n;

/**
 * Prints a range of a stream, and says what is missing of it.
 *
 * @returns whether there was any log in it
 */
export async function printRange(
  stores: Stores,
  { index, last, count = Infinity, skip = 0 }: Range,
  printer: LogPrinter,
): Promise<boolean> {
  const { stream, io } = printer;
  const record = recordOf(stores, stream);
  const started = startOfStream(record);
  const end = skip + count;
  const limit = printer.printsAll && count !== Infinity ? { limit: end } : {};
  const terminal = record?.terminalIndex ?? -1n;
  const ended = terminal >= 0n;
  let next = index;
  let selected = 0;
  for await (const log of stores.storage.get({ ...stream, index, ...limit }, io)) {
    if (last !== undefined && log.index > last) break;
    if (log.index > next) printer.sayMissing(next, log.index - 1n, ended);
    next = log.index + 1n;
    if (await printer.print(log, started, selected < skip)) selected++;
    if (selected === end) break;
  }
  if (selected !== end && last === undefined && next <= terminal)
    printer.sayMissing(next, terminal, ended);
  return next > index;
}

/**
 * Finds the last logs that a printer selects.
 *
 * @param last the last log of the stream that is looked at
 */
export async function lastLogs(
  stores: Stores,
  last: bigint,
  count: number,
  printer: LogPrinter,
): Promise<Range> {
  if (printer.printsAll) return { index: beginning(last, BigInt(count)), last };
  for (let size = FIRST_LOOK; ; size *= 4n) {
    const index = beginning(last, size);
    const selected = await countSelected(stores, index, last, printer);
    if (selected >= count || index === 0n) {
      return { index, last, skip: Math.max(0, selected - count) };
    }
  }
}

async function countSelected(
  stores: Stores,
  index: bigint,
  last: bigint,
  printer: LogPrinter,
): Promise<number> {
  const { stream, io } = printer;
  const started = startOfStream(recordOf(stores, stream));
  const looking = printer.copy();
  let selected = 0;
  for await (const log of stores.storage.get({ ...stream, index }, io)) {
    if (log.index > last) break;
    if (await looking.print(log, started, true)) selected++;
  }
  return selected;
}

function beginning(last: bigint, count: bigint): bigint {
  const first = last - count + 1n;
  return first > 0n ? first : 0n;
}

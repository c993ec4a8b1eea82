import type { LogPrinter } from './log_printer.js';

/** How long nothing is said; what is waited for is to be known within 5 s. */
const QUIET_MS = 3_000;

/** A stream that goes on may be quiet for long: that is said seldom, once it has been said. */
const LONG_QUIET_MS = 60_000;

export interface Awaited {
  readonly what: string;
  /** A stream that goes on, and has no new log. */
  readonly usual: boolean;
}

/** Says what is waited for when nothing comes, and ends the waiting. */
export class Patience {
  private sinceMs = performance.now();
  private said: string | undefined;
  private usualSaid = false;

  /** @param timeoutMs how long nothing may come; undefined for as long as it takes */
  constructor(
    private readonly printer: LogPrinter,
    readonly timeoutMs: number | undefined,
  ) {}

  reset(): void {
    this.sinceMs = performance.now();
    this.said = undefined;
  }

  get quietMs(): number {
    return performance.now() - this.sinceMs;
  }

  /** @returns whether the time is over, which is said */
  isOver({ what, usual }: Awaited): boolean {
    const { quietMs, timeoutMs } = this;
    if (timeoutMs !== undefined && quietMs >= timeoutMs) {
      this.printer.say(`nothing has come for ${timeoutMs / 1000} s (--timeout): gave up ${what}`);
      return true;
    }
    const dueMs = usual && this.usualSaid ? LONG_QUIET_MS : QUIET_MS;
    if (quietMs >= dueMs && this.said !== what) {
      this.said = what;
      this.usualSaid ||= usual;
      this.printer.say(what);
    }
    return false;
  }
}

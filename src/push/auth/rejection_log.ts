import type { CollectorError, ErrorCode } from '../../common/errors.js';
import type { Log } from '../../telemetry/log.js';

/** A line a code and minute: whoever is not let in must not be let into the log without end either. */
const INTERVAL_MS = 60_000;

/** Logs who was not let in: the first at once, then how many more. */
export class RejectionLog {
  private readonly since = new Map<ErrorCode, { atMs: number; more: number }>();

  constructor(
    private readonly log: Log,
    private readonly now: () => number = () => performance.now(),
  ) {}

  write({ code, message }: CollectorError): void {
    const last = this.since.get(code);
    if (last !== undefined && this.now() - last.atMs < INTERVAL_MS) {
      last.more++;
      return;
    }
    this.since.set(code, { atMs: this.now(), more: 0 });
    const more = last === undefined || last.more === 0 ? {} : { more: last.more };
    this.log.write('warning', `a push was rejected: ${message}`, { code, ...more });
  }
}

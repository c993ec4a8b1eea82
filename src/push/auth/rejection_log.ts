import type { CollectorError, ErrorCode } from '../../common/errors.js';
import type { Log } from '../../telemetry/log.js';

/** One line per code and minute: rejected callers must not fill the log. */
const INTERVAL_MS = 60_000;

/** Logs rejected pushes: the first at once, then the number of further ones. */
export class RejectionLog {
  private readonly since = new Map<ErrorCode, { atMs: number; more: number }>();

  constructor(private readonly log: Log) {}

  write({ code, message }: CollectorError): void {
    const last = this.since.get(code);
    const nowMs = performance.now();
    if (last !== undefined && nowMs - last.atMs < INTERVAL_MS) {
      last.more++;
      return;
    }
    this.since.set(code, { atMs: nowMs, more: 0 });
    const more = last === undefined || last.more === 0 ? {} : { more: last.more };
    this.log.write('warning', `a push was rejected: ${message}`, { code, ...more });
  }
}

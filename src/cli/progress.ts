import type { Io } from './io.js';
import type { Sent } from './butler/sender.js';

const REFRESH_MS = 200;
const ERASE_LINE = '\r\x1b[K';

/** A line on the terminal that says how far sending has come; nothing where standard error is no terminal. */
export class Progress {
  private readonly io: Io;
  private timer: NodeJS.Timeout | undefined;

  constructor(io: Io, path: string, sent: Readonly<Sent>) {
    this.io = io;
    if (!io.stderr.isTTY) return;
    this.timer = setInterval(() => {
      const { logs, bytes, messages } = sent;
      io.stderr.write(`${ERASE_LINE}${path}: ${logs} logs, ${bytes} bytes, ${messages} messages`);
    }, REFRESH_MS);
  }

  /** Removes the line. */
  end(): void {
    if (this.timer === undefined) return;
    clearInterval(this.timer);
    this.timer = undefined;
    this.io.stderr.write(ERASE_LINE);
  }
}

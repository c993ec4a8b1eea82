import type { Io } from './io.js';
import type { Sent } from './butler/sender.js';

const REFRESH_MS = 200;
const ERASE_LINE = '\r\x1b[K';

/**
 * Shows how far sending has come in a line on the terminal; nothing where standard error is no terminal.
 *
 * @returns what removes the line
 */
export function showProgress(io: Io, path: string, sent: Readonly<Sent>): () => void {
  if (!io.stderr.isTTY) return () => undefined;
  const timer = setInterval(() => {
    const { logs, bytes, messages } = sent;
    io.stderr.write(`${ERASE_LINE}${path}: ${logs} logs, ${bytes} bytes, ${messages} messages`);
  }, REFRESH_MS);
  return () => {
    clearInterval(timer);
    io.stderr.write(ERASE_LINE);
  };
}

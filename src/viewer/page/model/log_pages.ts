import type { Entry, LogsAnswer } from '../../wire.js';

/** A range of a stream's logs, from an index on; missing logs are skipped. */
export interface PageRequest {
  readonly index: number;
  readonly byteCount?: number;
  readonly logCount?: number;
  /** Whether the stream's state and descriptor are wanted too. */
  readonly state?: boolean;
}

/** A stream's logs, wherever they are. */
export interface LogPages {
  get(request: PageRequest): Promise<LogsAnswer>;
  /** Returns the last log that no gap comes before, with the stream's state. */
  tail(): Promise<LogsAnswer>;
}

/** How much is asked for at once: a screen many times over, and a few milliseconds to read. */
export const PAGE_BYTES = 256 * 1024;

/** The entries of the logs from an index on; none where there are none. */
export type ReadEntries = (
  index: number,
  range?: Omit<PageRequest, 'index'>,
) => Promise<readonly Entry[]>;

const ONE = { logCount: 1 };

/**
 * Finds a stream's last log, also behind gaps: a log "at or after an index" is there up to the last one and then no more,
 * so that doubling and halving find it.
 *
 * @param tail the last log that no gap comes before
 */
export async function findLast(
  tail: Entry | undefined,
  read: ReadEntries,
): Promise<Entry | undefined> {
  let [last] = await read((tail?.index ?? -1) + 1, ONE);
  if (last === undefined) return tail;
  let step = 1;
  for (let found: Entry | undefined = last; found !== undefined; step *= 2) {
    last = found;
    [found] = await read(last.index + step, ONE);
  }
  // Nothing is there from here on.
  let none = last.index + step / 2;
  while (last.index + 1 < none) {
    const middle = Math.floor((last.index + 1 + none) / 2);
    const [found] = await read(middle, ONE);
    if (found === undefined) none = middle;
    else last = found;
  }
  return last;
}

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

import type { Row } from './rows.js';
import type { CallOptions, Storage, StreamRequest } from './storage.js';

/** A storage that keeps logs in rows, and shows them. */
export interface RowStorage extends Storage {
  /** The puts of one message that are to be under way at once; undefined where MAX_MESSAGE_WORKERS says it. */
  readonly putsAtOnce: number | undefined;
  /** The rows of a stream in the order of their keys: by their last log, then by the number of logs. */
  rows(request: StreamRequest, options: CallOptions): AsyncIterable<Row>;
}

import { CollectorError, type ErrorCode, type Refusal } from '../common/errors.js';

/** What became of a message that is done with. */
export interface ProcessResult {
  /** Known where the bundle could be read. */
  readonly project?: string;
  readonly prefix?: string;
  /** Why the message was refused as a whole. */
  readonly refusal?: Refusal;
  /** What became of each entry, in the bundle's order. */
  readonly entries: readonly EntryResult[];
}

export interface EntryResult {
  /** `prefix/+/name`, where it is known. */
  readonly path: string | undefined;
  /** `stored` also where an entry had only a terminal index; `failed` where it must come again. */
  readonly outcome: 'stored' | 'junk' | 'archived' | 'purged' | 'refused' | 'failed';
  /** Why it was refused, or failed. */
  readonly refusal?: Refusal;
  /** How many logs the entry had. */
  readonly logs: number;
}

/** A message that must come again, with what became of its entries. */
export class ProcessError extends CollectorError {
  readonly result: ProcessResult;

  constructor(code: ErrorCode, detail: string, result: ProcessResult, cause?: unknown) {
    super(code, detail, { cause });
    this.name = 'ProcessError';
    this.result = result;
  }
}

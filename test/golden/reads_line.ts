/** A line of a `reads` file: what was put into an empty store, and what the reference then answered. */
export interface ReadsLine {
  readonly name: string;
  readonly project: string;
  readonly path: string;
  /** Bytes a row, where rows are split. */
  readonly maxRowSize?: number;
  readonly puts: readonly PutLine[] | null;
  /** All rows of the store afterwards, also one of a neighbour stream that no read may see. */
  readonly rows: readonly RowLine[];
  readonly gets: readonly GetLine[];
  /** Null where there is none, with a `tailError`. */
  readonly tail: TailLine | null;
}

export interface PutLine {
  readonly index: number;
  /** The logs, as text. */
  readonly values: readonly string[];
}

export interface RowLine {
  readonly key: string;
  /** base64 */
  readonly value: string;
}

export interface GetLine {
  readonly index: number;
  /** 0 for none. */
  readonly limit: number;
  readonly keysOnly?: boolean;
  readonly indices: readonly number[] | null;
  /** The logs, as text; empty where only keys were asked for. */
  readonly got: readonly string[] | null;
}

export interface TailLine {
  readonly index: number;
  readonly value: string;
}

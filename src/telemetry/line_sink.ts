/** Where lines go. */
export interface LineSink {
  /** Never throws. */
  write(line: string): unknown;
}

/** An output of lines, and whether it is a terminal. */
export interface LineOutput extends LineSink {
  readonly isTTY?: boolean;
}

/** Where lines go. */
export interface LineSink {
  /** Never throws. */
  write(line: string): unknown;
  /** Whether a person reads them, at a terminal. */
  readonly isTTY?: boolean;
}

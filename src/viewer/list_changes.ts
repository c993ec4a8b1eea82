export interface ListedStream {
  readonly project: string;
  readonly path: string;
  /** The number of the StreamType. */
  readonly type: number;
  /** Milliseconds since 1970. */
  readonly created: number;
  /** In decimal; -1 while the stream is written. */
  readonly terminalIndex: string;
}

export interface ListChanges {
  /** Of this list; where it is another one than before, the earlier answers count no more. */
  readonly epoch: string;
  /** What to ask for the next changes with. */
  readonly cursor: number;
  /** Whether more changes are ready at once. */
  readonly more: boolean;
  /** Whether there are streams past MAX_LISTED_STREAMS. */
  readonly truncated: boolean;
  readonly changed: readonly ListedStream[];
  /** `project/path` of streams that are gone. */
  readonly removed: readonly string[];
}

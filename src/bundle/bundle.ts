import type { Refusal } from '../common/errors.js';

/** The terminal index of a stream that has not ended. */
export const NOT_TERMINATED = -1n;

/** What a ButlerLogBundle says of all its entries. */
export interface BundleHeader {
  readonly protoVersion: string;
  readonly project: string;
  readonly prefix: string;
  /** As it came: an entry is refused where it is not 36 bytes. */
  readonly secret: Uint8Array;
  /** When it was made, in whole milliseconds of Unix time; undefined where it has no valid time. */
  readonly timestampMs: number | undefined;
}

/** A ButlerLogBundle as it was found: what is wrong with one entry does not touch the others (protocol section 2). */
export interface Bundle extends BundleHeader {
  /** In the bundle's order. */
  readonly entries: readonly Entry[];
  /** How many entries it has beyond the most that were wanted: they are counted, and not looked into. */
  readonly entriesLeftOut: number;
  /** What the entries lie in: it may be larger than they are. */
  readonly bytes: Uint8Array;
}

export type Entry = StreamEntry | RefusedEntry | JunkEntry;

/** Spelled as in `logpb`; UNKNOWN where the descriptor is missing, or has none of them. */
export type StreamType = 'TEXT' | 'BINARY' | 'DATAGRAM' | 'UNKNOWN';

/** An entry to register and to store. */
export interface StreamEntry {
  readonly kind: 'stream';
  readonly streamType: StreamType;
  /** `prefix/+/name` */
  readonly path: string;
  /** The serialized LogStreamDescriptor with its prefix filled in, otherwise as it came. */
  readonly descriptor: Uint8Array;
  /** Stream index of the first log; 0 where there is none. */
  readonly index: bigint;
  /** How many logs; 0 only in a terminal entry. */
  readonly count: number;
  /** The logs as they came, each as a recordio frame, back to back: a row's value. */
  readonly records: Uint8Array;
  /** The index of the stream's last log where the entry is terminal, else NOT_TERMINATED. */
  readonly terminalIndex: bigint;
}

/** An entry that breaks a rule. */
export interface RefusedEntry {
  readonly kind: 'refused';
  readonly streamType: StreamType;
  /** Where the descriptor had a valid one. */
  readonly path: string | undefined;
  readonly refusal: Refusal;
  /** How many logs it has. */
  readonly logs: number;
}

/** An entry with no logs that is not terminal: nothing to do. */
export interface JunkEntry {
  readonly kind: 'junk';
  readonly streamType: StreamType;
}

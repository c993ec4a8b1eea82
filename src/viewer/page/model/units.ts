import { BINARY, type Entry, TEXT } from '../../wire.js';

/**
 * What a stream is counted in: lines of text, bytes of binary data, datagrams. A log's `sequence` is the number of its
 * first unit (protocol section 1), so that any unit is found without reading what comes before it.
 */

/** Counts a log's units: those that end in it, and whether it leaves one open for the next log. */
export function countUnits({ type, lines, data, partial }: Entry) {
  if (type === BINARY) return { ended: data.length, open: false };
  if (type !== TEXT) return { ended: partial ? 0 : 1, open: partial };
  const open = lines.length > 0 && !lines.at(-1)!.ends;
  return { ended: lines.length - (open ? 1 : 0), open };
}

/** Returns the number after the last unit that a log touches, by its sequence. */
export function endOf(entry: Entry): number {
  const { ended, open } = countUnits(entry);
  return entry.sequence + ended + (open ? 1 : 0);
}

/** A line or a datagram. */
export interface Unit {
  /** Its bytes, as the logs have them one after another. */
  readonly parts: Uint8Array[];
  size: number;
  /** Milliseconds since the stream began. */
  readonly offsetMs: number;
  /** Logs that are missing before this unit, or within it, where they take no units of their own. */
  gap: Gap | undefined;
  /** How many bytes past MAX_UNIT_BYTES are left out. */
  leftOut: number;
}

/** Logs that have not come. */
export interface Gap {
  readonly fromIndex: number;
  readonly toIndex: number;
  /** The units that they held, as far as the logs around them tell. */
  readonly first: number;
  readonly end: number;
}

/** A part of a stream that is in the page. */
export interface Chunk {
  first: number;
  /** After its last unit. */
  end: number;
  nextIndex: number;
  bytes: number;
  /** Of text and datagrams. */
  readonly units: Unit[];
  /** Of binary data. */
  readonly pieces: Uint8Array[];
  /** Whether its last unit goes on in the next log. */
  open: boolean;
  /** When it was last looked at. */
  used: number;
}

/** The most bytes of a line or datagram that the page holds; the download has all of them. */
export const MAX_UNIT_BYTES = 4 * 1024 * 1024;

export function unitBytes({ parts, size }: Unit): Uint8Array {
  if (parts.length === 1) return parts[0]!;
  const bytes = new Uint8Array(size);
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  parts.splice(0, parts.length, bytes);
  return bytes;
}

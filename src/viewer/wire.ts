import { Reader } from 'protobufjs/minimal.js';

/**
 * Reads answers of `logdog.Logs` in protobuf, in the browser as in Node: what the viewer needs of them, field by field,
 * without an object per line where lines are only counted. The field numbers are those of `src/proto/logs.proto` and
 * `src/proto/logpb.proto`.
 */

/** The numbers of a StreamType. */
export const TEXT = 0;
export const BINARY = 1;
export const DATAGRAM = 2;

export interface StreamState {
  /** The index of the last log, in decimal; -1 while the stream is written. */
  readonly terminalIndex: string;
  /** Milliseconds since 1970. */
  readonly created: number;
  readonly archived: boolean;
  readonly purged: boolean;
}

export interface Descriptor {
  readonly name: string;
  readonly type: number;
  readonly contentType: string;
  /** When the stream began, in milliseconds since 1970. */
  readonly started: number;
  readonly tags: readonly (readonly [key: string, value: string])[];
}

interface KnownStream {
  readonly state: StreamState | undefined;
  /** Undefined also where it has no name: then nothing is known of the stream. */
  readonly descriptor: Descriptor | undefined;
}

export interface LogsAnswer extends KnownStream {
  /** Serialized entries; read each with `readEntry`. */
  readonly logs: readonly Uint8Array[];
}

export interface QueryAnswer {
  readonly streams: readonly (KnownStream & { readonly path: string })[];
  readonly next: string;
}

export interface Line {
  readonly value: Uint8Array;
  /** Whether the line ends here; else the next log goes on with it. */
  readonly ends: boolean;
}

/** A log. Indices are exact up to 2^53. */
export interface Entry {
  readonly index: number;
  /** The number of its first line, byte or datagram in the stream, from 0. */
  readonly sequence: number;
  /** Milliseconds since the stream began. */
  readonly offsetMs: number;
  readonly type: number | undefined;
  readonly lines: readonly Line[];
  /** Of binary data and datagrams. */
  readonly data: Uint8Array;
  /** Whether a datagram goes on in the next log. */
  readonly partial: boolean;
}

const NOTHING = new Uint8Array(0);

/** Calls back for each field; what that does not read is skipped. @throws Error where the bytes are no message */
function fields(reader: Reader, end: number, read: (field: number) => void): void {
  while (reader.pos < end) {
    const tag = reader.uint32();
    const start = reader.pos;
    read(tag >>> 3);
    // No value takes no byte.
    if (reader.pos === start) reader.skipType(tag & 7);
  }
}

function nested<T>(reader: Reader, read: (reader: Reader, end: number) => T): T {
  const length = reader.uint32();
  return read(reader, reader.pos + length);
}

/** Returns an integer in decimal: exact where the reader has a type for those past 2^53, as in Node. */
function decimal(value: { toString(): string }): string {
  return value.toString();
}

function milliseconds(reader: Reader, end: number): number {
  let ms = 0;
  fields(reader, end, (field) => {
    if (field === 1) ms += Number(reader.int64()) * 1000;
    else if (field === 2) ms += reader.int32() / 1e6;
  });
  return ms;
}

function readState(reader: Reader, end: number): StreamState {
  const state = { terminalIndex: '0', created: 0, archived: false, purged: false };
  fields(reader, end, (field) => {
    if (field === 2) state.created = nested(reader, milliseconds);
    else if (field === 3) state.terminalIndex = decimal(reader.int64());
    else if (field === 4) state.archived = reader.bytes().length >= 0;
    else if (field === 5) state.purged = reader.bool();
  });
  return state;
}

function readTag(reader: Reader, end: number): [string, string] {
  const pair: [string, string] = ['', ''];
  fields(reader, end, (field) => {
    if (field === 1 || field === 2) pair[field - 1] = reader.string();
  });
  return pair;
}

function readDescriptor(reader: Reader, end: number): Descriptor {
  const tags: [string, string][] = [];
  const desc = { name: '', type: TEXT, contentType: '', started: 0, tags };
  fields(reader, end, (field) => {
    if (field === 2) desc.name = reader.string();
    else if (field === 3) desc.type = reader.int32();
    else if (field === 4) desc.contentType = reader.string();
    else if (field === 5) desc.started = nested(reader, milliseconds);
    else if (field === 6) tags.push(nested(reader, readTag));
  });
  return desc;
}

/** Reads a GetResponse. @throws Error */
export function readAnswer(bytes: Uint8Array): LogsAnswer {
  return readStream(Reader.create(bytes), bytes.length);
}

/** Reads a QueryResponse. @throws Error */
export function readQuery(bytes: Uint8Array): QueryAnswer {
  const reader = Reader.create(bytes);
  const streams: ReturnType<typeof readStream>[] = [];
  const answer = { streams, next: '' };
  fields(reader, bytes.length, (field) => {
    if (field === 2) streams.push(nested(reader, readStream));
    else if (field === 3) answer.next = reader.string();
  });
  return answer;
}

/** Reads a GetResponse, or a stream of a QueryResponse: their states and descriptors are alike. The path is the latter's. */
function readStream(reader: Reader, end: number): LogsAnswer & { readonly path: string } {
  let path = '';
  let state: StreamState | undefined;
  let descriptor: Descriptor | undefined;
  const logs: Uint8Array[] = [];
  fields(reader, end, (field) => {
    if (field === 1) path = reader.string();
    else if (field === 2) state = nested(reader, readState);
    else if (field === 3) descriptor = nested(reader, readDescriptor);
    else if (field === 4) logs.push(reader.bytes());
  });
  return { path, state, descriptor: descriptor?.name === '' ? undefined : descriptor, logs };
}

/** Reads a LogEntry; its data are views of the bytes. @throws Error */
export function readEntry(bytes: Uint8Array): Entry {
  const reader = Reader.create(bytes);
  const lines: Line[] = [];
  let type: number | undefined;
  let [index, sequence, offsetMs, partial] = [0, 0, 0, false];
  let data: Uint8Array = NOTHING;
  const body = (end: number) => {
    fields(reader, end, (field) => {
      if (field === 1 && type === TEXT) lines.push(nested(reader, readLine));
      else if (field === (type === BINARY ? 2 : 1)) data = reader.bytes();
      else if (field === 2 && type === DATAGRAM) partial = !nested(reader, readLast);
    });
  };
  fields(reader, bytes.length, (field) => {
    if (field === 1) offsetMs = nested(reader, milliseconds);
    else if (field === 3) index = Number(reader.uint64());
    else if (field === 4) sequence = Number(reader.uint64());
    else if (field >= 10 && field <= 12) {
      type = field - 10;
      body(reader.uint32() + reader.pos);
    }
  });
  return { index, sequence, offsetMs, type, lines, data, partial };
}

function readLine(reader: Reader, end: number): Line {
  let value: Uint8Array = NOTHING;
  let ends = false;
  fields(reader, end, (field) => {
    if (field === 1) value = reader.bytes();
    else if (field === 2) ends = reader.bytes().length > 0;
  });
  return { value, ends };
}

/** Returns whether a partial datagram is the last of its parts. */
function readLast(reader: Reader, end: number): boolean {
  let last = false;
  fields(reader, end, (field) => {
    if (field === 3) last = reader.bool();
  });
  return last;
}

import type { CallOptions, ClientDuplexStream, Metadata, ServiceError } from '@grpc/grpc-js';
import { freeWhole, LARGE_BYTES } from '../../common/buffer_pool.js';
import { COLUMN, FAMILY, type RowWrite } from './table.js';
import type { Cancellable, MutateRowsPart, WriteStub } from './stub.js';

/** Tags of fields of google.bigtable.v2, each followed by its value's length, or, for the timestamp, by a varint. */
const CHECK_ROW_KEY = 0x12;
const CHECK_FALSE_MUTATIONS = 0x2a;
const MUTATE_ROW_KEY = 0x12;
const MUTATE_MUTATIONS = 0x1a;
const ENTRIES = 0x12;
const ENTRY_ROW_KEY = 0x0a;
const ENTRY_MUTATIONS = 0x12;
const MUTATION_SET_CELL = 0x0a;
const SET_CELL_FAMILY = 0x0a;
const SET_CELL_COLUMN = 0x12;
const SET_CELL_TIMESTAMP = 0x18;
const SET_CELL_VALUE = 0x22;

/** A SetCell up to its timestamp. */
const CELL_HEAD = Buffer.from([
  ...[SET_CELL_FAMILY, FAMILY.length, ...Buffer.from(FAMILY)],
  ...[SET_CELL_COLUMN, COLUMN.length, ...Buffer.from(COLUMN)],
  SET_CELL_TIMESTAMP,
]);

/** -1 as an int64. */
const MINUS_ONE = Buffer.from([0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x01]);

type WriteBytes = (target: Buffer, start: number) => void;

/** A serialized request that is written where it is wanted: what gRPC asks of a Buffer that it sends. */
export class RowRequest {
  private frame: Buffer | undefined;

  /** @param write writes the request's bytes; undefined once the call has ended */
  constructor(
    readonly length: number,
    private write: WriteBytes | undefined,
  ) {}

  copy(target: Buffer, start: number): void {
    this.frame = target;
    // A call that was given up before gRPC sent it: by now its rows' memory may hold another message.
    if (this.write === undefined) target.fill(0, start);
    else this.write(target, start);
  }

  /** Releases the rows: the call has ended. */
  end(): void {
    this.write = undefined;
  }

  /** Frees the frame that was sent; nothing may be sending it any more. */
  freeFrame(): void {
    if (this.frame !== undefined) freeWhole(this.frame);
    this.frame = undefined;
  }
}

/** Serialized requests without their rows. */
export interface RequestHeads {
  readonly checkAndMutateRow: Uint8Array;
  readonly mutateRow: Uint8Array;
  readonly mutateRows: Uint8Array;
}

/**
 * Serializes requests that write rows.
 *
 * Hot: values are copied once, into the frame that gRPC sends; protobufjs copies them once more, into memory that is then
 * left to the garbage collector, which runs by the bytes of buffers that were made (`docs/decisions/0007-bigtable-client.md`).
 */
export class RowRequests {
  constructor(private readonly heads: RequestHeads) {}

  checkAndMutateRow(row: RowWrite): RowRequest {
    return rowRequest(this.heads.checkAndMutateRow, row, CHECK_ROW_KEY, CHECK_FALSE_MUTATIONS);
  }

  mutateRow(row: RowWrite): RowRequest {
    return rowRequest(this.heads.mutateRow, row, MUTATE_ROW_KEY, MUTATE_MUTATIONS);
  }

  mutateRows(rows: readonly RowWrite[]): RowRequest {
    const head = this.heads.mutateRows;
    const length = rows.reduce((sum, row) => sum + fieldSize(rowSize(row)), head.length);
    return new RowRequest(length, (target, start) => {
      target.set(head, start);
      let at = start + head.length;
      for (const row of rows) {
        at = writeHead(target, at, ENTRIES, rowSize(row));
        at = writeRow(target, at, row, ENTRY_ROW_KEY, ENTRY_MUTATIONS);
      }
    });
  }
}

/** Sends a request of one row, and frees a large frame when the row is written. */
export function sendRow(
  stub: WriteStub,
  path: string,
  request: RowRequest,
  metadata: Metadata,
  options: CallOptions,
  done: (error: ServiceError | null) => void,
): Cancellable {
  let sent = false;
  const end = (error: ServiceError | null) => {
    request.end();
    if (sent && error === null) request.freeFrame();
    done(error);
  };
  if (request.length < LARGE_BYTES) {
    return stub.makeUnaryRequest(path, inPlace, ignore, request, metadata, options, end);
  }
  // A stream of one message is the same on the wire as a single message: but of a stream, gRPC says when one is sent.
  const call = stub.makeClientStreamRequest(path, inPlace, ignore, metadata, options, end);
  call.write(request, (error: Error | null | undefined) => {
    sent = error === null || error === undefined;
  });
  call.end();
  return call;
}

/** Sends a request of many rows, and frees its frame when the whole answer is there. */
export function sendRows(
  stub: WriteStub,
  request: RowRequest,
  metadata: Metadata,
  options: CallOptions,
): ClientDuplexStream<RowRequest, MutateRowsPart> {
  let sent = false;
  const { path, responseDeserialize: read } = stub.mutateRows;
  const call = stub.makeBidiStreamRequest(path, inPlace, read, metadata, options);
  call.on('status', ({ code }: { readonly code: number }) => {
    request.end();
    if (sent && code === OK) request.freeFrame();
  });
  call.write(request, (error: Error | null | undefined) => {
    sent = error === null || error === undefined;
  });
  call.end();
  return call;
}

/** gRPC's status of a call that succeeded. */
const OK = 0;

// gRPC reads the length of a serialized message and has it copied into a frame: a Buffer would be one copy more.
const inPlace = (request: RowRequest) => request as unknown as Buffer;
/** Answers to the writes of a row say nothing but that they are there. */
const ignore = () => undefined;

function rowRequest(
  head: Uint8Array,
  row: RowWrite,
  keyTag: number,
  mutationTag: number,
): RowRequest {
  return new RowRequest(head.length + rowSize(row), (target, start) => {
    target.set(head, start);
    writeRow(target, start + head.length, row, keyTag, mutationTag);
  });
}

/** Of the two fields of a row: its key, and the mutation that sets its cell. */
function rowSize(row: RowWrite): number {
  return fieldSize(row.key.length) + fieldSize(fieldSize(cellSize(row)));
}

function cellSize({ value, timestampMicros }: RowWrite): number {
  return CELL_HEAD.length + varintSize(timestampMicros) + fieldSize(value.length);
}

/** Of a field whose tag is a byte, and whose content has so many. */
function fieldSize(length: number): number {
  return 1 + varintSize(length) + length;
}

/** Keys are bytes; latin1 keeps any. */
function writeRow(
  target: Buffer,
  start: number,
  row: RowWrite,
  keyTag: number,
  mutationTag: number,
): number {
  const { key, value, timestampMicros } = row;
  const cell = cellSize(row);
  let at = writeHead(target, start, keyTag, key.length);
  at += target.write(key, at, 'latin1');
  at = writeHead(target, at, mutationTag, fieldSize(cell));
  at = writeHead(target, at, MUTATION_SET_CELL, cell);
  target.set(CELL_HEAD, at);
  at = writeVarint(target, at + CELL_HEAD.length, timestampMicros);
  at = writeHead(target, at, SET_CELL_VALUE, value.length);
  target.set(value, at);
  return at + value.length;
}

function writeHead(target: Buffer, at: number, tag: number, length: number): number {
  target[at] = tag;
  return writeVarint(target, at + 1, length);
}

/** Of a whole number up to 2^53, or of -1. */
function varintSize(value: number): number {
  if (value < 0) return MINUS_ONE.length;
  let size = 1;
  for (let rest = value; rest >= 0x80; rest = Math.floor(rest / 0x80)) size++;
  return size;
}

function writeVarint(target: Buffer, start: number, value: number): number {
  if (value < 0) {
    target.set(MINUS_ONE, start);
    return start + MINUS_ONE.length;
  }
  let at = start;
  let rest = value;
  for (; rest >= 0x80; rest = Math.floor(rest / 0x80)) target[at++] = (rest % 0x80) | 0x80;
  target[at] = rest;
  return at + 1;
}

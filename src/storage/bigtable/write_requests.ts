import { freeWhole } from '../../large_buffers.js';
import { google } from '../../proto/gen/bigtable.js';
import { COLUMN, FAMILY, type KeyedRow, type RowMutation } from './table.js';
import { CELL } from './wire.js';

const v2 = google.bigtable.v2;

/** The server's own time. */
const SERVER_TIME = -1;

/** SetCell, but for its value. */
const SET_CELL = v2.Mutation.SetCell.encode({
  familyName: FAMILY,
  columnQualifier: Buffer.from(COLUMN),
  timestampMicros: SERVER_TIME,
}).finish();
const DELETE_ROW = v2.Mutation.encode({ deleteFromRow: {} }).finish();

/** Tags of the fields, each with a length after it: `src/proto/bigtable.proto`. */
const SET_CELL_VALUE = 0x22;
const MUTATION_SET_CELL = 0x0a;
const CHECK_ROW_KEY = 0x12;
const CHECK_FALSE_MUTATIONS = 0x2a;
const MUTATE_ENTRIES = 0x12;
const ENTRY_ROW_KEY = 0x0a;
const ENTRY_MUTATIONS = 0x12;

/** A serialized request that is written where it is wanted: what gRPC asks of a Buffer that it sends. */
export class WriteRequest {
  private frame: Buffer | undefined;

  /**
   * @param length in bytes
   * @param write writes it to `target`, from `start` on
   */
  constructor(
    readonly length: number,
    private write: ((target: Buffer, start: number) => void) | undefined,
  ) {}

  copy(target: Buffer, start: number): void {
    this.frame = target;
    // A call that has ended sends nothing; its rows may lie where another message's are by now.
    if (this.write === undefined) target.fill(0, start);
    else this.write(target, start);
  }

  /** The call has ended: the rows are not looked at any more. */
  end(): void {
    this.write = undefined;
  }

  /** Frees what was sent, where that is large: nobody may be sending it any more. */
  freeFrame(): void {
    if (this.frame !== undefined) freeWhole(this.frame);
    this.frame = undefined;
  }
}

/**
 * The serialized requests that write.
 *
 * Hot: each value is copied once, into the frame that gRPC sends. protobufjs grows its buffer to twice the value, moves the
 * value once for each message around it, and copies it out, before gRPC copies it again; and garbage is collected by the
 * bytes that were asked for. What is the same in each request it has written before.
 */
export class WriteRequests {
  private readonly checkHead: Uint8Array;
  private readonly mutateHead: Uint8Array;

  constructor(names: { readonly tableName: string; readonly appProfileId: string }) {
    this.checkHead = v2.CheckAndMutateRowRequest.encode({
      ...names,
      predicateFilter: CELL,
    }).finish();
    this.mutateHead = v2.MutateRowsRequest.encode(names).finish();
  }

  /** A CheckAndMutateRowRequest that sets the cell unless the row has one. */
  checkAndMutateRow(row: KeyedRow): WriteRequest {
    const head = this.checkHead;
    const mutation = mutationSize(row.value);
    return new WriteRequest(head.length + rowSize(row, mutation), (out, start) => {
      out.set(head, start);
      const at = start + head.length;
      writeRow(out, at, row, mutation, CHECK_ROW_KEY, CHECK_FALSE_MUTATIONS);
    });
  }

  /** A MutateRowsRequest. */
  mutateRows(rows: readonly RowMutation[]): WriteRequest {
    const head = this.mutateHead;
    let length = head.length;
    for (const row of rows) length += fieldSize(rowSize(row, mutationSize(row.value)));
    return new WriteRequest(length, (out, start) => {
      out.set(head, start);
      let at = start + head.length;
      for (const row of rows) {
        const mutation = mutationSize(row.value);
        at = writeHead(out, at, MUTATE_ENTRIES, rowSize(row, mutation));
        at = writeRow(out, at, row, mutation, ENTRY_ROW_KEY, ENTRY_MUTATIONS);
      }
    });
  }
}

/** Of the fields for a row's key and its mutation. */
function rowSize({ key }: RowMutation, mutation: number): number {
  return fieldSize(key.length) + fieldSize(mutation);
}

function writeRow(
  out: Buffer,
  start: number,
  { key, value }: RowMutation,
  mutation: number,
  keyTag: number,
  mutationTag: number,
): number {
  let at = writeHead(out, start, keyTag, key.length);
  at += out.write(key, at, 'latin1');
  at = writeHead(out, at, mutationTag, mutation);
  if (value === undefined) {
    out.set(DELETE_ROW, at);
    return at + DELETE_ROW.length;
  }
  at = writeHead(out, at, MUTATION_SET_CELL, setCellSize(value));
  out.set(SET_CELL, at);
  at = writeHead(out, at + SET_CELL.length, SET_CELL_VALUE, value.length);
  out.set(value, at);
  return at + value.length;
}

function mutationSize(value: Uint8Array | undefined): number {
  return value === undefined ? DELETE_ROW.length : fieldSize(setCellSize(value));
}

function setCellSize(value: Uint8Array): number {
  return SET_CELL.length + fieldSize(value.length);
}

/** Of a field with its tag, its length and so many bytes. */
function fieldSize(length: number): number {
  return 1 + varintSize(length) + length;
}

function varintSize(value: number): number {
  return value < 0x80 ? 1 : value < 0x4000 ? 2 : value < 0x200000 ? 3 : 4;
}

/** Writes tag and length, and returns the position after them. */
function writeHead(out: Buffer, start: number, tag: number, length: number): number {
  let at = start;
  out[at++] = tag;
  let rest = length;
  for (; rest >= 0x80; rest >>>= 7) out[at++] = (rest & 0x7f) | 0x80;
  out[at++] = rest;
  return at;
}

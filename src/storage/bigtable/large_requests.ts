import type { CallOptions, Metadata, ServiceError } from '@grpc/grpc-js';
import { freeWhole } from '../../common/buffer_pool.js';
import { COLUMN, FAMILY, type RowWrite } from './table.js';
import type { Cancellable, WriteStub } from './stub.js';

/** Tags of fields of google.bigtable.v2, each followed by its value's length, or, for the timestamp, by a varint. */
const CHECK_ROW_KEY = 0x12;
const CHECK_FALSE_MUTATIONS = 0x2a;
const MUTATE_ROW_KEY = 0x12;
const MUTATE_MUTATIONS = 0x1a;
const MUTATION_SET_CELL = 0x0a;
const SET_CELL_FAMILY = 0x0a;
const SET_CELL_COLUMN = 0x12;
const SET_CELL_TIMESTAMP = 0x18;
const SET_CELL_VALUE = 0x22;

/** A serialized request that is written where it is wanted: what gRPC asks of a Buffer that it sends. */
export class LargeRequest {
  private frame: Buffer | undefined;

  /** @param parts the request's bytes; undefined once the call has ended */
  constructor(
    readonly length: number,
    private parts: readonly Uint8Array[] | undefined,
  ) {}

  copy(target: Buffer, start: number): void {
    this.frame = target;
    // A call that has ended sends nothing; by now its row's memory may hold another message.
    if (this.parts === undefined) target.fill(0, start);
    let at = start;
    for (const part of this.parts ?? []) {
      target.set(part, at);
      at += part.length;
    }
  }

  /** Releases the row: the call has ended. */
  end(): void {
    this.parts = undefined;
  }

  /** Frees the frame that was sent; nothing may be sending it any more. */
  freeFrame(): void {
    if (this.frame !== undefined) freeWhole(this.frame);
    this.frame = undefined;
  }
}

/**
 * Serializes requests that write one large row.
 *
 * Hot: the value is copied once, into the frame that gRPC sends; protobufjs copies it once more, into memory that is then
 * left to the garbage collector, which runs by the bytes of buffers that were made (`docs/decisions/0007-bigtable-client.md`).
 */
export class LargeRequests {
  /**
   * @param checkHead a serialized CheckAndMutateRowRequest without its row
   * @param mutateHead a serialized MutateRowRequest without its row
   */
  constructor(
    private readonly checkHead: Uint8Array,
    private readonly mutateHead: Uint8Array,
  ) {}

  checkAndMutateRow(row: RowWrite): LargeRequest {
    return requestOf(this.checkHead, row, CHECK_ROW_KEY, CHECK_FALSE_MUTATIONS);
  }

  mutateRow(row: RowWrite): LargeRequest {
    return requestOf(this.mutateHead, row, MUTATE_ROW_KEY, MUTATE_MUTATIONS);
  }
}

/** Sends a request, and frees its frame when the row is written. */
export function sendLarge(
  stub: WriteStub,
  path: string,
  request: LargeRequest,
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
  // A stream of one message is the same on the wire as a single message: but of a stream, gRPC says when one is sent.
  const call = stub.makeClientStreamRequest(path, inPlace, ignore, metadata, options, end);
  call.write(request, (error: Error | null | undefined) => {
    sent = error === null || error === undefined;
  });
  call.end();
  return call;
}

// gRPC reads the length of a serialized message and has it copied into a frame: a Buffer would be one copy more.
const inPlace = (request: LargeRequest) => request as unknown as Buffer;
/** Answers to the writes of a row say nothing but that they are there. */
const ignore = () => undefined;

function requestOf(
  head: Uint8Array,
  { key, value, timestampMicros }: RowWrite,
  keyTag: number,
  mutationTag: number,
): LargeRequest {
  const rowKey = Buffer.from(key, 'latin1');
  const cell = Buffer.concat([
    field(SET_CELL_FAMILY, Buffer.from(FAMILY)),
    field(SET_CELL_COLUMN, Buffer.from(COLUMN)),
    Buffer.from([SET_CELL_TIMESTAMP, ...varint64(timestampMicros)]),
    fieldHead(SET_CELL_VALUE, value.length),
  ]);
  const setCell = fieldHead(MUTATION_SET_CELL, cell.length + value.length);
  const mutation = fieldHead(mutationTag, setCell.length + cell.length + value.length);
  const parts = [head, field(keyTag, rowKey), mutation, setCell, cell, value];
  const length = parts.reduce((sum, part) => sum + part.length, 0);
  return new LargeRequest(length, parts);
}

function field(tag: number, content: Uint8Array): Buffer {
  return Buffer.concat([fieldHead(tag, content.length), content]);
}

function fieldHead(tag: number, length: number): Buffer {
  return Buffer.from([tag, ...varint64(length)]);
}

/** A whole number, as an int64. */
function varint64(value: number): number[] {
  const bytes: number[] = [];
  let rest = BigInt.asUintN(64, BigInt(value));
  for (; rest >= 0x80n; rest >>= 7n) bytes.push(Number(rest & 0x7fn) | 0x80);
  bytes.push(Number(rest));
  return bytes;
}

import type {
  CallOptions,
  Client,
  Metadata,
  MethodDefinition,
  requestCallback,
} from '@grpc/grpc-js';

/** A call that is under way. */
export interface Cancellable {
  cancel(): void;
}

/** A method of one request and one answer, with its path and its serialization. */
type UnaryMethod = ((
  request: object,
  metadata: Metadata,
  options: CallOptions,
  callback: requestCallback<unknown>,
) => Cancellable) &
  Pick<MethodDefinition<object, unknown>, 'path' | 'requestSerialize'>;

/** A part of the answer of MutateRows: 64-bit numbers are strings. */
export interface MutateRowsPart {
  readonly entries: readonly {
    readonly index: string;
    readonly status: { readonly code: number; readonly message: string } | null;
  }[];
}

/**
 * All that is used of the gRPC stub inside the library's generated client: `test/storage/bigtable/stub.test.ts` holds the
 * library to it.
 */
export interface WriteStub extends Pick<
  Client,
  'makeClientStreamRequest' | 'makeBidiStreamRequest'
> {
  readonly checkAndMutateRow: UnaryMethod;
  readonly mutateRow: UnaryMethod;
  readonly mutateRows: Pick<
    MethodDefinition<object, MutateRowsPart>,
    'path' | 'requestSerialize' | 'responseDeserialize'
  >;
}

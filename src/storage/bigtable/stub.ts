import type { Client, MethodDefinition } from '@grpc/grpc-js';

/** A call that is under way. */
export interface Cancellable {
  cancel(): void;
}

/** Where a method is called, and how its requests are serialized. */
type Method<Answer> = Pick<
  MethodDefinition<object, Answer>,
  'path' | 'requestSerialize' | 'responseDeserialize'
>;

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
  'makeUnaryRequest' | 'makeClientStreamRequest' | 'makeBidiStreamRequest'
> {
  readonly checkAndMutateRow: Method<unknown>;
  readonly mutateRow: Method<unknown>;
  readonly mutateRows: Method<MutateRowsPart>;
}

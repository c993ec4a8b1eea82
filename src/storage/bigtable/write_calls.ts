import type { CallOptions, ClientReadableStream, Metadata, ServiceError } from '@grpc/grpc-js';
import { LARGE_BYTES } from '../../common/buffer_pool.js';
import { LargeRequests, sendLarge, sendRows } from './large_requests.js';
import type { Cancellable, MutateRowsPart, WriteStub } from './stub.js';
import { COLUMN, FAMILY, type RowWrite } from './table.js';

/** Names of a table and an app profile, as every request has them. */
export interface RequestNames {
  readonly tableName: string;
  readonly appProfileId: string;
}

type Done = (error: ServiceError | null) => void;

const COLUMN_BYTES = Buffer.from(COLUMN);

/** Matches where the row has the cell: the one filter that names a column and is no regular expression. */
const HAS_CELL = {
  columnRangeFilter: {
    familyName: FAMILY,
    startQualifierClosed: COLUMN_BYTES,
    endQualifierClosed: COLUMN_BYTES,
  },
};

/** The calls that write rows: no call is repeated here, and none is logged. */
export class WriteCalls {
  private readonly large: LargeRequests;

  /** @param metadata what every call carries */
  constructor(
    private readonly stub: WriteStub,
    private readonly names: RequestNames,
    private readonly metadata: Metadata,
  ) {
    this.large = new LargeRequests({
      checkAndMutateRow: stub.checkAndMutateRow.requestSerialize({
        ...names,
        predicateFilter: HAS_CELL,
      }),
      mutateRow: stub.mutateRow.requestSerialize(names),
      mutateRows: stub.mutateRows.requestSerialize(names),
    });
  }

  /** CheckAndMutateRow: sets the cell of a row, unless it has one. */
  checkAndMutateRow(row: RowWrite, options: CallOptions, done: Done): Cancellable {
    const { stub, names, metadata } = this;
    if (row.value.length >= LARGE_BYTES) {
      const request = this.large.checkAndMutateRow(row);
      return sendLarge(stub, stub.checkAndMutateRow.path, request, metadata, options, done);
    }
    const falseMutations = [setCell(row)];
    const request = { ...names, rowKey: keyBytes(row), predicateFilter: HAS_CELL, falseMutations };
    return stub.checkAndMutateRow(request, metadata, options, done);
  }

  /** MutateRow: sets the cell of a row. */
  mutateRow(row: RowWrite, options: CallOptions, done: Done): Cancellable {
    const { stub, names, metadata } = this;
    if (row.value.length >= LARGE_BYTES) {
      const request = this.large.mutateRow(row);
      return sendLarge(stub, stub.mutateRow.path, request, metadata, options, done);
    }
    const request = { ...names, rowKey: keyBytes(row), mutations: [setCell(row)] };
    return stub.mutateRow(request, metadata, options, done);
  }

  /** MutateRows: sets the cells of rows, each with a status of its own. */
  mutateRows(
    rows: readonly RowWrite[],
    options: CallOptions,
  ): ClientReadableStream<MutateRowsPart> {
    return sendRows(this.stub, this.large.mutateRows(rows), this.metadata, options);
  }
}

/** Keys are bytes; latin1 keeps any. */
function keyBytes({ key }: RowWrite): Buffer {
  return Buffer.from(key, 'latin1');
}

function setCell({ value, timestampMicros }: RowWrite) {
  return {
    setCell: { familyName: FAMILY, columnQualifier: COLUMN_BYTES, timestampMicros, value },
  };
}

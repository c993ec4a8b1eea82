import type { CallOptions, ClientReadableStream, Metadata, ServiceError } from '@grpc/grpc-js';
import { RowRequests, sendRow, sendRows } from './row_requests.js';
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
  private readonly requests: RowRequests;

  /** @param metadata what every call carries */
  constructor(
    private readonly stub: WriteStub,
    names: RequestNames,
    private readonly metadata: Metadata,
  ) {
    this.requests = new RowRequests({
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
    const { stub, metadata } = this;
    const request = this.requests.checkAndMutateRow(row);
    return sendRow(stub, stub.checkAndMutateRow.path, request, metadata, options, done);
  }

  /** MutateRow: sets the cell of a row. */
  mutateRow(row: RowWrite, options: CallOptions, done: Done): Cancellable {
    const { stub, metadata } = this;
    const request = this.requests.mutateRow(row);
    return sendRow(stub, stub.mutateRow.path, request, metadata, options, done);
  }

  /** MutateRows: sets the cells of rows, each with a status of its own. */
  mutateRows(
    rows: readonly RowWrite[],
    options: CallOptions,
  ): ClientReadableStream<MutateRowsPart> {
    return sendRows(this.stub, this.requests.mutateRows(rows), this.metadata, options);
  }
}

import { google } from '@google-cloud/bigtable/build/protos/protos.js';
import { type RowRequest, RowRequests } from '../../../src/storage/bigtable/row_requests.js';
import { COLUMN, FAMILY, type RowWrite } from '../../../src/storage/bigtable/table.js';
import { randomInt } from 'node:crypto';
import { Random } from '../../../src/testing/random.js';

const { CheckAndMutateRowRequest, MutateRowRequest, MutateRowsRequest } = google.bigtable.v2;

const NAMES = { tableName: 'projects/p/instances/i/tables/t', appProfileId: 'collector' };
const FILTER = { predicateFilter: { cellsPerColumnLimitFilter: 1 } };
const requests = new RowRequests({
  checkAndMutateRow: CheckAndMutateRowRequest.encode({ ...NAMES, ...FILTER }).finish(),
  mutateRow: MutateRowRequest.encode(NAMES).finish(),
  mutateRows: MutateRowsRequest.encode(NAMES).finish(),
});

/** Where a length, or that of a message around it, takes a byte more; and the largest row. */
const EDGES = [0, 0x80, 0x4000, 0x200000];
const LARGEST = 10 * 1024 * 1024;

const TIMES = [-1, 0, 1000, 2 ** 31 * 1000, 1_700_000_000_123_000, 253_402_300_799_999_000];

/** As protobufjs writes them, with the types of the package. */
function plainCheckAndMutateRow(row: RowWrite): Uint8Array {
  const falseMutations = [mutationOf(row)];
  const rowKey = Buffer.from(row.key, 'latin1');
  return CheckAndMutateRowRequest.encode({ ...NAMES, ...FILTER, rowKey, falseMutations }).finish();
}

function plainMutateRow(row: RowWrite): Uint8Array {
  const rowKey = Buffer.from(row.key, 'latin1');
  return MutateRowRequest.encode({ ...NAMES, rowKey, mutations: [mutationOf(row)] }).finish();
}

function plainMutateRows(rows: readonly RowWrite[]): Uint8Array {
  const entries = rows.map((row) => {
    return { rowKey: Buffer.from(row.key, 'latin1'), mutations: [mutationOf(row)] };
  });
  return MutateRowsRequest.encode({ ...NAMES, entries }).finish();
}

function mutationOf({ value, timestampMicros }: RowWrite) {
  const columnQualifier = Buffer.from(COLUMN);
  return { setCell: { familyName: FAMILY, columnQualifier, timestampMicros, value } };
}

/** The request's bytes, from behind others as in a frame of gRPC. */
function bytesOf(request: RowRequest): Buffer {
  const frame = Buffer.alloc(5 + request.length, 0xff);
  request.copy(frame, 5);
  expect(frame.subarray(0, 5)).toEqual(Buffer.alloc(5, 0xff));
  return frame.subarray(5);
}

/** Fields may come in any order: what is read of both is compared. */
function expectSame(row: RowWrite): void {
  const check = CheckAndMutateRowRequest.decode(bytesOf(requests.checkAndMutateRow(row)));
  const again = CheckAndMutateRowRequest.encode(check).finish();
  expect(Buffer.compare(again, plainCheckAndMutateRow(row))).toBe(0);
  const mutate = MutateRowRequest.decode(bytesOf(requests.mutateRow(row)));
  expect(Buffer.compare(MutateRowRequest.encode(mutate).finish(), plainMutateRow(row))).toBe(0);
  expectSameRows([row]);
}

function expectSameRows(rows: readonly RowWrite[]): void {
  const many = MutateRowsRequest.decode(bytesOf(requests.mutateRows(rows)));
  expect(Buffer.compare(MutateRowsRequest.encode(many).finish(), plainMutateRows(rows))).toBe(0);
}

test('row requests: a call that has ended: its bytes hold nothing of the row', () => {
  const row = { key: 'key', value: Buffer.from('a log of some message'), timestampMicros: 1000 };
  const ended = [
    requests.checkAndMutateRow(row),
    requests.mutateRow(row),
    requests.mutateRows([row, row]),
  ];
  for (const request of ended) {
    request.end();
    expect(bytesOf(request)).toEqual(Buffer.alloc(request.length));
  }
});

const seed = randomInt(2 ** 32);

describe(`large requests: the same bytes as protobufjs, SEED=${seed}`, () => {
  const sizes = EDGES.flatMap((edge) =>
    Array.from({ length: 50 }, (_, at) => Math.max(0, edge - 25 + at)),
  );

  test.each([...new Set(sizes), LARGEST])('a value of %i bytes', (size) => {
    expectSame({ key: 'key', value: Buffer.alloc(size, size), timestampMicros: -1 });
  });

  test.each(TIMES)('a timestamp of %i microseconds', (timestampMicros) => {
    expectSame({ key: 'key', value: Buffer.from('value'), timestampMicros });
  });

  test('any number of rows', () => {
    const random = new Random(seed);
    for (let round = 0; round < 100; round++) {
      const rows = Array.from({ length: random.below(101) }, () => ({
        key: random.bytes(1 + random.below(200)).toString('latin1'),
        value: random.bytes(random.below(400)),
        timestampMicros: random.oneIn(2) ? -1 : random.below(2 ** 31) * 1000,
      }));
      expectSameRows(rows);
    }
  });

  test('any keys, values and timestamps', () => {
    const random = new Random(seed);
    for (let round = 0; round < 500; round++) {
      const key = random.bytes(1 + random.below(200)).toString('latin1');
      const value = random.bytes(random.below(400));
      expectSame({ key, value, timestampMicros: random.below(2 ** 31) * 1000 });
    }
  });
});

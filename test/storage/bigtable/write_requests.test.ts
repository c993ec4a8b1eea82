import { randomInt } from 'node:crypto';
import { google } from '../../../src/proto/gen/bigtable.js';
import { COLUMN, FAMILY, type RowMutation } from '../../../src/storage/bigtable/table.js';
import { CELL } from '../../../src/storage/bigtable/wire.js';
import { type WriteRequest, WriteRequests } from '../../../src/storage/bigtable/write_requests.js';
import { Random } from '../../random.js';

const { CheckAndMutateRowRequest, MutateRowsRequest } = google.bigtable.v2;

const NAMES = { tableName: 'projects/p/instances/i/tables/t', appProfileId: 'collector' };
const requests = new WriteRequests(NAMES);

/** Where a length, or that of a message around it, takes a byte more; and the largest row. */
const EDGES = [0, 0x80, 0x4000, 0x200000];
const LARGEST = 10 * 1024 * 1024;

function mutationOf(value: Uint8Array | undefined) {
  if (value === undefined) return { deleteFromRow: {} };
  const columnQualifier = Buffer.from(COLUMN);
  return { setCell: { familyName: FAMILY, columnQualifier, timestampMicros: -1, value } };
}

/** As protobufjs writes it. */
function plainMutateRows(rows: readonly RowMutation[]): Uint8Array {
  const entries = rows.map(({ key, value }) => ({
    rowKey: Buffer.from(key, 'latin1'),
    mutations: [mutationOf(value)],
  }));
  return MutateRowsRequest.encode({ ...NAMES, entries }).finish();
}

function plainCheckAndMutateRow(key: string, value: Uint8Array): Uint8Array {
  return CheckAndMutateRowRequest.encode({
    ...NAMES,
    rowKey: Buffer.from(key, 'latin1'),
    predicateFilter: CELL,
    falseMutations: [mutationOf(value)],
  }).finish();
}

/** The request's bytes, from behind others as in a frame of gRPC. */
function bytesOf(request: WriteRequest): Buffer {
  const frame = Buffer.alloc(5 + request.length, 0xff);
  request.copy(frame, 5);
  expect(frame.subarray(0, 5)).toEqual(Buffer.alloc(5, 0xff));
  return frame.subarray(5);
}

/** Fields may come in any order, and an empty one may be left out: what is read of both is compared. */
function expectSameCheck(key: string, value: Uint8Array): void {
  const own = bytesOf(requests.checkAndMutateRow({ key, value }));
  const plain = plainCheckAndMutateRow(key, value);
  const read = CheckAndMutateRowRequest.decode(own);
  expect(Buffer.compare(CheckAndMutateRowRequest.encode(read).finish(), plain)).toBe(0);
}

function expectSameRows(rows: readonly RowMutation[]): void {
  const own = bytesOf(requests.mutateRows(rows));
  const plain = plainMutateRows(rows);
  const read = MutateRowsRequest.decode(own);
  expect(Buffer.compare(MutateRowsRequest.encode(read).finish(), plain)).toBe(0);
}

test('a request whose call has ended is written without its rows', () => {
  const value = Buffer.from('a log of some message');
  for (const request of [
    requests.checkAndMutateRow({ key: 'key', value }),
    requests.mutateRows([{ key: 'key', value }]),
  ]) {
    request.end();
    expect(bytesOf(request)).toEqual(Buffer.alloc(request.length));
  }
});

const seed = randomInt(2 ** 32);

describe(`requests that write are those that protobufjs writes, SEED=${seed}`, () => {
  const sizes = EDGES.flatMap((edge) =>
    Array.from({ length: 50 }, (_, at) => Math.max(0, edge - 25 + at)),
  );

  test.each([...new Set(sizes), LARGEST])('with a value of %i bytes', (size) => {
    const value = Buffer.alloc(size, size);
    expectSameCheck('key', value);
    expectSameRows([{ key: 'key', value }]);
  });

  test('with any keys and values, and with rows to delete between them', () => {
    const random = new Random(seed);
    const rows = () =>
      Array.from({ length: random.below(30) }, (): RowMutation => {
        const key = random.bytes(random.below(200)).toString('latin1');
        const value = random.bytes(random.below(400));
        return random.oneIn(4) ? { key } : { key, value };
      });
    for (let round = 0; round < 200; round++) {
      const some = rows();
      expectSameRows(some);
      for (const { key, value } of some) if (value !== undefined) expectSameCheck(key, value);
    }
  });
});

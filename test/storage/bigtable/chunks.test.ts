import { type CellChunk, ChunkReader } from '../../../src/storage/bigtable/chunks.js';
import { RpcError } from '../../../src/storage/bigtable/rpc_error.js';

type Piece = [key: string, value: string, valueSize: number, rowStatus?: CellChunk['rowStatus']];

function read(pieces: readonly Piece[]): string[] {
  const reader = new ChunkReader();
  const rows: string[] = [];
  for (const [key, value, valueSize, rowStatus] of pieces) {
    const chunk = { rowKey: Buffer.from(key), value: Buffer.from(value), valueSize };
    const row = reader.push(rowStatus === undefined ? chunk : { ...chunk, rowStatus });
    if (row !== undefined) rows.push(`${row.key}=${Buffer.from(row.value).toString()}`);
  }
  reader.end();
  return rows;
}

describe('rows are put together from the chunks of ReadRows', () => {
  const cases: [string, Piece[], string[]][] = [
    ['no chunk is no row', [], []],
    ['a chunk is a row', [['a', 'one', 0, 'commitRow']], ['a=one']],
    ['a row may have no value', [['a', '', 0, 'commitRow']], ['a=']],
    [
      'a cell comes in pieces',
      [
        ['a', 'on', 3],
        ['', 'e', 0, 'commitRow'],
        ['b', 'two', 0, 'commitRow'],
      ],
      ['a=one', 'b=two'],
    ],
    [
      'the end of a row comes by itself',
      [
        ['a', 'one', 0],
        ['', '', 0, 'commitRow'],
      ],
      ['a=one'],
    ],
    [
      'what came of a row is dropped by a reset',
      [
        ['a', 'wro', 5],
        ['', '', 0, 'resetRow'],
        ['a', 'one', 0, 'commitRow'],
      ],
      ['a=one'],
    ],
  ];
  test.each(cases)('%s', (_, pieces, rows) => {
    expect(read(pieces)).toEqual(rows);
  });

  const broken: [string, Piece[]][] = [
    ['a row without a key', [['', 'one', 0, 'commitRow']]],
    ['a row that is cut short', [['a', 'one', 0]]],
    ['a cell that is cut short', [['a', 'one', 9, 'commitRow']]],
    [
      'a row within another one',
      [
        ['a', 'one', 0],
        ['b', 'two', 0, 'commitRow'],
      ],
    ],
  ];
  test.each(broken)('%s is refused', (_, pieces) => {
    expect(() => read(pieces)).toThrow(RpcError);
  });
});

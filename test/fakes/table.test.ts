import { RpcError } from '../../src/storage/bigtable/rpc_error.js';
import { failing, FakeTable, type TableFault } from './table.js';

const OPTIONS = { signal: undefined, timeoutMs: 1000 };
const ALL = { start: '', end: '~' };
const error = new RpcError('Unavailable', 'told to fail');

function row(key: string, text = key) {
  return { key, value: Buffer.from(text), timestampMicros: 1000 };
}

async function contents(table: FakeTable): Promise<string[]> {
  const found: string[] = [];
  for await (const { key, value } of table.readRows(ALL, false, OPTIONS)) {
    found.push(`${key}=${Buffer.from(value).toString()}`);
  }
  return found;
}

/** Writes four rows, and returns those that are settled, and how. */
async function setFour(table: FakeTable) {
  const settled: string[] = [];
  const rows = ['a', 'b', 'c', 'd'].map((key) => row(key));
  const call = table.setRows(rows, OPTIONS, (index, failure) => {
    settled.push(`${index} ${failure?.status ?? 'OK'}`);
  });
  const thrown: unknown = await call.catch((caught: unknown) => caught);
  return { settled, thrown };
}

describe.each([
  ['in memory', () => new FakeTable()],
  ['over another table', () => new FakeTable({}, new FakeTable())],
])('the fake table %s', (_where, open) => {
  test('writes, reads in the order of keys, and deletes', async () => {
    const table = open();
    await table.setRow(row('b'), OPTIONS);
    await table.putRow(row('a'), OPTIONS);
    expect((await setFour(table)).settled).toEqual(['0 OK', '1 OK', '2 OK', '3 OK']);
    await table.deleteRows(['c'], OPTIONS);
    expect(await contents(table)).toEqual(['a=a', 'b=b', 'd=d']);
    expect(table.calls).toEqual(['setRow', 'putRow', 'setRows', 'deleteRows', 'readRows']);
  });

  test('keeps a row that is there on putRow, and overwrites it on setRow', async () => {
    const table = open();
    await table.putRow(row('a', 'first'), OPTIONS);
    await table.putRow(row('a', 'second'), OPTIONS);
    expect(await contents(table)).toEqual(['a=first']);
    await table.setRow(row('a', 'third'), OPTIONS);
    expect(await contents(table)).toEqual(['a=third']);
  });

  test('does not change what it keeps when the memory of a row is used again', async () => {
    const table = open();
    const written = row('a');
    await table.setRow(written, OPTIONS);
    written.value.fill('x');
    expect(await contents(table)).toEqual(['a=a']);
  });
});

describe('a failing call of the fake table', () => {
  test.each<[TableFault['when'], string[], string[]]>([
    ['before', [], []],
    ['midway', ['0 OK', '1 OK', '2 Unavailable', '3 Unavailable'], ['a=a', 'b=b']],
    ['after', [], ['a=a', 'b=b', 'c=c', 'd=d']],
  ])('%s its effect: settles and stores what it says', async (when, settled, stored) => {
    const table = new FakeTable(
      failing((method) => (method === 'setRows' ? { when, error } : undefined)),
    );
    expect(await setFour(table)).toEqual({
      settled,
      thrown: when === 'midway' ? undefined : error,
    });
    expect(await contents(table)).toEqual(stored);
  });

  test('that reads or deletes rejects, and leaves the rows', async () => {
    let away = true;
    const table = new FakeTable(failing(() => (away ? { when: 'before', error } : undefined)));
    await expect(contents(table)).rejects.toBe(error);
    await expect(table.deleteRows(['a'], OPTIONS)).rejects.toBe(error);
    await expect(table.putRow(row('a'), OPTIONS)).rejects.toBe(error);
    away = false;
    expect(await contents(table)).toEqual([]);
  });
});

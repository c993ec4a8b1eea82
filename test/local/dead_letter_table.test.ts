import { randomBytes } from 'node:crypto';
import { DeadLetterTable } from '../../src/local/dead_letter_table.js';
import { type Environment, openEnvironment } from '../../src/local/environment.js';
import { temporaryFolder } from '../e2e/function.js';

const { signal } = new AbortController();
const LIMITS = { messages: 3, bytes: 1000, ageMs: 60_000 };

let folder: ReturnType<typeof temporaryFolder>;
let environment: Environment;
let nowMs: number;
let table: DeadLetterTable;

beforeEach(() => {
  folder = temporaryFolder();
  environment = openEnvironment(folder.path);
  nowMs = 1_700_000_000_000;
  table = openTable();
});

afterEach(async () => {
  await environment.close();
  folder.remove();
});

function openTable(): DeadLetterTable {
  const times = { latestMs: () => nowMs++, confirmedMs: () => nowMs };
  return new DeadLetterTable(environment, LIMITS, times);
}

function put(data: string | Buffer, code = 'BAD_FRAME'): Promise<string> {
  const attributes = { 'logdog-code': code };
  return table.put({ data: Buffer.from(data), attributes }, signal);
}

function kept(): string[] {
  return [...table.entries()].map((entry) => Buffer.from(table.read(entry)!).toString());
}

describe('the local store`s refused messages', () => {
  test('are kept byte for byte, with what is known of them, the oldest first', async () => {
    const bytes = randomBytes(500);
    const said = await put(bytes);
    await put('second', 'BAD_ZLIB');
    const [first, second] = [...table.entries()];
    expect(said).toBe(`kept in DATA_DIR as ${first!.id}`);
    expect(Buffer.from(table.read(first!)!).equals(bytes)).toBe(true);
    expect(first).toMatchObject({ bytes: 500, attributes: { 'logdog-code': 'BAD_FRAME' } });
    expect(second).toMatchObject({ bytes: 6, attributes: { 'logdog-code': 'BAD_ZLIB' } });
    expect(second!.refusedAtMs).toBeGreaterThan(first!.refusedAtMs);
  });

  test('two at once, the second while the transaction of the first has not begun: both are kept', async () => {
    const first = put('one');
    for (let turn = 0; turn < 10; turn++) await Promise.resolve();
    // The transaction has been asked for, and begins when this turn of the event loop has ended.
    await new Promise(setImmediate);
    const two = { data: Buffer.from('two'), attributes: { 'logdog-code': 'BAD_FRAME' } };
    await Promise.all([first, openTable().put(two, signal)]);
    expect(kept().sort()).toEqual(['one', 'two']);
  }, 10_000);

  test('are there for another process, which may remove them', async () => {
    await put('one');
    await put('two');
    const other = new DeadLetterTable(environment);
    const [first] = [...other.entries()];
    await other.remove(first!);
    expect(kept()).toEqual(['two']);
    expect(table.read(first!)).toBeUndefined();
  });

  test('are kept once, however often they come', async () => {
    for (const data of ['one', 'two', 'one']) await put(data);
    expect(kept()).toEqual(['two', 'one']);
  });

  test('are found by the beginning of their ids, where that is enough', async () => {
    await put('one');
    await put('two');
    const { id } = [...table.entries()][0]!;
    expect(table.find(id)?.id).toBe(id);
    expect(table.find(id.slice(0, 6))?.id).toBe(id);
    for (const none of ['', 'x', `${id}0`]) expect(table.find(none)).toBeUndefined();
  });

  test.each<[string, () => Promise<void>, string[]]>([
    [
      'messages',
      async () => {
        for (const data of ['1', '2', '3', '4']) await put(data);
      },
      ['2', '3', '4'],
    ],
    [
      'bytes',
      async () => {
        for (const data of ['a', 'b', 'c']) await put(data.repeat(400));
      },
      ['b'.repeat(400), 'c'.repeat(400)],
    ],
    [
      'age',
      async () => {
        await put('old');
        nowMs += LIMITS.ageMs + 1;
        await put('new');
      },
      ['new'],
    ],
  ])('past the bound of %s drop the oldest', async (_name, fill, left) => {
    await fill();
    expect(kept()).toEqual(left);
  });

  test('stay bounded whatever comes at once', async () => {
    await Promise.all(Array.from({ length: 50 }, (_, at) => put(`${at}`)));
    expect(kept()).toHaveLength(LIMITS.messages);
  });

  test('of no bytes are kept too', async () => {
    await put('');
    expect(kept()).toEqual(['']);
  });
});

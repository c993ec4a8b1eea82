import { resolve } from 'node:path';
import type { TableName } from '../../src/storage/bigtable/grpc_table.js';
import { describeOnEmulator, type Emulator } from '../e2e/emulator.js';
import { readByCbt } from './cbt.js';
import { isMessageLine, type MessageLine, readLines } from './line.js';
import { differences } from './observation.js';
import { GoldenFunction, type Pushed, wantsOf, WARM_UP_KEY } from './through_function.js';

const DATA = resolve(__dirname, '../../../test/golden/data');

async function allLines(): Promise<MessageLine[]> {
  const lines: MessageLine[] = [];
  for (const name of ['process.jsonl.gz', 'butler.jsonl.gz']) {
    for await (const text of readLines(resolve(DATA, name))) {
      const line: unknown = JSON.parse(text);
      if (isMessageLine(line)) lines.push(line);
    }
  }
  return lines;
}

/** Pushes lines to a function for each way of starting it that they want: to the one that most want, and beside it to the others. */
async function pushAll(
  emulator: Emulator,
  table: TableName,
  lines: readonly MessageLine[],
): Promise<Pushed[]> {
  const [most, ...others] = byWants(lines).sort((one, other) => other.length - one.length);
  const pushed: Pushed[] = [];
  const pushEach = async (groups: readonly MessageLine[][]) => {
    for (const group of groups) {
      const func = await GoldenFunction.start(emulator, table, wantsOf(group[0]!));
      try {
        for (const line of group) pushed.push(await func.push(line));
      } finally {
        await func.stop();
      }
    }
  };
  await Promise.all([pushEach([most!]), pushEach(others)]);
  return pushed;
}

/** Lines that want the same. */
function byWants(lines: readonly MessageLine[]): MessageLine[][] {
  const groups = new Map<string, MessageLine[]>();
  for (const line of lines) {
    const wants = JSON.stringify(wantsOf(line));
    const group = groups.get(wants) ?? [];
    groups.set(wants, group);
    group.push(line);
  }
  return [...groups.values()];
}

/** What lies in the table and should not, or not so, and what does not lie there. */
function wrongRows(
  rows: ReadonlyMap<string, readonly Buffer[]>,
  pushed: readonly Pushed[],
): string[] {
  const left = new Map(rows);
  left.delete(WARM_UP_KEY);
  const wrong: string[] = [];
  for (const { name, expected, planted } of pushed) {
    const found = new Map<string, Buffer>();
    for (const { key } of expected.rows) {
      const versions = left.get(key) ?? [];
      if (versions.length > 1) wrong.push(`${name}: ${key} has ${versions.length} versions`);
      if (versions[0] !== undefined) found.set(key, versions[0]);
      left.delete(key);
    }
    const observed = { outcome: expected.outcome, calls: expected.calls, rows: found };
    wrong.push(...differences(expected, observed).map((text) => `${name}: ${text}`));
    for (const key of planted) {
      const kept = left.get(key)?.map(String);
      if (kept?.join() !== 'other') wrong.push(`${name}: ${key} was there, and was changed`);
      left.delete(key);
    }
  }
  return [...wrong, ...[...left.keys()].map((key) => `${key}: of no line`)];
}

describeOnEmulator('the golden messages, stored through the function', (emulator) => {
  test('have `cbt read` give exactly the keys and values of the reference, but for the departures', async () => {
    const lines = await allLines();
    expect(lines.length).toBe(911);
    const table = await emulator().createTable();
    const pushed = await pushAll(emulator(), table, lines);
    const found = pushed.flatMap(({ name, differences }) =>
      differences.map((text) => `${name}: ${text}`),
    );
    expect(found).toEqual([]);
    expect(wrongRows(await readByCbt(table), pushed)).toEqual([]);
  }, 400_000);
});

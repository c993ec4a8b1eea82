import { resolve } from 'node:path';
import { COLLECTOR_DEPARTURES } from './departures.js';
import { isMessageLine, type MessageLine, readLines } from './line.js';
import { observe, runMessageLine } from './message_line.js';
import { predict } from './model.js';
import { differences, expectedOf } from './observation.js';

const DATA = resolve(__dirname, '../../../test/golden/data');

async function linesOf(name: string): Promise<MessageLine[]> {
  const lines: MessageLine[] = [];
  for await (const text of readLines(resolve(DATA, name))) {
    const line: unknown = JSON.parse(text);
    if (isMessageLine(line)) lines.push(line);
  }
  return lines;
}

function messageOf(line: MessageLine): Buffer {
  return Buffer.from(line.message, 'base64');
}

const FILES = [
  { file: 'process.jsonl.gz', lines: 900, departures: { 1: 10, 2: 14, 4: 6, 7: 220 } },
  { file: 'butler.jsonl.gz', lines: 11, departures: {} },
];

describe.each(FILES)('$file', ({ file, lines: count, departures }) => {
  let lines: MessageLine[];
  beforeAll(async () => {
    lines = await linesOf(file);
  });

  test('has the Collector do what the reference did, but for the departures', async () => {
    const found: string[] = [];
    const used: Record<number, number> = {};
    for (const line of lines) {
      const outcome = await runMessageLine(line);
      found.push(...outcome.differences.map((difference) => `${outcome.name}: ${difference}`));
      for (const departure of outcome.departures) used[departure] = (used[departure] ?? 0) + 1;
    }
    expect(lines).toHaveLength(count);
    expect(found).toEqual([]);
    expect(used).toEqual(departures);
  });

  test('has the plain model, without departures, say what the reference did', () => {
    const found = lines.flatMap((line) => {
      const predicted = predict(messageOf(line), line.script ?? {}, new Set());
      return differences(expectedOf(line.expect), predicted).map((text) => `${line.name}: ${text}`);
    });
    expect(found).toEqual([]);
  });

  test('has the Collector tell of every entry what the plain model says', async () => {
    for (const { name, script = {}, ...line } of lines) {
      const message = Buffer.from(line.message, 'base64');
      const { entries } = predict(message, script, new Set(COLLECTOR_DEPARTURES));
      const observed = await observe(message, script);
      expect({ name, entries: observed.entries }).toEqual({ name, entries });
    }
  });
});

describe('a golden run reports', () => {
  let plain: MessageLine;
  let departing: MessageLine;
  beforeAll(async () => {
    const lines = await linesOf('process.jsonl.gz');
    plain = lines.find(
      ({ script, expect }) =>
        script === undefined &&
        expect.outcome === 'success' &&
        expect.calls.length > 1 &&
        expect.rows.length > 1 &&
        expect.rows[0]?.value !== undefined,
    )!;
    departing = lines.find(
      ({ script, expect }) => script?.putCode === 'Unavailable' && expect.calls.length > 1,
    )!;
  });

  function altered(line: MessageLine, expect: Partial<MessageLine['expect']>): MessageLine {
    return { ...line, expect: { ...line.expect, ...expect } };
  }

  test('another outcome', async () => {
    const { differences } = await runMessageLine(altered(plain, { outcome: 'failure' }));
    expect(differences).toEqual(['outcome: expected failure, got success']);
  });

  test('a call that is missing, and one that is not expected', async () => {
    const [first, second, ...others] = plain.expect.calls;
    const calls = [first!, { ...second!, terminalIndex: '77' }, ...others];
    const { differences } = await runMessageLine(altered(plain, { calls }));
    expect(differences).toEqual([
      expect.stringMatching(/^call not expected: /),
      expect.stringMatching(/^call missing: .*"77"/),
    ]);
  });

  test('a descriptor with another unknown field', async () => {
    const [first, ...others] = plain.expect.calls;
    const desc = Buffer.concat([Buffer.from(first!.desc!, 'base64'), Buffer.from('780a', 'hex')]);
    const calls = [{ ...first!, desc: desc.toString('base64') }, ...others];
    const { differences } = await runMessageLine(altered(plain, { calls }));
    expect(differences).toHaveLength(2);
  });

  test('a row with another key', async () => {
    const [first, ...others] = plain.expect.rows;
    const rows = [{ ...first!, key: `${first!.key}0` }, ...others];
    const { differences } = await runMessageLine(altered(plain, { rows }));
    expect(differences).toEqual([
      expect.stringMatching(/: not expected$/),
      expect.stringMatching(/0: missing$/),
    ]);
  });

  test.each([true, false])('a row with another log, canonical %s', async (canonical) => {
    const [first, ...others] = plain.expect.rows;
    const value = Buffer.from(first!.value!, 'base64');
    value[value.length - 1]! ^= 1;
    const rows = [{ ...first!, value: value.toString('base64') }, ...others];
    const { differences } = await runMessageLine(altered(plain, { rows, canonical }));
    expect(differences).toEqual([expect.stringMatching(/: another value$/)]);
  });

  test.each([true, false])('a large row with another hash, canonical %s', async (canonical) => {
    const [first, ...others] = plain.expect.rows;
    const { key, value } = first!;
    const { length: bytes } = Buffer.from(value!, 'base64');
    const rows = [{ key, bytes, sha256: '00'.repeat(32) }, ...others];
    const { differences } = await runMessageLine(altered(plain, { rows, canonical }));
    expect(differences).toEqual([expect.stringMatching(/: another value$/)]);
  });

  test('a line that says something else than the reference, where a departure applies', async () => {
    const { differences } = await runMessageLine(altered(departing, { calls: [] }));
    expect(differences).not.toEqual([]);
  });
});

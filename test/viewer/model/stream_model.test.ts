import { StreamModel } from '../../../src/viewer/page/model/stream_model.js';
import { unitBytes } from '../../../src/viewer/page/model/units.js';
import { BINARY, DATAGRAM, TEXT } from '../../../src/viewer/wire.js';
import { Random } from '../../../src/testing/random.js';
import { madeLog, MadePages, type MadeLog } from './pages.js';

function fail(error: unknown): void {
  throw error;
}

function modelOf(pages: MadePages): StreamModel {
  return new StreamModel(pages, () => undefined, fail);
}

interface MadeText {
  readonly lines: string[];
  readonly logs: MadeLog[];
}

/** Random lines, packed into logs as a Butler packs them: some lines go over several logs. */
function madeText(random: Random, count: number, numbers: 'right' | 'zero'): MadeText {
  const lines: string[] = [];
  const logs: MadeLog[] = [];
  let parts: { value: Buffer; delimiter: string }[] = [];
  let first = 0;
  const endLog = (at: number) => {
    if (parts.length === 0) return;
    const sequence = numbers === 'right' ? first : 0;
    logs.push(madeLog({ streamIndex: logs.length, sequence, text: { lines: parts } }));
    parts = [];
    first = at;
  };
  for (let line = 0; line < count; line++) {
    const text = `${line} ${'x'.repeat(random.between(0, random.between(0, 20) === 0 ? 5000 : 60))}`;
    lines.push(text);
    let rest = Buffer.from(text);
    while (random.between(0, 9) === 0 && rest.length > 1) {
      const cut = random.between(1, rest.length - 1);
      parts.push({ value: rest.subarray(0, cut), delimiter: '' });
      endLog(line);
      rest = rest.subarray(cut);
    }
    const last = line === count - 1 && random.between(0, 1) === 0;
    parts.push({ value: rest, delimiter: last ? '' : '\n' });
    if (random.between(0, 3) === 0) endLog(line + 1);
  }
  endLog(count);
  return { lines, logs };
}

async function textOf(model: StreamModel, line: number): Promise<string | undefined> {
  await model.ensure(line, line + 1);
  const unit = model.units.find(line);
  return unit && Buffer.from(unitBytes(unit)).toString();
}

async function counted(model: StreamModel): Promise<void> {
  while (model.counted !== undefined) await new Promise((resolve) => setImmediate(resolve));
}

describe('stream model: lines', () => {
  test.each([
    ['right sequences', 'right'],
    ['sequences of zero', 'zero'],
  ] as const)('with %s, every line is found in any order', async (_name, numbers) => {
    for (let seed = 1; seed <= 3; seed++) {
      const random = new Random(seed);
      const { lines, logs } = madeText(random, 20_000, numbers);
      const pages = new MadePages(TEXT);
      pages.add(...logs);
      const model = modelOf(pages);
      await model.open();
      await counted(model);
      expect(model.total).toBe(lines.length);
      for (let look = 0; look < 200; look++) {
        // Also where the first page ends.
        const line = random.between(0, look % 2 === 0 ? lines.length - 1 : 9000);
        expect([seed, line, await textOf(model, line)]).toEqual([seed, line, lines[line]]);
      }
      model.close();
    }
  });

  test('the last line of a long stream is found with few requests', async () => {
    const { lines, logs } = madeText(new Random(5), 200_000, 'right');
    const pages = new MadePages(TEXT);
    pages.add(...logs);
    const model = modelOf(pages);
    await model.open();
    pages.requests = 0;
    expect(await textOf(model, lines.length - 1)).toBe(lines.at(-1));
    expect(pages.requests).toBeLessThanOrEqual(4);
    pages.requests = 0;
    expect(await textOf(model, 123_456)).toBe(lines[123_456]);
    expect(pages.requests).toBeLessThanOrEqual(8);
  });

  test('logs that come later are followed, wherever their lines begin and end', async () => {
    for (let seed = 1; seed <= 30; seed++) {
      const random = new Random(seed);
      const { lines, logs } = madeText(random, 500, seed % 2 === 0 ? 'right' : 'zero');
      const pages = new MadePages(TEXT);
      const model = modelOf(pages);
      await model.open();
      for (let at = 0; at < logs.length;) {
        const more = random.between(1, 20);
        pages.add(...logs.slice(at, at + more));
        at += more;
        await model.poll();
        await counted(model);
        await model.poll();
        if (random.between(0, 1) === 0) await textOf(model, model.total - 1);
      }
      expect([seed, model.total]).toEqual([seed, lines.length]);
      for (const [line, text] of lines.entries()) {
        expect([seed, line, await textOf(model, line)]).toEqual([seed, line, text]);
      }
    }
  });

  test('logs that are missing are a gap with the lines that they held, until they come', async () => {
    const { lines, logs } = madeText(new Random(9), 3000, 'right');
    const missing = logs.slice(100, 140);
    const pages = new MadePages(TEXT);
    pages.add(...logs.slice(0, 100), ...logs.slice(140));
    pages.terminalIndex = logs.length - 1;
    const model = modelOf(pages);
    await model.open();
    expect(model.total).toBe(lines.length);
    await model.ensure(0, model.total);
    expect(model.units.gaps).toHaveLength(1);
    const [gap] = model.units.gaps;
    expect(gap).toMatchObject({ fromIndex: 100, toIndex: 139 });
    expect(model.units.find(gap!.first)).toBeUndefined();
    expect(model.units.gapAt(gap!.first)).toBe(gap);
    expect(await textOf(model, gap!.first - 2)).toBe(lines[gap!.first - 2]);
    expect(await textOf(model, gap!.end + 1)).toBe(lines[gap!.end + 1]);
    pages.add(...missing);
    await model.poll();
    expect(model.units.gaps).toEqual([]);
    for (const [line, text] of lines.entries()) expect(await textOf(model, line)).toBe(text);
  });

  test('several gaps, also at the beginning, leave all other lines where they are', async () => {
    const { lines, logs } = madeText(new Random(10), 2000, 'right');
    const kept = logs.filter(({ index }) => index % 50 > 7);
    const pages = new MadePages(TEXT);
    pages.add(...kept);
    const model = modelOf(pages);
    await model.open();
    await model.ensure(0, model.total);
    expect(model.units.gaps[0]).toMatchObject({ fromIndex: 0, toIndex: 7, first: 0 });
    expect(model.units.gaps.length).toBeGreaterThan(5);
    let seen = 0;
    for (const [line, text] of lines.entries()) {
      const shown = await textOf(model, line);
      if (shown === text) seen++;
      // A line of which a part is missing.
      else if (shown !== undefined) expect(text).toContain(shown);
    }
    expect(seen).toBeGreaterThan(lines.length * 0.7);
  });

  test('a stream without logs has no lines', async () => {
    const model = modelOf(new MadePages(TEXT));
    await model.open();
    expect([model.total, model.lastIndex, model.terminalIndex]).toEqual([0, -1, undefined]);
  });

  test('a line past the limit is cut, and says how much is left out', async () => {
    const part = Buffer.alloc(1024 * 1024, 'a');
    const pages = new MadePages(TEXT);
    for (let index = 0; index < 6; index++) {
      const delimiter = index === 5 ? '\n' : '';
      pages.add(madeLog({ streamIndex: index, text: { lines: [{ value: part, delimiter }] } }));
    }
    const lines = [{ value: Buffer.from('next'), delimiter: '\n' }];
    pages.add(madeLog({ streamIndex: 6, sequence: 1, text: { lines } }));
    const model = modelOf(pages);
    await model.open();
    await model.ensure(0, 2);
    expect(model.units.find(0)).toMatchObject({ size: 4 * 1024 * 1024, leftOut: 2 * 1024 * 1024 });
    expect(await textOf(model, 1)).toBe('next');
  });
});

describe('stream model: binary data and datagrams', () => {
  test('bytes are found by their offsets', async () => {
    const random = new Random(3);
    const pieces = Array.from({ length: 2000 }, () =>
      Buffer.alloc(random.between(1, 900), random.uint32() & 0xff),
    );
    const all = Buffer.concat(pieces);
    const pages = new MadePages(BINARY);
    let offset = 0;
    for (const [index, data] of pieces.entries()) {
      pages.add(madeLog({ streamIndex: index, sequence: offset, binary: { data } }));
      offset += data.length;
    }
    const model = modelOf(pages);
    await model.open();
    expect(model.total).toBe(all.length);
    for (let look = 0; look < 200; look++) {
      const at = random.between(0, all.length - 1);
      await model.ensure(at, at + 1);
      expect(model.units.bytes(at)?.[0]).toBe(all[at]);
    }
  });

  test('a datagram that came in parts is shown as one', async () => {
    const pages = new MadePages(DATAGRAM);
    const parts = ['{"a":', '1', '}'].map((text) => Buffer.from(text));
    for (const [index, data] of parts.entries()) {
      const partial = { index, size: 7, last: index === 2 };
      pages.add(madeLog({ streamIndex: index, datagram: { data, partial } }));
    }
    pages.add(madeLog({ streamIndex: 3, sequence: 1, datagram: { data: Buffer.from('whole') } }));
    const model = modelOf(pages);
    await model.open();
    expect(model.total).toBe(2);
    expect(await textOf(model, 0)).toBe('{"a":1}');
    expect(await textOf(model, 1)).toBe('whole');
  });
});

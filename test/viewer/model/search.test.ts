import { FoundLines, MAX_FOUND } from '../../../src/viewer/page/model/found_lines.js';
import { Searcher } from '../../../src/viewer/page/model/searcher.js';
import { TEXT } from '../../../src/viewer/wire.js';
import { madeLog, MadePages } from './pages.js';

function textLog(index: number, sequence: number, ...parts: [text: string, ends: boolean][]) {
  const lines = parts.map(([text, ends]) => ({
    value: Buffer.from(text),
    delimiter: ends ? '\n' : '',
  }));
  return madeLog({ streamIndex: index, sequence, text: { lines } });
}

async function search(pages: MadePages, needle: string): Promise<[number[], number]> {
  const searcher = new Searcher(pages, needle, true);
  const found: number[] = [];
  for (let more = true; more;) {
    const step = await searcher.step();
    found.push(...step.found);
    more = step.more;
  }
  return [found, searcher.searched];
}

describe('viewer: search', () => {
  const pages = new MadePages(TEXT);
  pages.add(
    textLog(0, 0, ['first line', true], ['an ERR\u001b[31mOR\u001b[0m here', true]),
    textLog(1, 2, ['over two l', false]),
    textLog(2, 2, ['ogs', true], ['größe Ä', true]),
    textLog(4, 10, ['behind a gap: error', true], ['not ended error', false]),
  );

  test.each([
    ['a word in another case, across styles', 'Error', [1, 10, 11]],
    ['words across the boundary of two logs', 'two logs', [2]],
    ['a letter outside ASCII in another case', 'ä', [3]],
    ['a word that is not there', 'nothing', []],
    ['text that only an escape sequence has', '[31m', []],
  ])('%s: finds exactly the lines that show it', async (_name, needle, lines) => {
    expect(await search(pages, needle)).toEqual([lines, 11]);
  });

  test('a stream that grows: the search goes on with the new logs, and reports each line once', async () => {
    const growing = new MadePages(TEXT);
    growing.add(textLog(0, 0, ['one', true], ['tw', false]));
    const searcher = new Searcher(growing, 'w', true);
    expect([...(await searcher.step()).found, ...(await searcher.step()).found]).toEqual([1]);
    growing.add(textLog(1, 1, ['o w', true], ['w', true]));
    expect([...(await searcher.step()).found, ...(await searcher.step()).found]).toEqual([2]);
    expect(searcher.searched).toBe(3);
  });
});

describe('viewer: found lines', () => {
  test('the next and the previous line are found from any line', () => {
    const found = new FoundLines();
    found.add(Uint32Array.from([3, 5]));
    found.add(Uint32Array.from([9]));
    expect([2, 3, 5, 9].map((line) => found.after(line))).toEqual([3, 5, 9, undefined]);
    expect([3, 4, 9, 10].map((line) => found.before(line))).toEqual([undefined, 3, 5, 9]);
    expect([found.after(-1), found.before(Infinity), found.countUpTo(5)]).toEqual([3, 9, 2]);
  });

  test('lines past the limit are not kept', () => {
    const found = new FoundLines();
    found.add(new Uint32Array(MAX_FOUND));
    expect(found.full).toBe(true);
    found.add(Uint32Array.from([1]));
    expect(found.size).toBe(MAX_FOUND);
  });
});

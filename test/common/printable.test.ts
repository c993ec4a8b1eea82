import { printable, printableJson, printableLines } from '../../src/common/printable.js';

const CASES: [name: string, text: string, shown: string][] = [
  ['an escape sequence', '\u001b[31mred', String.raw`\u001b[31mred`],
  ['line ends', 'a\nb\r\u0085\u2028\u2029', String.raw`a\u000ab\u000d\u0085\u2028\u2029`],
  ['a NUL and a DEL', '\0\u007f', String.raw`\u0000\u007f`],
  ['an escape sequence of one byte', '\u009b2J', String.raw`\u009b2J`],
  ['marks that turn the direction', '\u202egpj.exe\u2066', String.raw`\u202egpj.exe\u2066`],
  ['characters without a width', 'a\u200bb\ufeff\u00ad', String.raw`a\u200bb\ufeff\u00ad`],
  ['tags, of two units', '\u{e0041}', String.raw`\udb40\udc41`],
  ['half of a pair', '\ud800x', String.raw`\ud800x`],
];

describe('a text that is printable', () => {
  test.each(CASES)('spells %s', (_name, text, shown) => {
    expect(printable(text)).toBe(shown);
  });

  test.each(CASES)('spells %s in JSON too, which still reads as it was', (_name, text) => {
    const json = printableJson({ [text]: text });
    expect(printable(json)).toBe(json);
    expect(JSON.parse(json)).toEqual({ [text]: text });
  });

  test('keeps what can be read, and in lines their ends', () => {
    expect(printable('grüße, 日本, 🙂 \\')).toBe('grüße, 日本, 🙂 \\');
    expect(printableLines('a\n\tb\n')).toBe('a\n\\u0009b\n');
  });
});

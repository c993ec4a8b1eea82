import { TerminalText } from '../../src/cli/terminal_text.js';

/** What is shown of some pieces of a stream. */
function show(...pieces: (string | Uint8Array)[]): string {
  const text = new TerminalText();
  return pieces.map((piece) => text.write(Buffer.from(piece))).join('') + text.end();
}

/** The same text, cut in every place. */
function cuts(text: string): Uint8Array[][] {
  const bytes = Buffer.from(text);
  return Array.from(bytes, (_, at) => [bytes.subarray(0, at), bytes.subarray(at)]);
}

/** Whatever a terminal obeys beside SGR, line feeds and tabs. */
const OBEYED = /(?!\n|\t)[\p{Cc}\p{Zl}\p{Zp}\u061c\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/u;
const ESC = '\u001b';
const SGR = new RegExp(`${ESC}\\[[\\d;:]*m`, 'g');

const HARMFUL: [name: string, text: string][] = [
  ['OSC 52, which writes the clipboard', `${ESC}]52;c;ZXZpbA==\u0007`],
  ['OSC 52, ended by ST', `${ESC}]52;c;ZXZpbA==${ESC}\\`],
  ['OSC 8, a link', `${ESC}]8;;http://evil/${ESC}\\good${ESC}]8;;${ESC}\\`],
  ['OSC 0, a title', `${ESC}]0;title\u0007`],
  ['a cleared screen', `${ESC}[2J${ESC}[H`],
  ['a moved cursor', `${ESC}[1A${ESC}[1G${ESC}[10;10H`],
  ['an erased line that no carriage return begins anew', `a${ESC}[Kb${ESC}[2Kc`],
  ['the alternate screen', `${ESC}[?1049h`],
  ['a question that the terminal answers', `${ESC}[6n${ESC}[c${ESC}[>c${ESC}[21t`],
  ['keys that are reported in another way', `${ESC}[>4;2m${ESC}[?4m`],
  ['a private mode that ends as a style does', `${ESC}[?1m${ESC}[<1m${ESC}[=1m`],
  ['intermediates before the m', `${ESC}[1 m${ESC}[!m${ESC}["m`],
  ['DCS', `${ESC}P$q"p${ESC}\\`],
  ['APC', `${ESC}_Gf=100;AAAA${ESC}\\`],
  ['PM', `${ESC}^private${ESC}\\`],
  ['SOS', `${ESC}Xstring${ESC}\\`],
  ['a reset', `${ESC}c`],
  ['another character set', `${ESC}(0${ESC}%G\u000e\u000f`],
  ['a saved and restored cursor', `${ESC}7${ESC}8`],
  ['a C1 CSI', '\u009b2J'],
  ['a style by a C1 CSI', '\u009b31m'],
  ['a C1 OSC', '\u009d52;c;ZXZpbA==\u009c'],
  ['every C1', Array.from({ length: 32 }, (_, at) => String.fromCharCode(0x80 + at)).join('')],
  ['NUL, BEL, BS, VT, FF and DEL', 'a\0\u0007\u0008\u000b\u000c\u007f'],
  ['bidirectional embeddings and overrides', '\u202a\u202b\u202c\u202d\u202eevil'],
  ['bidirectional isolates', '\u2066\u2067\u2068\u2069'],
  ['bidirectional marks', '\u200e\u200f\u061c'],
  ['characters without a width', '\u200b\u2060\ufeff\u00ad'],
  ['other line ends', '\u0085\u2028\u2029'],
  ['a style that is too long', `${ESC}[${'1;'.repeat(100)}m`],
  ['an escape at the end', `a${ESC}`],
  ['an unfinished style at the end', `a${ESC}[3`],
];

describe('on a terminal', () => {
  test.each(HARMFUL)('is spelled, wherever it is cut: %s', (_name, text) => {
    const whole = show(`before ${text} after\n`);
    expect(whole.replace(SGR, '')).not.toMatch(OBEYED);
    expect(whole).toMatch(/^before .*\\u[0-9a-f]{4}.* after\n$/);
    for (const pieces of cuts(`before ${text} after\n`)) expect(show(...pieces)).toBe(whole);
    expect(show(text)).not.toMatch(OBEYED);
  });

  test('is the replacement character: a byte that is no UTF-8', () => {
    expect(show(Buffer.from('a\x9b31mb\xff', 'latin1'))).toBe('a\ufffd31mb\ufffd\n');
  });

  test.each([
    ['plain text', 'plain\n'],
    ['tabs', 'a\tb\n'],
    [
      'letters of other scripts, with joiners',
      'h\u00e9llo \u65e5\u672c \u0646\u0645\u06cc\u200c\u062e \u{1f468}\u200d\u{1f469}\n',
    ],
    ['a colour', `${ESC}[31mred${ESC}[0m\n`],
    ['a colour of many', `${ESC}[38;5;208morange${ESC}[48:2::1:2:3mx${ESC}[m\n`],
  ])('passes: %s', (_name, text) => {
    expect(show(text)).toBe(text);
    for (const pieces of cuts(text)) expect(show(...pieces)).toBe(text);
  });

  test.each([
    ['that is reset', `${ESC}[31mred${ESC}[0m`, `${ESC}[31mred${ESC}[0m\n`],
    ['that goes on', `${ESC}[31mred`, `${ESC}[31mred${ESC}[0m\n`],
    ['that goes on after a line', `${ESC}[1;31mred\n`, `${ESC}[1;31mred\n${ESC}[0m`],
    ['that follows a reset', `${ESC}[0;31mred`, `${ESC}[0;31mred${ESC}[0m\n`],
  ])('ends at the end: a style %s', (_name, text, shown) => {
    expect(show(text)).toBe(shown);
  });
});

describe('a carriage return', () => {
  test.each([
    ['that ends a line, shows it', 'a\r\nb\r\n', 'a\nb\n'],
    ['overwrites what is before it', '10%\r20%\r100%\n', '100%\n'],
    ['at the end of a line, overwrites nothing', '10%\r100%\r\n', '100%\n'],
    ['several times, counts once', 'a\r\r\rb\r\r\n', 'b\n'],
    ['at the end of the stream, overwrites nothing', 'done\r', 'done\n'],
    ['overwrites with less, too', 'downloading\rdone\n', 'done\n'],
    ['with an erasure, overwrites', `10%\r${ESC}[Kdone\n`, 'done\n'],
    ['with an erasure alone, leaves an empty line', `10%\r${ESC}[2K\n`, '\n'],
    [
      'keeps the style that was set before it',
      `${ESC}[31m10%\r20%\n`,
      `${ESC}[0m${ESC}[31m20%\n${ESC}[0m`,
    ],
    [
      'keeps that a style was reset before it',
      `${ESC}[31m1\n${ESC}[0m2\r3\n`,
      `${ESC}[31m1\n${ESC}[0m3\n`,
    ],
    ['cannot hide an escape', `${ESC}]0;x\u0007\rgood\n`, 'good\n'],
    ['leaves the line before it', 'first\nsecond\rthird\n', 'first\nthird\n'],
  ])('%s', (_rule, text, shown) => {
    expect(show(text)).toBe(shown);
    for (const pieces of cuts(text)) expect(show(...pieces)).toBe(shown);
  });

  test('overwrites what is shown already', () => {
    const text = new TerminalText();
    expect(text.write(Buffer.from('10%'))).toBe('');
    expect(text.flush()).toBe('10%');
    expect(text.write(Buffer.from('\r20%')) + text.flush()).toBe(`\r${ESC}[K20%`);
    expect(text.write(Buffer.from('\r\n'))).toBe('\n');
  });

  test('has the time put before the line anew', () => {
    const text = new TerminalText();
    expect(text.write(Buffer.from('1%\r2%'), '10:00| ')).toBe('');
    expect(text.flush()).toBe('10:00| 2%');
    expect(text.write(Buffer.from('\r3%\n'), '10:01| ')).toBe(`\r${ESC}[K10:01| 3%\n`);
  });
});

test('the time before a line has no style of the line before it', () => {
  const text = new TerminalText();
  const shown = text.write(Buffer.from(`${ESC}[31ma\nb\n`), '10:00| ') + text.end();
  const prefixed = `${ESC}[0m10:00| ${ESC}[31m`;
  expect(shown).toBe(`${prefixed}a\n${prefixed}b\n${ESC}[0m`);
});

test.each([
  ['carriage returns', '\r'],
  ['escapes', ESC],
  ['styles', `${ESC}[1m`],
  ['beginnings of styles', `${ESC}[1;`],
  ['letters without an end', 'a'],
])('a megabyte of %s takes linear time, and is not kept as a whole', (_what, text) => {
  const terminal = new TerminalText();
  const bytes = Buffer.from(text.repeat(Math.ceil(2 ** 20 / text.length)));
  const start = performance.now();
  for (let at = 0; at < bytes.length; at += 4096) terminal.write(bytes.subarray(at, at + 4096));
  expect(performance.now() - start).toBeLessThan(5000);
  expect(terminal.end().length).toBeLessThan(1_000_000);
});

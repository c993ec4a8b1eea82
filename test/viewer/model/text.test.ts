import { hexRow, imageType } from '../../../src/viewer/page/model/hex.js';
import { indentJson } from '../../../src/viewer/page/model/json_text.js';
import { formatHash, parseHash } from '../../../src/viewer/page/model/line_range.js';
import { applySgr, PLAIN, readable } from '../../../src/viewer/page/model/sgr.js';
import {
  BLOCK_CHARS,
  blocksOf,
  markFound,
  type Span,
  spansOf,
} from '../../../src/viewer/page/model/spans.js';
import { durationText, sizeText, timeText } from '../../../src/viewer/page/model/times.js';
import { decodeUtf8, invalidByte } from '../../../src/viewer/page/model/utf8.js';

const ESC = '\u001b';

function shown(bytes: string | Uint8Array): string[] {
  return spansOf(Buffer.from(bytes)).map(({ text, named }) =>
    named === undefined ? text : `<${text}>`,
  );
}

describe('viewer: a line of text', () => {
  test.each([
    ['plain text is shown as it is', 'plain text', ['plain text']],
    ['markup stays text', '<script>alert(1)</script>', ['<script>alert(1)</script>']],
    ['a tab stays a tab', 'a\tb', ['a\tb']],
    ['styles are cut out', `a${ESC}[31mb${ESC}[0mc`, ['a', 'b', 'c']],
    ['an escape sequence that is no style is shown', `${ESC}[2Jx`, ['<ESC>', '[2Jx']],
    [
      'a link by OSC 8 is shown',
      `${ESC}]8;;http://e/\u0007x`,
      ['<ESC>', ']8;;http://e/', '<BEL>', 'x'],
    ],
    [
      'the clipboard by OSC 52 is shown',
      `${ESC}]52;c;eA==\u0007`,
      ['<ESC>', ']52;c;eA==', '<BEL>'],
    ],
    ['a CSI of C1 is shown', '\u009b31mx', ['<U+009B>', '31mx']],
    ['a bidirectional override is shown', 'a\u202eb', ['a', '<U+202E>', 'b']],
    ['an isolate is shown', '\u2066x\u2069', ['<U+2066>', 'x', '<U+2069>']],
    ['characters without a width are shown', 'a\u200b\ufeffb', ['a', '<U+200B>', '<U+FEFF>', 'b']],
    ['a byte order mark at the start is shown', '\ufeffx', ['<U+FEFF>', 'x']],
    ['tag characters are shown', '\u{e0041}', ['<U+E0041>']],
    [
      'line ends other than a line feed are shown',
      'a\u2028b\rc',
      ['a', '<U+2028>', 'b', '<CR>', 'c'],
    ],
    ['null and delete are shown', '\u0000\u007f', ['<NUL>', '<DEL>']],
  ])('%s', (_name, text, spans) => {
    expect(shown(text)).toEqual(spans);
  });

  test('every control character of C0 and C1 but the tab has a name', () => {
    for (let code = 0; code <= 0x9f; code++) {
      if (code === 9 || (code >= 0x20 && code < 0x7f)) continue;
      const spans = spansOf(Buffer.from(`a${String.fromCharCode(code)}b`));
      expect([code, spans.map(({ named }) => named !== undefined)]).toEqual([
        code,
        [false, true, false],
      ]);
    }
  });

  test.each([
    ['a byte alone', [0x61, 0xff, 0x62], ['a', '<\\xFF>', 'b']],
    ['a character that is cut', [0xe2, 0x82], ['<\\xE2>', '<\\x82>']],
    ['an overlong form', [0xc0, 0xaf], ['<\\xC0>', '<\\xAF>']],
    ['half of a pair', [0xed, 0xa0, 0x80], ['<\\xED>', '<\\xA0>', '<\\x80>']],
    ['past Unicode', [0xf4, 0x90, 0x80, 0x80], ['<\\xF4>', '<\\x90>', '<\\x80>', '<\\x80>']],
    ['a whole character among them', [0xff, 0xe2, 0x82, 0xac], ['<\\xFF>', '€']],
  ])('broken UTF-8 is shown byte by byte: %s', (_name, bytes, spans) => {
    expect(shown(Uint8Array.from(bytes))).toEqual(spans);
  });

  test('whatever bytes come, each is decoded, or stands for itself', () => {
    const wrong: number[][] = [];
    for (let first = 0; first < 256; first++) {
      for (let second = 0; second < 256; second += 3) {
        const bytes = Buffer.from([first, second, 0x41]);
        const back = Array.from(decodeUtf8(bytes)).flatMap((character) => {
          const byte = invalidByte(character.charCodeAt(0));
          return byte === undefined ? [...Buffer.from(character)] : [byte];
        });
        if (!Buffer.from(back).equals(bytes)) wrong.push([first, second]);
      }
    }
    expect(wrong).toEqual([]);
  });

  test('a long line comes in blocks, which split no surrogate pair', () => {
    const text = `${'x'.repeat(BLOCK_CHARS - 1)}😀${'y'.repeat(10_000)}`;
    const blocks = blocksOf([{ text, style: PLAIN }]);
    expect(blocks.map((spans) => spans.map((span) => span.text).join('')).join('')).toBe(text);
    expect(blocks[0]).toEqual([{ text: 'x'.repeat(BLOCK_CHARS - 1), style: PLAIN }]);
    expect(blocks).toHaveLength(4);
  });
});

describe('viewer: styles', () => {
  test.each([
    ['0', PLAIN],
    ['', PLAIN],
    ['1;31', { bold: true, color: 1 }],
    ['97;44', { color: 15, background: 4 }],
    ['38;5;208', { color: 208 }],
    ['48;2;1;2;255', { background: '#0102ff' }],
    ['38:2:1:2:3', { color: '#010203' }],
    ['38;5', PLAIN],
    ['38;5;999', PLAIN],
    ['38;2;1;2', PLAIN],
    ['8', PLAIN],
    ['5', PLAIN],
    ['1;0;4', { underline: true }],
    ['99999999999999999999', PLAIN],
  ])('the SGR parameters %j, applied to plain text, lead to %j', (parameters, style) => {
    expect(applySgr(PLAIN, parameters)).toEqual(style);
  });

  test('a colour that cannot be read on its background is moved until it can', () => {
    expect(readable('#000000', '#0f1318')).not.toBe('#000000');
    expect(readable('#ffffff', '#ffffff')).not.toBe('#ffffff');
    expect(readable('#ffffff', '#000000')).toBe('#ffffff');
  });
});

describe('viewer: what a search found', () => {
  const text = (spans: readonly Span[]) =>
    spans.map((span) => (span.found === true ? `[${span.text}]` : span.text)).join('|');

  test.each([
    ['a match in one style', 'an Error here', 'error', 'an |[Error]| here'],
    ['two matches', 'aXaXa', 'x', 'a|[X]|a|[X]|a'],
    ['a match across styles', `er${ESC}[31mror`, 'error', '[er]|[ror]'],
    ['no match', 'abc', 'x', 'abc'],
    ['a match beside a control character', 'a\u0007b', 'b', 'a|BEL|[b]'],
    ['a match in the name of a control character alone', '\u0007', 'bel', 'BEL'],
  ])('%s: marks just the text that matches', (_name, line, needle, marked) => {
    expect(text(markFound(spansOf(Buffer.from(line)), needle))).toBe(marked);
  });
});

describe('viewer: JSON', () => {
  test.each([
    ['{"a":1,"b":[1,2],"c":{}}', '{\n  "a": 1,\n  "b": [\n    1,\n    2\n  ],\n  "c": {}\n}'],
    ['[12345678901234567890]', '[\n  12345678901234567890\n]'],
    ['{"a":"},{\\"[]"}', '{\n  "a": "},{\\"[]"\n}'],
    [' [ ] ', '[]'],
    ['"text"', undefined],
    ['{"a":', undefined],
    ['not json', undefined],
  ])(
    'the text %s is indented to %j, undefined where it is no whole object or list',
    (json, indented) => {
      expect(indentJson(json)).toBe(indented);
    },
  );

  test('a text that nests deeply is indented to a bounded multiple of its size', () => {
    const deep = `${'['.repeat(3000)}${']'.repeat(3000)}`;
    expect(indentJson(deep)!.length).toBeLessThan(deep.length * 110);
  });
});

describe('viewer: binary data', () => {
  test('a row of a dump has its offset, its bytes in hex, and the printable characters', () => {
    const [offset, hex, looks] = hexRow(32, Buffer.from('Hi\n<b>'));
    expect([offset, hex.trim(), looks]).toEqual(['00000020', '48 69 0a 3c 62 3e', 'Hi·<b>']);
  });

  test.each([
    ['image/png', '89504e470d0a1a0a00'],
    ['image/jpeg', 'ffd8ffe0'],
    ['image/gif', '474946383961'],
    ['image/webp', '524946460000000057454250'],
    [undefined, Buffer.from('<svg xmlns="http://www.w3.org/2000/svg">').toString('hex')],
    [undefined, Buffer.from('<html>').toString('hex')],
    [undefined, '8950'],
    [undefined, ''],
  ])('%s (undefined: none) is the image type of data that begins with %s', (type, hex) => {
    expect(imageType(Buffer.from(hex, 'hex'))).toBe(type);
  });
});

describe('viewer: links and times', () => {
  test.each([
    ['#L120', { first: 120, last: 120 }],
    ['#L120-L130', { first: 120, last: 130 }],
    ['#L130-L120', { first: 120, last: 130 }],
    ['#L120-130', { first: 120, last: 130 }],
    ['#L0', undefined],
    ['#L', undefined],
    ['#Lx', undefined],
    ['', undefined],
  ])('the hash "%s" of a link selects the lines %j', (hash, range) => {
    expect(parseHash(hash)).toEqual(range);
  });

  test('a range of lines is written in the form that is read', () => {
    expect(formatHash({ first: 3, last: 3 })).toBe('#L3');
    expect(formatHash({ first: 3, last: 9 })).toBe('#L3-L9');
  });

  test('a time is shown not at all, in UTC or since the start; an invalid one as "?"', () => {
    const started = Date.UTC(2024, 0, 1, 23, 59, 59, 500);
    expect(timeText('off', started, 1000)).toBe('');
    expect(timeText('utc', started, 1000)).toBe('00:00:00.500');
    expect(timeText('since', started, 3_723_004)).toBe('+1:02:03.004');
    expect(timeText('utc', 1e18, 0)).toBe('?');
  });

  test('durations and sizes are shown in their largest unit', () => {
    expect([0, 999, 1000, 61_000, 7_200_000].map(durationText)).toEqual([
      'a moment',
      'a moment',
      '1 s',
      '1 min',
      '2 h',
    ]);
    expect([999, 1400, 53_208, 2_000_000].map(sizeText)).toEqual([
      '999 B',
      '1.4 kB',
      '53 kB',
      '2.0 MB',
    ]);
  });
});

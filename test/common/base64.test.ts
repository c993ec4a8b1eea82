import { randomBytes, randomInt } from 'node:crypto';
import { decodeBase64 } from '../../src/common/base64.js';

describe('base64', () => {
  test.each([
    ['', ''],
    ['standard', '+/+/'],
    ['URL-safe', '-_-_'],
    ['mixed', '+_-/'],
    ['with two signs of padding', 'QQ=='],
    ['with one sign of padding', 'QUI='],
    ['without padding', 'QUI'],
  ])('is decoded: %s', (_name, text) => {
    expect(decodeBase64(text)).toEqual(Buffer.from(text, 'base64'));
  });

  test.each([
    ['a single digit', 'Q'],
    ['one digit too many', 'QUJDQ'],
    ['a blank', 'QU JD'],
    ['a line break', 'QUJD\nQUJD'],
    ['a line break at the end', 'QUJD\n'],
    ['too little padding', 'QQ='],
    ['too much padding', 'QUI=='],
    ['padding only', '===='],
    ['padding in the middle', 'QQ==QUJD'],
    ['a sign that is no digit', 'QUJ*'],
    ['a letter whose low byte is a digit', '\u0141QUJ'],
    ['a letter of Latin-1', 'QUJ\u00e9'],
    ['a character beyond the BMP', 'QU\u{1f600}'],
  ])('is refused with %s', (_name, text) => {
    expect(decodeBase64(text)).toBeUndefined();
  });

  test('decodes any bytes that were encoded, standard and URL-safe, with and without padding', () => {
    for (let size = 0; size < 200; size++) {
      const bytes = randomBytes(size);
      const standard = bytes.toString('base64');
      for (const text of [standard, standard.replace(/=+$/, ''), bytes.toString('base64url')]) {
        expect(decodeBase64(text)?.equals(bytes)).toBe(true);
      }
    }
  });

  test('is refused with a character that is no digit, at any position', () => {
    for (let size = 1; size < 200; size++) {
      const text = randomBytes(size).toString('base64url');
      const at = randomInt(text.length);
      expect(decodeBase64(`${text.slice(0, at)}!${text.slice(at + 1)}`)).toBeUndefined();
    }
  });
});

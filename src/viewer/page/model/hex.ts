export const ROW_BYTES = 16;

/** Returns a row of a dump: where it is, its bytes, and what they look like. */
export function hexRow(offset: number, bytes: Uint8Array): readonly [string, string, string] {
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0'));
  const half = ROW_BYTES / 2;
  const shown = `${hex.slice(0, half).join(' ')}  ${hex.slice(half).join(' ')}`;
  const looks = Array.from(bytes, (byte) =>
    byte >= 0x20 && byte < 0x7f ? String.fromCharCode(byte) : '·',
  ).join('');
  return [offset.toString(16).padStart(8, '0'), shown.padEnd(ROW_BYTES * 3), looks];
}

/** What images begin with; a question mark is any byte. */
const IMAGES: readonly (readonly [type: string, magic: string])[] = [
  ['image/png', '\x89PNG\r\n\x1a\n'],
  ['image/jpeg', '\xff\xd8\xff'],
  ['image/gif', 'GIF87a'],
  ['image/gif', 'GIF89a'],
  ['image/webp', 'RIFF????WEBP'],
  ['image/avif', '????ftypavif'],
  ['image/bmp', 'BM????\0\0\0\0'],
];

/** Returns the type of an image by its first bytes; undefined for everything else. SVG is none: it can hold scripts. */
export function imageType(bytes: Uint8Array): string | undefined {
  const begins = (magic: string) =>
    bytes.length >= magic.length &&
    Array.from(magic).every((char, at) => char === '?' || char.charCodeAt(0) === bytes[at]);
  return IMAGES.find(([, magic]) => begins(magic))?.[0];
}

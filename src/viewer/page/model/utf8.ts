/** Bytes that are no UTF-8 stand in a decoded text as U+DC00 and the byte: valid text has none of these. */
const INVALID_BASE = 0xdc00;

const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** Decodes UTF-8; each byte that belongs to no character becomes a character of its own from U+DC80 to U+DCFF. */
export function decodeUtf8(bytes: Uint8Array): string {
  try {
    return strict.decode(bytes);
  } catch {
    return decodeBroken(bytes);
  }
}

/** Returns the byte that stands for itself in a decoded text; undefined for a character. */
export function invalidByte(code: number): number | undefined {
  return code >= INVALID_BASE + 0x80 && code <= INVALID_BASE + 0xff
    ? code - INVALID_BASE
    : undefined;
}

function decodeBroken(bytes: Uint8Array): string {
  const pieces: string[] = [];
  let start = 0;
  for (let at = 0; at < bytes.length;) {
    const length = sequenceLength(bytes, at);
    if (length > 0) {
      at += length;
      continue;
    }
    pieces.push(strict.decode(bytes.subarray(start, at)));
    pieces.push(String.fromCharCode(INVALID_BASE + bytes[at]!));
    start = ++at;
  }
  pieces.push(strict.decode(bytes.subarray(start)));
  return pieces.join('');
}

/** Returns the length of the character that begins at a byte; 0 where none does (Unicode, table 3-7). */
function sequenceLength(bytes: Uint8Array, at: number): number {
  const lead = bytes[at]!;
  if (lead < 0x80) return 1;
  const length = lead < 0xc2 ? 0 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : lead < 0xf5 ? 4 : 0;
  if (length === 0 || at + length > bytes.length) return 0;
  const second = bytes[at + 1]!;
  const least = lead === 0xe0 ? 0xa0 : lead === 0xf0 ? 0x90 : 0x80;
  const most = lead === 0xed ? 0x9f : lead === 0xf4 ? 0x8f : 0xbf;
  if (second < least || second > most) return 0;
  for (let i = 2; i < length; i++) if ((bytes[at + i]! & 0xc0) !== 0x80) return 0;
  return length;
}

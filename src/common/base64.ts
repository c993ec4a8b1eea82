import { bufferPool, type Buffers } from './buffer_pool.js';

/**
 * Decodes base64, standard or URL-safe, with or without padding. Node's decoder skips what is no base64, so that
 * broken text shows in one thing only: there are fewer bytes than the length of the text says.
 *
 * @param buffers what the bytes are taken from
 * @returns undefined where the text is not base64
 */
export function decodeBase64(text: string, buffers: Buffers = bufferPool): Buffer | undefined {
  // Node looks at the low byte of a character only: any text beyond ASCII could pass.
  if (Buffer.byteLength(text) !== text.length) return undefined;
  const digits = text.length - paddingOf(text);
  if (digits !== text.length && text.length % 4 !== 0) return undefined;
  if (digits % 4 === 1) return undefined;
  const bytes = buffers.acquire(Math.floor((digits * 3) / 4));
  return bytes.write(text, 'base64') === bytes.length ? bytes : undefined;
}

function paddingOf(text: string): number {
  if (text.endsWith('==')) return 2;
  return text.endsWith('=') ? 1 : 0;
}

import { randomUUID } from 'node:crypto';
import type { Buffers } from '../common/buffer_pool.js';
import { decodeBase64 } from '../common/base64.js';

/** What is shorter costs less to parse than to look for. */
export const LONG_CHARS = 64 * 1024;

/** So many of the strings that are named as the data is are looked at: it is among the first, or parsed like the others. */
const MAX_LOOKS = 16;

const NAME = Buffer.from('"data"');
const [QUOTE, COLON] = Buffer.from('":') as unknown as [number, number];
/** The most white space between a name and its value; where there is more, it is parsed like other JSON. */
const MAX_SPACE = 1024;
const WHITE_SPACE: ReadonlySet<number | undefined> = new Set(Buffer.from(' \t\r\n'));

/** So many characters of base64 are made a string at once: as large ones, they would be garbage of their own. */
const PIECE_CHARS = 48 * 1024;

/** Stands for the data that was cut out. No publisher knows it. */
const MARK = randomUUID();

/** JSON without its longest part. */
export interface CutJson {
  readonly rest: Buffer;
  /** Perhaps base64. */
  readonly data: Buffer;
}

/**
 * Cuts the long string out of JSON that seems to be the data of a message. If it is base64, it has nothing that means
 * anything to JSON, and the rest is JSON exactly where the whole is; what `isCut` says of the parsed rest tells whether it
 * is the data.
 *
 * Hot: as strings, a body of 5 MB is there three times, and V8 collects its garbage for each.
 */
export function cutLongData(json: Buffer): CutJson | undefined {
  if (json.length < LONG_CHARS) return undefined;
  let at = json.indexOf(NAME);
  for (let looks = 0; at >= 0 && looks < MAX_LOOKS; looks++) {
    const start = stringAt(json, at + NAME.length);
    const end = start < 0 ? -1 : json.indexOf(QUOTE, start);
    if (end - start >= LONG_CHARS) {
      const rest = Buffer.concat([json.subarray(0, start), Buffer.from(MARK), json.subarray(end)]);
      return { rest, data: json.subarray(start, end) };
    }
    at = json.indexOf(NAME, Math.max(end, at) + 1);
  }
  return undefined;
}

/** Whether a value of the parsed rest is the one that was cut out. */
export function isCut(value: unknown): boolean {
  return value === MARK;
}

/** As `decodeBase64`, from bytes. */
export function decodeLong(base64: Buffer, buffers: Buffers): Buffer | undefined {
  const tail = base64.length - (base64.length % PIECE_CHARS);
  const last = decodeBase64(base64.toString('latin1', tail));
  if (last === undefined) return undefined;
  const bytes = buffers.acquire((tail / 4) * 3 + last.length);
  let written = 0;
  for (let at = 0; at < tail; at += PIECE_CHARS) {
    const end = at + PIECE_CHARS;
    const piece = base64.toString('latin1', at, end);
    written += bytes.write(piece, written, 'base64');
    // What is no base64 is skipped: then there is less.
    if (written < (end / 4) * 3) {
      buffers.release(bytes);
      return undefined;
    }
  }
  last.copy(bytes, written);
  return bytes;
}

/** Where the string begins that is the value of a name which ends at `at`; -1 where its value is none. */
function stringAt(json: Buffer, at: number): number {
  const colon = passSpace(json, at);
  if (json[colon] !== COLON) return -1;
  const quote = passSpace(json, colon + 1);
  return json[quote] === QUOTE ? quote + 1 : -1;
}

function passSpace(json: Buffer, from: number): number {
  let at = from;
  while (at < from + MAX_SPACE && WHITE_SPACE.has(json[at])) at++;
  return at;
}

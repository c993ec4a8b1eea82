import { deflateSync } from 'node:zlib';
import { pushed } from './pushed.js';
import {
  asZlib,
  bundle,
  datagram,
  descriptor,
  entry,
  field,
  filled,
  join,
  LOG,
  MOST_BYTES,
  numbered,
  plain,
  zipped,
} from './wire.js';

const ZLIB_HEAD = Buffer.from('7801', 'hex');
/** An empty one. */
const STORED_BLOCK = Buffer.from('000000ffff', 'hex');
/** Eight empty Deflate blocks, each with Huffman codes of its own: one code, and 256. */
const SHORT_CODES =
  '04c081000000000090ff6b100007020000000040feaf41001c080000000000f9bf060170200000000000e4ff1a04c081000000000090ff6b100007020000000040feaf41001c080000000000f9bf060170200000000000e4ff1a';
const MANY_CODES =
  '04c0034c00000000b06cdbb66ddbb66ddbb66ddbb66ddbb6ed5aff27001e60020000008065dbb66ddbb66ddbb66ddbb66ddbb66dd7fa3f01f00013000000002cdbb66ddbb66ddbb66ddbb66ddbb66dbbd6ff098007980000000060d9b66ddbb66ddbb66ddbb66ddbb66ddbb5fe4f003cc00400000000cbb66ddbb66ddbb66ddbb66ddbb66ddbaef57f02e001260000000058b66ddbb66ddbb66ddbb66ddbb66ddb76adff13000f3001000000c0b26ddbb66ddbb66ddbb66ddbb66ddbb66bfd9f0078800900000000966ddbb66ddbb66ddbb66ddbb66ddbb65debff';

/** An entry of one stream with these logs, or other fields. */
function one(type: number, rest: Uint8Array): Buffer {
  return zipped(bundle(entry(descriptor('n', type), rest)));
}

/** One log with this in it. */
function oneLog(type: number, content: Uint8Array): Buffer {
  return one(type, field(5, content));
}

/** Logs, and other things in many small fields. */
export const LOG_CASES = [
  pushed('five million empty logs', 200, () => one(0, filled('2a00', MOST_BYTES)), {
    says: 'BAD_LOG',
    short: true,
  }),
  pushed('a million datagrams', 204, () => one(2, numbered(1_200_000, datagram))),
  pushed(
    'a log of five million lines',
    204,
    () => oneLog(0, field(10, filled('0a00', MOST_BYTES))),
    { short: true },
  ),
  pushed('a log of lines that end in two bytes', 204, () =>
    oneLog(0, field(10, filled('0a041202c3a9', MOST_BYTES))),
  ),
  pushed('a log of many texts', 200, () => oneLog(0, filled('52020a00', MOST_BYTES))),
  pushed('a log of many datas', 200, () => oneLog(1, field(11, filled('120178', MOST_BYTES)))),
  pushed('a log of unknown fields', 200, () => oneLog(0, filled('7800', MOST_BYTES))),
  pushed('a log of unknown groups', 200, () => oneLog(0, filled('7b7c', MOST_BYTES)), {
    short: true,
  }),
  pushed('a log of over-long numbers', 200, () =>
    oneLog(0, filled('1080808080808080808001', MOST_BYTES)),
  ),
  pushed('a time of unknown fields', 200, () => oneLog(0, field(1, filled('7800', MOST_BYTES)))),
  pushed('an entry of unknown fields', 204, () => one(0, join(filled('7800', MOST_BYTES), LOG))),
  pushed('an entry of an unknown group of groups', 200, () =>
    one(0, join(Buffer.from('7b', 'hex'), filled('7b7c', MOST_BYTES), Buffer.from('7c', 'hex'))),
  ),
  pushed('a bundle of unknown fields', 204, () => zipped(bundle(filled('7800', MOST_BYTES)))),
  pushed('a bundle of five million projects', 204, () =>
    zipped(bundle(filled('2200', MOST_BYTES))),
  ),
  pushed('a bundle of five million secrets', 204, () => zipped(bundle(filled('3200', MOST_BYTES)))),
  pushed(
    'a metadata frame of unknown fields',
    200,
    () => {
      const metadata = join(filled('7800', MOST_BYTES), Buffer.from('08011a0131', 'hex'));
      return join(plainFrame(metadata), plainFrame(Buffer.alloc(0)));
    },
    { short: true },
  ),
  pushed('a bundle of 10 MiB that is stored', 204, () => {
    const log = field(5, field(11, field(2, Buffer.alloc(MOST_BYTES, 0x78))));
    return plain(bundle(entry(descriptor('n', 1), log)));
  }),
  pushed('zlib of two million empty blocks', 200, () =>
    asZlib(join(ZLIB_HEAD, filled('000000ffff', MOST_BYTES))),
  ),
  pushed('zlib of 900,000 blocks with codes of their own', 200, () =>
    asZlib(join(ZLIB_HEAD, filled(SHORT_CODES, MOST_BYTES))),
  ),
  pushed('zlib of 400,000 blocks with 256 codes', 200, () =>
    asZlib(join(ZLIB_HEAD, filled(MANY_CODES, MOST_BYTES))),
  ),
  pushed(
    'zlib that begins with a stored block',
    204,
    () => {
      const log = field(5, field(11, field(2, filled('78797a', MOST_BYTES))));
      const deflated = deflateSync(bundle(entry(descriptor('n', 1), log)), { level: 1 });
      return asZlib(join(ZLIB_HEAD, STORED_BLOCK, deflated.subarray(ZLIB_HEAD.length)));
    },
    { short: true },
  ),
];

function plainFrame(content: Uint8Array): Buffer {
  // A field's tag is one byte, and what follows it is a frame.
  return field(1, content).subarray(1);
}

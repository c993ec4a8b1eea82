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

/** An entry of one stream with these logs, or other fields. */
function one(run: number, type: number, rest: Uint8Array): Buffer {
  return zipped(bundle(run, entry(descriptor('n', type), rest)));
}

/** One log with this in it. */
function oneLog(run: number, type: number, content: Uint8Array): Buffer {
  return one(run, type, field(5, content));
}

/** Logs, and other things in many small fields. */
export const LOG_CASES = [
  pushed('five million empty logs', 200, (run) => one(run, 0, filled('2a00', MOST_BYTES)), {
    says: 'BAD_LOG',
    short: true,
  }),
  pushed('a million datagrams', 204, (run) => one(run, 2, numbered(1_200_000, datagram))),
  pushed('a log of five million lines', 204, (run) =>
    oneLog(run, 0, field(10, filled('0a00', MOST_BYTES))),
  ),
  pushed('a log of lines that end in two bytes', 204, (run) =>
    oneLog(run, 0, field(10, filled('0a041202c3a9', MOST_BYTES))),
  ),
  pushed('a log of many texts', 200, (run) => oneLog(run, 0, filled('52020a00', MOST_BYTES))),
  pushed('a log of many datas', 200, (run) =>
    oneLog(run, 1, field(11, filled('120178', MOST_BYTES))),
  ),
  pushed('a log of unknown fields', 200, (run) => oneLog(run, 0, filled('7800', MOST_BYTES))),
  pushed('a log of unknown groups', 200, (run) => oneLog(run, 0, filled('7b7c', MOST_BYTES))),
  pushed('a log of over-long numbers', 200, (run) =>
    oneLog(run, 0, filled('1080808080808080808001', MOST_BYTES)),
  ),
  pushed('a time of unknown fields', 200, (run) =>
    oneLog(run, 0, field(1, filled('7800', MOST_BYTES))),
  ),
  pushed('an entry of unknown fields', 204, (run) =>
    one(run, 0, join(filled('7800', MOST_BYTES), LOG)),
  ),
  pushed('an entry of an unknown group of groups', 200, (run) =>
    one(
      run,
      0,
      join(Buffer.from('7b', 'hex'), filled('7b7c', MOST_BYTES), Buffer.from('7c', 'hex')),
    ),
  ),
  pushed('a bundle of unknown fields', 204, (run) =>
    zipped(bundle(run, filled('7800', MOST_BYTES))),
  ),
  pushed('a bundle of five million projects', 204, (run) =>
    zipped(bundle(run, filled('2200', MOST_BYTES))),
  ),
  pushed('a bundle of five million secrets', 204, (run) =>
    zipped(bundle(run, filled('3200', MOST_BYTES))),
  ),
  pushed('a metadata frame of unknown fields', 200, () => {
    const metadata = join(filled('7800', MOST_BYTES), Buffer.from('08011a0131', 'hex'));
    return join(plainFrame(metadata), plainFrame(Buffer.alloc(0)));
  }),
  pushed('a bundle of 10 MiB that is stored', 204, (run) => {
    const log = field(5, field(11, field(2, Buffer.alloc(MOST_BYTES, 0x78))));
    return plain(bundle(run, entry(descriptor('n', 1), log)));
  }),
  pushed('zlib of two million empty blocks', 200, () =>
    asZlib(join(Buffer.from('7801', 'hex'), filled('000000ffff', MOST_BYTES))),
  ),
];

function plainFrame(content: Uint8Array): Buffer {
  // A field's tag is one byte, and what follows it is a frame.
  return field(1, content).subarray(1);
}

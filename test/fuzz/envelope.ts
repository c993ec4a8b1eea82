import { deflateSync } from 'node:zlib';
import type { Random } from '../../src/testing/random.js';
import { OddWriter } from './odd_writer.js';

/** The frame of metadata before, and the bundle's frame, compressed or not; each layer may be spoilt. */
export function randomMessage(
  random: Random,
  bundle: Buffer,
  spoil: (layer: Buffer) => Buffer,
): Buffer {
  const writer = new OddWriter(random, random.pick([0, 10]));
  const zlib = random.oneIn(2);
  const odd = random.oneIn(10);
  const metadata = writer.message([
    writer.scalar(1, odd ? random.pick([0n, 2n, 2n ** 32n + 1n]) : 1n),
    writer.scalar(2, zlib ? 1n : odd ? random.pick([2n, -1n, 2n ** 32n]) : 0n),
    writer.bytes(3, odd ? random.pick(['', '2', '11', 'ä']) : '1'),
  ]);
  const body = zlib ? deflateSync(bundle, { level: 1 }) : bundle;
  const trailing = zlib && random.oneIn(10) ? random.bytes(3) : Buffer.alloc(0);
  const spoilt = spoil(Buffer.concat([body, trailing]));
  return spoil(Buffer.concat([writer.delimited(spoil(metadata)), writer.delimited(spoilt)]));
}

import type { Random } from '../../src/testing/random.js';

type Mutation = (random: Random, bytes: Buffer, other: Buffer) => Buffer;

/** Values that mean much: ends of ranges, tags, and continuation bits. */
const TELLING = [0x00, 0x01, 0x02, 0x07, 0x08, 0x0a, 0x0b, 0x0c, 0x1a, 0x7f, 0x80, 0xff];

const MUTATIONS: readonly Mutation[] = [
  function flipBit(random, bytes) {
    return edited(bytes, random.below(bytes.length), (byte) => byte ^ (1 << random.below(8)));
  },
  function setByte(random, bytes) {
    return edited(bytes, random.below(bytes.length), () => random.pick(TELLING));
  },
  function stepByte(random, bytes) {
    // Lengths and tags that are off by one.
    return edited(bytes, random.below(bytes.length), (byte) => byte + random.pick([-1, 1]));
  },
  function cutEnd(random, bytes) {
    return bytes.subarray(0, random.below(bytes.length));
  },
  function cutOut(random, bytes) {
    const [start, end] = range(random, bytes);
    return Buffer.concat([bytes.subarray(0, start), bytes.subarray(end)]);
  },
  function repeat(random, bytes) {
    const [start, end] = range(random, bytes);
    return Buffer.concat([bytes.subarray(0, end), bytes.subarray(start)]);
  },
  function insert(random, bytes) {
    const at = random.between(0, bytes.length);
    const added = random.bytes(random.between(1, 12));
    return Buffer.concat([bytes.subarray(0, at), added, bytes.subarray(at)]);
  },
  function splice(random, bytes, other) {
    const at = random.between(0, bytes.length);
    const [start, end] = range(random, other);
    return Buffer.concat([bytes.subarray(0, at), other.subarray(start, end), bytes.subarray(at)]);
  },
  function lengthenVarint(random, bytes) {
    // A continuation bit, and zeros behind it: the same number, unless it gets too long.
    const at = random.below(bytes.length);
    const zeros = Buffer.alloc(random.between(1, 10), 0x80);
    zeros[zeros.length - 1] = random.pick([0, 0, 0, 1, 2]);
    const head = edited(bytes.subarray(0, at + 1), at, (byte) => byte | 0x80);
    return Buffer.concat([head, zeros, bytes.subarray(at + 1)]);
  },
];

/** Does one to three things to bytes; `other` lends some of its own. */
export function mutate(random: Random, bytes: Buffer, other: Buffer): Buffer {
  let mutated = bytes;
  for (let left = random.between(1, 3); left > 0; left--) {
    const mutation = random.pick(MUTATIONS);
    mutated = mutated.length === 0 ? random.bytes(1) : mutation(random, mutated, other);
  }
  return mutated;
}

function edited(bytes: Buffer, at: number, edit: (byte: number) => number): Buffer {
  const copy = Buffer.from(bytes);
  copy[at] = edit(copy[at]!);
  return copy;
}

/** A short stretch, somewhere. */
function range(random: Random, bytes: Buffer): [start: number, end: number] {
  const start = random.between(0, bytes.length);
  return [start, Math.min(bytes.length, start + random.between(1, 30))];
}

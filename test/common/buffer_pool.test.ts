import { randomInt } from 'node:crypto';
import { markAsUntransferable } from 'node:worker_threads';
import {
  freeWhole,
  LARGE_BYTES,
  BufferPool,
  MAX_FREE_BYTES,
  sizeClass,
} from '../../src/common/buffer_pool.js';
import { Random } from '../../src/testing/random.js';

const MIB = 1024 * 1024;

describe('a large buffer', () => {
  test('is used again when it was given back, for as much or a little less', () => {
    const buffers = new BufferPool();
    const first = buffers.acquire(MIB);
    buffers.release(first);
    const again = buffers.acquire(MIB - 60_000);
    expect(again.buffer).toBe(first.buffer);
    expect(again).toHaveLength(MIB - 60_000);
    expect(buffers.freeBytes).toBe(0);
  });

  test.each([
    ['much less', MIB / 2],
    ['more', MIB + 1],
  ])('is not used again for %s', (_what, bytes) => {
    const buffers = new BufferPool();
    const first = buffers.acquire(MIB);
    buffers.release(first);
    expect(buffers.acquire(bytes).buffer).not.toBe(first.buffer);
    expect(buffers.freeBytes).toBe(MIB);
  });

  test.each([256 * 1024, 300_000, MIB, 4_000_000])(
    'of %i bytes, 16 at a time and 3 %% more or less each time: what lies idle stays as little as 16 of them need',
    (bytes) => {
      const buffers = new BufferPool();
      const random = new Random(bytes);
      const least = 0.97 * bytes;
      let most = 0;
      for (let round = 0; round < 100; round++) {
        const sizes = Array.from({ length: 16 }, () =>
          Math.round(least + random.below(Math.round(0.06 * bytes))),
        );
        for (const buffer of sizes.map((size) => buffers.acquire(size))) buffers.release(buffer);
        most = Math.max(most, buffers.freeBytes);
      }
      // Of two classes at most, each at most an eighth larger than what is asked for.
      expect(most).toBeLessThanOrEqual(2 * 16 * 1.16 * bytes);
    },
  );

  test('is given back once, however often that is said, and by a part of it too', () => {
    const buffers = new BufferPool();
    const taken = buffers.acquire(MIB);
    buffers.release(taken.subarray(7, 9));
    buffers.release(taken);
    expect(buffers.freeBytes).toBe(MIB);
    expect(buffers.acquire(MIB).buffer).toBe(taken.buffer);
    expect(buffers.acquire(MIB).buffer).not.toBe(taken.buffer);
  });

  test('that is not from the pool has no effect when it is released', () => {
    const buffers = new BufferPool();
    buffers.release(Buffer.alloc(MIB));
    buffers.release(new BufferPool().acquire(MIB));
    expect(buffers.freeBytes).toBe(0);
  });

  test('that is not from here is freed where nothing looks at it any more, unless Node shares its memory', () => {
    const buffers = new BufferPool();
    const [alone, shared] = [Buffer.alloc(MIB), Buffer.from('a few bytes')];
    for (const buffer of [alone.subarray(1), shared]) buffers.releaseOrFree(buffer);
    expect(alone).toHaveLength(0);
    expect(shared.toString()).toBe('a few bytes');
    const taken = buffers.acquire(MIB);
    buffers.releaseOrFree(taken);
    expect(buffers.acquire(MIB).buffer).toBe(taken.buffer);
  });

  test('is freed when too many bytes are free, the least recently used first', () => {
    const buffers = new BufferPool();
    const count = MAX_FREE_BYTES / (8 * MIB) + 1;
    const taken = Array.from({ length: count }, () => buffers.acquire(8 * MIB));
    for (const buffer of taken) buffers.release(buffer);
    expect(buffers.freeBytes).toBe(MAX_FREE_BYTES);
    expect(taken.map(({ length }) => length).indexOf(0)).toBe(0);
    expect(taken.filter(({ length }) => length === 8 * MIB)).toHaveLength(count - 1);
  });

  test('gets what is moved, and the memory where that lay is free at once', () => {
    const buffers = new BufferPool();
    const from = Buffer.alloc(MIB, 'some bytes');
    const same = Buffer.from(from);
    const before = process.memoryUsage().arrayBuffers;
    const moved = buffers.move(from);
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(MIB / 2);
    expect(from).toHaveLength(0);
    expect(moved.equals(same)).toBe(true);
  });
});

test.each([
  [1, 1],
  [9, 9],
  [17, 18],
  [LARGE_BYTES, LARGE_BYTES],
  [LARGE_BYTES + 1, LARGE_BYTES + LARGE_BYTES / 8],
  [MIB - 1, MIB],
  [10 * MIB, 10 * MIB],
  [14 * MIB, 14 * MIB],
  [2 ** 31 - 1, 2 ** 31],
])('a size of %i bytes is rounded up to a class of %i', (bytes, size) => {
  expect(sizeClass(bytes)).toBe(size);
});

describe('a smaller buffer', () => {
  test('is not kept', () => {
    const buffers = new BufferPool();
    buffers.release(buffers.acquire(LARGE_BYTES - 1));
    expect(buffers.freeBytes).toBe(0);
  });

  test('stays where it is when it is moved', () => {
    const bytes = Buffer.alloc(100);
    expect(new BufferPool().move(bytes)).toBe(bytes);
  });

  test('is freed where it is all that lies in its memory, and not where it is a part', () => {
    const whole = Buffer.from(new ArrayBuffer(64 * 1024));
    const part = Buffer.from(new ArrayBuffer(64 * 1024)).subarray(1);
    freeWhole(whole);
    freeWhole(part);
    expect([whole.length, part.length]).toEqual([0, 64 * 1024 - 1]);
  });

  test('is not freed if its memory cannot be transferred', () => {
    const bytes = Buffer.from(new ArrayBuffer(64 * 1024));
    markAsUntransferable(bytes.buffer);
    freeWhole(bytes);
    expect(bytes).toHaveLength(64 * 1024);
  });

  test('is not freed where it is as small as those that share their memory', () => {
    const small = Buffer.from('small');
    const neighbour = Buffer.from('neighbour');
    freeWhole(small);
    expect(`${small.toString()} ${neighbour.toString()}`).toBe('small neighbour');
  });
});

const seed = randomInt(2 ** 32);

test(`no two ever have the same memory, and what is idle stays within its bound, SEED=${seed}`, () => {
  const random = new Random(seed);
  const buffers = new BufferPool(1);
  const held: { buffer: Buffer; byte: number }[] = [];
  for (let step = 0; step < 20_000; step++) {
    if (held.length < 30 && random.oneIn(2)) {
      const buffer = buffers.acquire(random.below(2000));
      held.push({ buffer: buffer.fill(step), byte: step & 0xff });
    } else if (held.length > 0) {
      const [{ buffer, byte }] = held.splice(random.below(held.length), 1) as [(typeof held)[0]];
      expect(buffer.every((one) => one === byte)).toBe(true);
      // A buffer that was never released is left to the garbage collector, and one may be released twice.
      for (let times = random.below(3); times > 0; times--) buffers.release(buffer);
    }
    expect(buffers.freeBytes).toBeLessThanOrEqual(MAX_FREE_BYTES);
  }
  expect(buffers.freeBytes).toBeGreaterThan(0);
});

import { setTimeout as sleep } from 'node:timers/promises';
import { ATTRIBUTES } from '../../../src/dead_letters/dead_letter.js';
import { ended, HOUR_MS, Rig } from './rig.js';

const MiB = 1024 * 1024;
const DAY_MS = 24 * HOUR_MS;

/** Messages that are refused together: they share a commit. */
const AT_ONCE = 10;

let rig: Rig;

afterEach(() => rig.destroy());

const signal = new AbortController().signal;
const look = () => rig.local.retention!.enforce();
const refused = () => [...rig.local.deadLetters.entries()].length;

async function refuse(data: Uint8Array, reason = ''): Promise<void> {
  const attributes = { [ATTRIBUTES.code]: 'NO_DATA', [ATTRIBUTES.reason]: reason };
  await rig.local.deadLetters.put({ data, attributes }, signal);
}

/** Bytes that no other message has. */
function bytes(size: number, n: number): Buffer {
  const data = Buffer.alloc(size);
  data.writeUInt32BE(n);
  return data;
}

describe('DATA_MAX_BYTES=64 MiB bounds the file with refused messages in it:', () => {
  test.each([
    ['the largest ones', 30, 10 * MiB, 0],
    ['many small ones', 1020, 40_000, 0],
    ['many with large attributes', 300, 10, 100_000],
  ])('%s', async (_what, messages, size, reasonChars) => {
    rig = new Rig({ maxBytes: 64 * MiB });
    let largest = 0;
    for (let n = 0; n < messages; n += AT_ONCE) {
      const some = Array.from({ length: AT_ONCE }, (_, i) => bytes(size, n + i));
      await Promise.all(some.map((data) => refuse(data, 'x'.repeat(reasonChars))));
      rig.nowMs += 1000;
      largest = Math.max(largest, rig.fileBytes());
    }
    await look();
    expect(largest).toBeLessThanOrEqual(64 * MiB);
    // What is left is what came last.
    expect(rig.local.deadLetters.bytes).toBeLessThanOrEqual(16 * MiB);
    expect(refused()).toBeGreaterThan(0);
  });

  test('beside streams: both stay within it', async () => {
    rig = new Rig({ maxBytes: 64 * MiB });
    let largest = 0;
    for (let n = 0; n < 40; n++) {
      await Promise.all([
        refuse(bytes(4 * MiB, n)),
        rig.push(`p/${n}`, ended('a', [bytes(4 * MiB, n)])),
      ]);
      rig.nowMs += 1000;
      largest = Math.max(largest, rig.fileBytes());
    }
    await look();
    // What comes in while older streams go is in excess of it, as without refused messages.
    expect(largest).toBeLessThanOrEqual(1.25 * 64 * MiB);
    expect(rig.records()).toContain('p/39/+/a');
    expect(rig.records()).not.toContain('p/0/+/a');
    expect(refused()).toBeGreaterThan(1);
  });
});

test('a refused message goes after 14 days, with no other one after it', async () => {
  rig = new Rig();
  await refuse(bytes(10, 0));
  rig.nowMs += 14 * DAY_MS;
  await look();
  expect(refused()).toBe(1);
  rig.nowMs += 1;
  await look();
  expect(refused()).toBe(0);
});

test('what became too old while nothing ran goes soon after a start', async () => {
  rig = new Rig();
  await refuse(bytes(10, 0));
  await look();
  rig.nowMs += 14 * DAY_MS - 1;
  await look();
  await rig.local.close();
  rig.nowMs += 2;
  rig.open();
  for (let n = 0; n < 50 && refused() > 0; n++) await sleep(100);
  expect(refused()).toBe(0);
});

test('a clock that jumps where the store is too large: what is still written stays', async () => {
  rig = new Rig({ maxBytes: 16 * MiB });
  for (let n = 0; n < 16; n++) await rig.push('p', { name: `${n}`, logs: [bytes(MiB, n)] });
  rig.jumpedMs = 2 * DAY_MS;
  await look();
  expect(rig.records()).toHaveLength(16);
});

import type { Bundle } from '../../src/bundle/bundle.js';
import { scanBundle, scanInSlices } from '../../src/bundle/scan.js';
import { SLICE_BYTES } from '../../src/bundle/limits.js';
import { Turns } from '../../src/common/turns.js';
import { buildBundle, type StreamSpec } from '../../src/testing/message.js';
import {
  bundle,
  datagram,
  descriptor,
  entry,
  field,
  filled,
  join,
  LOG,
  numbered,
} from '../stalls/wire.js';

const MiB = 1024 * 1024;

/** Bundles in which a slice may end anywhere. */
const BUNDLES: readonly (readonly [name: string, bytes: Buffer])[] = [
  ['streams of every type', buildBundle({ streams: streams() })],
  ['a log of many lines', bundle(entry(descriptor('n'), field(5, field(10, filled('0a00', 600)))))],
  [
    'logs of several texts, with other fields around them',
    bundle(
      entry(
        descriptor('n'),
        numbered(9, (at) =>
          field(5, join(text(at), Buffer.from([0x18, at]), text(0), field(1, ''), text(3))),
        ),
      ),
    ),
  ],
  [
    'a text that another content replaces',
    bundle(
      entry(descriptor('n', 2), field(5, join(text(5), field(12, field(1, 'x')))), datagram(1)),
    ),
  ],
  ['descriptors between logs', bundle(entry(field(9, ''), LOG, field(1, descriptor('n')), LOG))],
];

function streams(): StreamSpec[] {
  const types = ['text', 'binary', 'datagram'] as const;
  return types.map((type) => ({ name: type, type, logs: ['one', 'two'], terminalIndex: 1 }));
}

function text(lines: number): Buffer {
  return field(10, filled(field(1, field(1, 'line')), 8 * lines));
}

/** How many turns the event loop has while this goes on. */
async function turnsDuring(work: Bundle | Promise<Bundle>): Promise<number> {
  let turns = 0;
  let goesOn = true;
  const turn = () => {
    turns++;
    if (goesOn) setImmediate(turn);
  };
  setImmediate(turn);
  await work;
  goesOn = false;
  return turns;
}

describe('bundle scan in slices', () => {
  test.each(BUNDLES)('%s: slices of any size find the same', (_name, bytes) => {
    const whole = scanBundle(Buffer.from(bytes), '1').entries;
    for (let slice = 1; slice <= Math.min(bytes.length, 200); slice++) {
      expect(scanBundle(Buffer.from(bytes), '1', Infinity, slice).entries).toEqual(whole);
    }
  });

  test('a bundle of one slice comes at once', () => {
    const bytes = bundle(entry(descriptor('n'), filled(LOG, SLICE_BYTES - 1024)));
    expect(scanInSlices(bytes, '1')).toHaveProperty('entries');
  });

  test.each([
    ['logs', bundle(entry(descriptor('n'), filled('2a00', 5 * MiB)))],
    [
      'lines of one log',
      bundle(entry(descriptor('n'), field(5, field(10, filled('0a00', 5 * MiB))))),
    ],
    ['entries', bundle(filled('1a00', 5 * MiB))],
    ['unknown fields', bundle(filled('7800', 5 * MiB))],
    ['unknown fields of an entry', bundle(entry(descriptor('n'), filled('7800', 5 * MiB)))],
  ])(
    '5 MiB of %s: the event loop has a turn after each slice that takes long',
    async (_name, bytes) => {
      let ms = 0;
      const slow = new Turns(undefined, () => (ms += 20));
      const turns = await turnsDuring(scanInSlices(bytes, '1', 1000, slow));
      expect(turns).toBeGreaterThanOrEqual(bytes.length / SLICE_BYTES - 1);
    },
  );

  test('5 MiB whose slices take no time come at once', () => {
    const log = field(5, field(11, field(2, Buffer.alloc(5 * MiB))));
    const fast = new Turns(undefined, () => 0);
    expect(scanInSlices(bundle(entry(descriptor('n', 1), log)), '1', 1, fast)).toHaveProperty(
      'entries',
    );
  });
});

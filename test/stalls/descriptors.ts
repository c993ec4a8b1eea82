import type { StallCase } from './case.js';
import { pushed } from './pushed.js';
import {
  bundle,
  descriptor,
  entry,
  field,
  filled,
  join,
  LOG,
  MOST_BYTES,
  numbered,
  repeated,
  zipped,
} from './wire.js';

const MiB = 1024 * 1024;
/** An unknown field, in the fewest bytes. */
const UNKNOWN = '7800';
/** Of a tag, in the fewest bytes that are valid. */
const TAG = field(6, field(1, 'k'));

/**
 * Descriptors that are large, or many, or in many pieces.
 *
 * @param most as many streams as a bundle may have
 */
export const descriptorCases = (most: number): readonly StallCase[] => [
  pushed(
    'descriptor of 5 MiB, then 500 empty ones',
    200,
    () => {
      const desc = descriptor('n', 0, filled(UNKNOWN, 5 * MiB));
      return zipped(bundle(entry(desc, repeated('0a00', 500), LOG)));
    },
    { says: 'BAD_DESCRIPTOR', short: true },
  ),
  pushed('a million empty descriptors', 204, () =>
    zipped(bundle(entry(descriptor('n'), filled('0a00', MOST_BYTES), LOG))),
  ),
  pushed(
    'a descriptor in pieces of one tag',
    200,
    () => zipped(bundle(entry(descriptor('n'), filled(field(1, TAG), MOST_BYTES), LOG))),
    { short: true },
  ),
  pushed(
    'descriptors in pieces, each behind a log',
    200,
    () => {
      const pieces = filled(join(field(1, TAG), field(5, field(12, ''))), MOST_BYTES);
      return zipped(bundle(entry(descriptor('n', 2), pieces)));
    },
    { short: true },
  ),
  pushed(
    'descriptor with 900,000 tags',
    200,
    () => zipped(bundle(entry(descriptor('n', 0, repeated(TAG, 900_000)), LOG))),
    { says: 'BAD_DESCRIPTOR', short: true },
  ),
  pushed('10 descriptors of 1 MiB of tags', 200, () => {
    const tags = filled(TAG, MiB - 100);
    return zipped(bundle(numbered(9, (at) => entry(descriptor(`n${at}`, 0, tags), LOG))));
  }),
  pushed(`${most} descriptors of 90 tags`, 204, () => {
    const tags = repeated(TAG, 60);
    return zipped(bundle(numbered(most, (at) => entry(descriptor(`n${at}`, 0, tags), LOG))));
  }),
  pushed('descriptors of long tags that are replaced', 200, () => {
    const tag = (at: number) => field(6, join(field(1, `k${at}`), field(2, 'v'.repeat(4097))));
    return zipped(bundle(entry(descriptor('n', 0, numbered(2500, tag)), LOG)));
  }),
  pushed(`${most} new streams`, 204, () =>
    zipped(bundle(numbered(most, (at) => entry(descriptor(`n${at}`), LOG)))),
  ),
  pushed(
    `${most} new streams that end`,
    204,
    () => {
      const end = Buffer.from('18012000', 'hex');
      return zipped(bundle(numbered(most, (at) => entry(descriptor(`n${at}`), LOG, end))));
    },
    { short: true },
  ),
  pushed(`${most} new streams with descriptors of 450 bytes`, 204, () => {
    const more = Buffer.alloc(420, 0x78);
    const make = (at: number) => entry(descriptor(`n${at}`, 0, field(9, more)), LOG);
    return zipped(bundle(numbered(most, make)));
  }),
  pushed(`${most} new streams with names of 240 bytes`, 204, () =>
    zipped(bundle(numbered(most, (at) => entry(descriptor(`n${at}`.padEnd(240, 'x')), LOG)))),
  ),
  pushed('600 new streams with names of 4,096 bytes', 204, () =>
    zipped(bundle(numbered(600, (at) => entry(descriptor(`n${at}`.padEnd(4096, 'x')), LOG)))),
  ),
  pushed(`${most} new streams under a prefix of 4,090 bytes`, 200, () => {
    const prefix = 'p'.repeat(4090);
    return zipped(
      bundle(
        numbered(most, (at) => entry(descriptor(`n${at}`), LOG)),
        prefix,
      ),
    );
  }),
  pushed(
    `${most} refused streams`,
    200,
    () => zipped(bundle(numbered(most, (at) => entry(descriptor(`n${at}`, 1), LOG)))),
    { says: 'BAD_LOG' },
  ),
  pushed(`${most} refused streams with names of 240 bytes`, 200, () => {
    const make = (at: number) => entry(descriptor(`n${at}`.padEnd(240, 'x'), 1), LOG);
    return zipped(bundle(numbered(most, make)));
  }),
  pushed('five million empty entries', 503, () => zipped(bundle(filled('1a00', MOST_BYTES))), {
    says: 'TOO_MANY_STREAMS',
  }),
];

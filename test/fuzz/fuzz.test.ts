import { randomInt } from 'node:crypto';
import { fuzz } from './fuzz.js';

/** What a run must have met, or it shows little. */
const MET = [
  'bundle accepted',
  'bundle refused: BAD_PREFIX',
  'bundle refused: BAD_PROJECT',
  'bundle refused: BAD_PROTOBUF',
  'entry refused: BAD_DESCRIPTOR',
  'entry refused: BAD_LOG',
  'entry refused: BAD_SECRET',
  'entry refused: INDEX_TOO_LARGE',
  'entry refused: NOT_CONTIGUOUS',
  'entry refused: NO_DESCRIPTOR',
  'entry refused: PREFIX_MISMATCH',
  'entry: junk',
  'entry: stream',
  'message accepted',
  'message refused: BAD_FRAME',
  'message refused: BAD_METADATA',
  'message refused: BAD_PROTOBUF',
  'message refused: BAD_ZLIB',
  'message refused: UNKNOWN_TYPE',
];

const seed = randomInt(2 ** 32);

test(`fuzz: the scan, protobufjs and the plain decoder agree on 5000 cases, --seed ${seed}`, async () => {
  const { disagreements, counts } = await fuzz({ cases: 5000, seed });
  expect(disagreements).toEqual([]);
  expect([...counts.keys()]).toEqual(expect.arrayContaining(MET));
});

test('fuzz: a seed makes the same cases again', async () => {
  const [one, other] = [await fuzz({ cases: 50, seed: 7 }), await fuzz({ cases: 50, seed: 7 })];
  expect(one).toEqual(other);
});

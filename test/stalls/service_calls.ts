import { createHash } from 'node:crypto';
import { SECRET } from '../../src/testing/message.js';
import {
  batchOf,
  call,
  called,
  GZIP,
  gzipped,
  JSON_BOTH,
  prefixOf,
  PROJECT,
  registerAll,
  registration,
} from './called.js';
import type { StallCase } from './case.js';
import { field, filled, join, numbered, repeated, scalar, largeTag } from './wire.js';

const KiB = 1024;
const MiB = 1024 * KiB;
/** The largest Batch, and one of JSON. */
const BATCH_BYTES = 10 * MiB;
const JSON_BATCH_BYTES = 2 * MiB;
const TAG = largeTag();
const tagOf = (at: number) => largeTag(`k${at.toString(36)}`);

const BATCH = 'Services/Batch';
const tooMany = { says: 'more than' } as const;
const json = { headers: JSON_BOTH } as const;

function streamId(prefix: string, name: string): string {
  return createHash('sha256').update(`${prefix}/+/${name}`).digest('hex');
}

function loading(prefix: string, name: string): Buffer {
  return join(field(1, PROJECT), field(2, streamId(prefix, name)), scalar(3, 1));
}

function ending(prefix: string, name: string): Buffer {
  return join(field(1, PROJECT), field(2, streamId(prefix, name)), field(3, SECRET), scalar(4, 0));
}

function registrationInJson(prefix: string, name: string): object {
  const desc = registration(prefix, name);
  return { registerStream: { project: PROJECT, desc: desc.toString('base64') } };
}

/** The worst Batches. */
const BATCH_CASES = [
  called(BATCH, '500,000 empty entries in 1 kB', 400, () => gzipped(repeated('0a00', 500_000)), {
    headers: GZIP,
    short: true,
    ...tooMany,
  }),
  called(BATCH, 'five million empty entries', 400, () => filled('0a00', BATCH_BYTES), tooMany),
  called(
    BATCH,
    'one entry of five million registrations',
    400,
    () => field(1, filled('0a00', BATCH_BYTES - 16)),
    tooMany,
  ),
  called(
    BATCH,
    'one registration of many projects',
    400,
    () => field(1, field(1, filled('0a00', BATCH_BYTES - 16))),
    tooMany,
  ),
  called(BATCH, 'unknown fields', 400, () => filled('7800', BATCH_BYTES), tooMany),
  called(BATCH, 'unknown groups', 400, () => filled('7b', BATCH_BYTES)),
  called(BATCH, 'more than it may inflate to', 503, () => gzipped(Buffer.alloc(200 * MiB)), {
    headers: GZIP,
  }),
  called(
    BATCH,
    'a gzip of many members',
    400,
    () => filled(gzipped(Buffer.from('0a00', 'hex')), BATCH_BYTES),
    { headers: GZIP },
  ),
  called(
    BATCH,
    '1,000 new streams',
    200,
    (run) => batchOf(1000, (at) => field(1, registration(prefixOf('batch', run), `n${at}`))),
    { short: true },
  ),
  called(BATCH, '1,000 new streams of 9 kB', 200, (run) => {
    const more = field(9, Buffer.alloc(9000));
    return batchOf(1000, (at) => field(1, registration(prefixOf('9k', run), `n${at}`, more)));
  }),
  called(BATCH, '9 new streams of 1 MiB of tags', 200, (run) => {
    const more = filled(TAG, MiB - 200);
    return batchOf(9, (at) => field(1, registration(prefixOf('1m', run), `n${at}`, more)));
  }),
  called(BATCH, '1,000 streams that are there', 200, () => again(1000), {
    prepare: () => [call(BATCH, again(1000))],
  }),
  called(
    BATCH,
    '1,000 reads of one descriptor of 1 MiB',
    200,
    (run) => batchOf(1000, () => field(2, loading(prefixOf('load', run), 'n0'))),
    {
      prepare: (run) =>
        registerAll(prefixOf('load', run), 1, (at) => `n${at}`, filled(TAG, MiB - 200)),
    },
  ),
  called(
    BATCH,
    '1,000 ends of streams',
    200,
    (run) => batchOf(1000, (at) => field(3, ending(prefixOf('end', run), `n${at}`))),
    { prepare: (run) => registerAll(prefixOf('end', run), 1000, (at) => `n${at}`) },
  ),
  called(BATCH, 'JSON, deep', 400, () => '['.repeat(JSON_BATCH_BYTES), {
    ...json,
    says: 'deeper than',
    short: true,
  }),
  called(BATCH, 'JSON, wide', 400, () => `{"req":[${'{},'.repeat(JSON_BATCH_BYTES / 3 - 10)}{}]}`, {
    ...json,
    ...tooMany,
    short: true,
  }),
  called(BATCH, 'JSON, a list of numbers', 400, () => `[${'1,'.repeat(MiB - 10)}1]`, {
    ...json,
    ...tooMany,
  }),
  called(BATCH, 'JSON, one number', 400, () => '1'.repeat(JSON_BATCH_BYTES), json),
  called(
    BATCH,
    'JSON, escaped characters',
    200,
    () => `{"a":"${'\\u0000'.repeat(JSON_BATCH_BYTES / 6 - 10)}"}`,
    json,
  ),
  called(BATCH, 'JSON, more than it may inflate to', 503, () => gzipped(Buffer.alloc(200 * MiB)), {
    headers: { ...GZIP, ...JSON_BOTH },
  }),
  called(
    BATCH,
    'JSON, 1,000 registrations without a secret',
    200,
    (run) => JSON.stringify({ req: manyInJson(run) }),
    json,
  ),
];

function again(count: number): Buffer {
  return batchOf(count, (at) => field(1, registration('calls/again', `n${at}`)));
}

function manyInJson(run: number): object[] {
  return Array.from({ length: 1000 }, (_, at) =>
    registrationInJson(prefixOf('json', run), `n${at}`),
  );
}

/** The worst calls of the other methods that change something. */
const OTHER_CASES = [
  called('Services/RegisterStream', 'a descriptor of 1 MiB of tags', 200, (run) =>
    registration(prefixOf('one', run), 'n', filled(TAG, MiB - 200)),
  ),
  called('Services/RegisterStream', 'a descriptor of 1 MiB of different tags', 200, (run) => {
    const tags = numbered(9000, tagOf).subarray(0);
    return registration(prefixOf('different', run), 'n', cut(tags, MiB - 200));
  }),
  called(
    'Services/RegisterStream',
    'a descriptor past the bound',
    400,
    (run) => registration(prefixOf('past', run), 'n', field(9, Buffer.alloc(MiB))),
    { says: 'longer than 1048576' },
  ),
  called('Services/RegisterStream', 'a request past the bound', 503, (run) =>
    registration(prefixOf('far', run), 'n', field(9, Buffer.alloc(9 * MiB))),
  ),
  called('Registration/RegisterPrefix', 'many sources', 400, () => filled('1a00', 200 * KiB), {
    ...tooMany,
    short: true,
  }),
  called(
    'Registration/RegisterPrefix',
    'JSON, many sources',
    400,
    () => `{"sourceInfo":[${'"",'.repeat(60_000)}""]}`,
    { ...json, ...tooMany },
  ),
  called('Registration/RegisterPrefix', 'a request past the bound', 503, () =>
    filled('1a00', 10 * MiB),
  ),
  called('Services/TerminateStream', 'a long id', 400, () =>
    join(field(1, PROJECT), field(2, 'a'.repeat(200 * KiB))),
  ),
  called('Services/LoadStream', 'a long project', 400, () => field(1, 'a'.repeat(200 * KiB))),
];

/** Whole tags of at most this many bytes. */
function cut(tags: Buffer, bytes: number): Buffer {
  let end = 0;
  while (end + 2 + tags[end + 1]! <= bytes) end += 2 + tags[end + 1]!;
  return tags.subarray(0, end);
}

/** The worst calls for Collectors and Butlers. */
export const SERVICE_CASES: readonly StallCase[] = [...BATCH_CASES, ...OTHER_CASES];

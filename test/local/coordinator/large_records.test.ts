import { MAX_DESCRIPTOR_BYTES } from '../../../src/bundle/limits.js';
import { decodableDescriptor } from '../../../src/local/coordinator/decodable_descriptor.js';
import { MAX_PROJECT_BYTES } from '../../../src/coordinator/request_rules.js';
import { streamId } from '../../../src/coordinator/stream_id.js';
import { StreamTable } from '../../../src/local/coordinator/stream_record.js';
import { logpb } from '../../../src/proto/gen/logpb.js';
import { ActivityTable } from '../../../src/local/retention/activity_table.js';
import { Expunger } from '../../../src/local/retention/expunger.js';
import { LmdbStorage } from '../../../src/local/lmdb.js';
import type { Environment } from '../../../src/local/environment.js';
import { openTestEnvironment } from '../../coordinator/open.js';
import { descriptor, Rig, SECRET } from '../served/rig.js';

const MiB = 1024 * 1024;
/** Streams of a store that is older than MAX_DESCRIPTOR_BYTES. */
const STREAMS = 12;
const LARGE_BYTES = 10 * MiB;
/** A page, a record of 10 MiB as text, as base64 and as bytes, and garbage; all of them are 120 MiB at least. */
const HELD_BYTES_MAX = 90 * MiB;

/** A descriptor with an unknown field at its end that makes it so large. */
function padded(prefix: string, name: string, bytes: number): Buffer {
  const desc = descriptor(prefix, name, { tags: { k: 'v' } });
  const pad = Buffer.alloc(bytes - desc.length, 0x78);
  const length = pad.length - 5;
  pad[0] = 0x7a;
  for (let at = 0; at < 4; at++) pad[at + 1] = ((length >>> (7 * at)) & 0x7f) | (at < 3 ? 0x80 : 0);
  return Buffer.concat([desc, pad]);
}

/** Puts records as a process before the bound did: as they come. */
async function putOld(environment: Environment, count = STREAMS): Promise<void> {
  const table = new StreamTable(environment);
  for (let at = 0; at < count; at++) {
    const path = `p/+/old${String(at).padStart(3, '0')}`;
    const record = {
      project: 'proj',
      path,
      id: streamId(path),
      descriptor: padded('p', path.slice('p/+/'.length), LARGE_BYTES),
      protoVersion: '1',
      terminalIndex: -1n,
      created: new Date(0),
      archived: false,
      purged: false,
    };
    await environment.transaction(() => {
      table.put(record);
    });
  }
}

/** How many bytes more the process holds after some work, garbage included. */
async function heldBytes(work: () => unknown): Promise<number> {
  const held = () => {
    const { heapUsed, external } = process.memoryUsage();
    return heapUsed + external;
  };
  const before = held();
  const kept = await work();
  const bytes = held() - before;
  expect(kept).not.toBe(null);
  return bytes;
}

describe('a stream with a descriptor', () => {
  let rig: Rig;

  beforeEach(async () => {
    rig = await new Rig().start();
  });

  afterEach(() => rig.close());

  const registration = {
    project: 'proj',
    path: 'p/+/a',
    secret: SECRET,
    protoVersion: '1',
    terminalIndex: -1n,
  };

  test('of MAX_DESCRIPTOR_BYTES is registered, and of one byte more is refused', async () => {
    const register = (bytes: number) =>
      rig.coordinator.registerStream(registration, padded('p', 'a', bytes), {});
    await expect(register(MAX_DESCRIPTOR_BYTES + 1)).rejects.toMatchObject({
      code: 'COORDINATOR_REFUSED',
      status: 'InvalidArgument',
      message: expect.stringContaining('more than 1048576') as string,
    });
    expect(rig.coordinator.stream('proj', 'p/+/a')).toBeUndefined();
    await register(MAX_DESCRIPTOR_BYTES);
  });

  test('past the bound is refused by the served Coordinator, also in a Batch', async () => {
    const registerStream = {
      project: 'proj',
      secret: SECRET.toString('base64'),
      protoVersion: '1',
      desc: padded('p', 'a', MAX_DESCRIPTOR_BYTES + 1).toString('base64'),
    };
    const { code } = await rig.call('Services/RegisterStream', registerStream);
    expect(code).toBe('InvalidArgument');
    const { resp } = await rig.answer('Services/Batch', { req: [{ registerStream }] });
    expect(resp).toMatchObject([{ err: { grpcCode: 3 } }]);
  });

  test('in a project whose name is too long is refused', async () => {
    const named = (bytes: number) =>
      rig.coordinator.registerStream(
        { ...registration, project: 'p'.repeat(bytes) },
        descriptor('p', 'a'),
        {},
      );
    await expect(named(MAX_PROJECT_BYTES + 1)).rejects.toMatchObject({ status: 'InvalidArgument' });
    await named(MAX_PROJECT_BYTES);
  });
});

describe('a store with records of 10 MiB from before the bound', () => {
  let rig: Rig;

  beforeAll(async () => {
    rig = await new Rig().start();
    await rig.register('p/+/a');
    await putOld(rig.environment);
    await rig.register('p/+/z');
  });

  afterAll(() => rig.close());

  test('a listing holds one of them at a time', async () => {
    const streams = rig.coordinator.streams();
    const bytes = await heldBytes(() => [streams.next(), streams.next()]);
    expect(bytes).toBeLessThan(HELD_BYTES_MAX);
    expect([...streams]).toHaveLength(STREAMS);
  });

  test.each([
    ['for one result', { maxResults: 1, state: true }],
    ['for one result without its state', { maxResults: 1 }],
    ['in JSON, for the state of all', { state: true }],
    ['by a tag', { tags: { k: 'v' } }],
    ['by a tag of none', { tags: { no: '' } }],
    ['by a name of none', { path: 'p/+/none' }],
  ])('Query %s takes less than 1 s of CPU', async (_name, differs) => {
    const before = process.cpuUsage();
    const bytes = await heldBytes(() =>
      rig.answer('Logs/Query', { project: 'proj', path: 'p', ...differs }),
    );
    expect(process.cpuUsage(before).user / 1000).toBeLessThan(1000);
    expect(bytes).toBeLessThan(HELD_BYTES_MAX);
  });

  test.each([
    ['all', {}, STREAMS + 2],
    ['those with a tag, which stands before what is left out', { tags: { k: 'v' } }, STREAMS],
  ])('Query finds %s, page by page', async (_name, differs, count) => {
    const found: string[] = [];
    let next = '';
    do {
      const request = { project: 'proj', path: 'p', next, ...differs };
      const page = (await rig.answer('Logs/Query', request)) as {
        streams?: { path: string }[];
        next?: string;
      };
      found.push(...(page.streams ?? []).map(({ path }) => path));
      next = page.next ?? '';
    } while (next !== '');
    expect(new Set(found).size).toBe(count);
    expect(found).toHaveLength(count);
  });

  test('Batch leaves out the loads that its answer has no place for', async () => {
    const id = streamId('p/+/old000');
    const loadStream = { project: 'proj', id, desc: true };
    const req = Array.from({ length: 100 }, () => ({ loadStream }));
    const { resp } = await rig.answer('Services/Batch', { req });
    expect((resp as object[]).length).toBeGreaterThan(0);
    expect((resp as object[]).length).toBeLessThan(3);
  });

  test('retention notes them without holding them', async () => {
    const { environment } = rig;
    const expunger = new Expunger(environment, new LmdbStorage({ environment }));
    const bytes = await heldBytes(() => expunger.adopt());
    expect(bytes).toBeLessThan(HELD_BYTES_MAX);
    const activity = new ActivityTable(rig.environment);
    expect(activity.has({ project: 'proj', path: 'p/+/old011' })).toBe(true);
    await expunger.close();
  });
});

test('what is due of retention is read by the bytes of names', async () => {
  const { environment, destroy } = openTestEnvironment();
  const activity = new ActivityTable(environment);
  const nameOf = (at: number) => `${'p'.repeat(4000)}/+/${'n'.repeat(4000)}${at}`;
  await environment.transaction(() => {
    for (let at = 0; at < 1200; at++) {
      void activity.touch({ project: 'proj', path: nameOf(at) }, at + 1, true);
    }
  });
  const due = activity.first(8192);
  expect(due.length).toBeGreaterThan(400);
  expect(due.length).toBeLessThan(600);
  expect(due[0]!.name).toBe(nameOf(0));
  await destroy();
});

test('a descriptor past the bound is decoded up to its known fields within the bound', () => {
  const large = padded('p', 'a', LARGE_BYTES);
  expect(decodableDescriptor(large)).toEqual(
    large.subarray(0, descriptor('p', 'a', { tags: { k: 'v' } }).length),
  );
  const tags = Buffer.alloc(2 * MiB, Buffer.from('32030a016b', 'hex'));
  const many = Buffer.concat([descriptor('p', 'a'), tags]);
  const decodable = decodableDescriptor(many);
  expect(decodable.length).toBeLessThanOrEqual(MAX_DESCRIPTOR_BYTES);
  expect(logpb.LogStreamDescriptor.decode(decodable)).toMatchObject({ name: 'a', tags: { k: '' } });
  expect(decodableDescriptor(descriptor('p', 'a'))).toEqual(descriptor('p', 'a'));
});

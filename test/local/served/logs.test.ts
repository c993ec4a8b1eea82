import { JSON_ANSWER_BYTES_MAX } from '../../../src/local/served/logs.js';
import { createHash } from 'node:crypto';
import { Rig } from './rig.js';

const PATH = 'a/b/+/c';
const ID = createHash('sha256').update(PATH).digest('hex');

describe('reading logs', () => {
  let rig: Rig;

  beforeEach(async () => {
    rig = await new Rig().start();
  });

  afterEach(() => rig.close());

  /** The lines that an answer's logs have. */
  async function get(differs: object = {}, method = 'Logs/Get'): Promise<string[]> {
    const answer = await rig.answer(method, { project: 'proj', path: PATH, ...differs });
    const logs = (answer.logs ?? []) as { text: { lines: { value: string }[] } }[];
    return logs.map(({ text }) => Buffer.from(text.lines[0]!.value, 'base64').toString());
  }

  async function store(): Promise<void> {
    await rig.register(PATH);
    await rig.put(PATH, 0n, ['zero', 'one', 'two']);
    await rig.put(PATH, 4n, ['four', 'five']);
  }

  test('Get begins at the beginning and stops at a gap', async () => {
    await store();
    expect(await get()).toEqual(['zero', 'one', 'two']);
  });

  test.each([
    ['begins at an index', { index: '1' }, ['one', 'two']],
    ['has nothing where the index is in a gap', { index: 3 }, []],
    [
      'goes on after a gap where that is wanted',
      { index: 2, nonContiguous: true },
      ['two', 'four', 'five'],
    ],
    [
      'begins after a gap where that is wanted',
      { index: 3, non_contiguous: true },
      ['four', 'five'],
    ],
    ['has nothing past the end', { index: 6 }, []],
    ['has at most so many logs', { logCount: 2 }, ['zero', 'one']],
    ['has no logs where their count is negative', { logCount: -1 }, []],
    ['has one log also where it is too large', { byteCount: 1 }, ['zero']],
    ['has as many logs as fit', { byteCount: 32 }, ['zero', 'one']],
  ])('Get %s', async (_name, differs, lines) => {
    await store();
    expect(await get(differs)).toEqual(lines);
  });

  test('Get: an answer in binary has at most 16 MiB of logs, whatever is asked for', async () => {
    await rig.register(PATH);
    const bytes = 6 * 1024 * 1024;
    for (const index of [0n, 1n, 2n]) await rig.put(PATH, index, ['x'.repeat(bytes)]);
    const request = Buffer.concat([
      Buffer.from('\x0a\x04proj\x12', 'latin1'),
      Buffer.of(PATH.length),
      Buffer.from(PATH),
    ]);
    const { body } = await rig.serving.post('/prpc/logdog.Logs/Get', {}, request);
    expect(Math.floor(body.length / bytes)).toBe(2);
  });

  test('Get: an answer in JSON has at most JSON_ANSWER_BYTES_MAX of logs, and one in any case', async () => {
    await rig.register(PATH);
    const half = 'x'.repeat(JSON_ANSWER_BYTES_MAX / 2 - 100);
    for (const index of [0n, 1n, 2n]) await rig.put(PATH, index, [half]);
    await rig.put(PATH, 3n, ['x'.repeat(JSON_ANSWER_BYTES_MAX + 1)]);
    expect(await get({ byteCount: 2 ** 31 - 1 })).toHaveLength(2);
    expect(await get({ index: 2 })).toHaveLength(1);
    expect(await get({ index: 3 })).toHaveLength(1);
  });

  test('a stream goes by its path or its id', async () => {
    await store();
    expect(await get({ path: ID, logCount: 1 })).toEqual(['zero']);
    expect(await get({ path: ID.toUpperCase() }, 'Logs/Tail')).toEqual(['two']);
  });

  test('Get answers state and descriptor where they are wanted', async () => {
    await rig.register(PATH, { tags: { k: 'v' }, streamType: 2 }, 9n);
    const request = { project: 'proj', path: PATH, logCount: -1 };
    expect(await rig.answer('Logs/Get', request)).toEqual({ project: 'proj', realm: '@legacy' });
    expect(await rig.answer('Logs/Get', { ...request, state: true })).toEqual({
      project: 'proj',
      state: { protoVersion: '1', created: '2026-01-01T00:00:00Z', terminalIndex: '9' },
      desc: {
        prefix: 'a/b',
        name: 'c',
        streamType: 'DATAGRAM',
        contentType: 'text/plain',
        timestamp: '2001-09-09T01:46:40.500Z',
        tags: { k: 'v' },
      },
      realm: '@legacy',
    });
  });

  test('Tail answers the last log that no gap comes before', async () => {
    await store();
    expect(await get({}, 'Logs/Tail')).toEqual(['two']);
  });

  test('Tail of a stream without logs has none, and its state where that is wanted', async () => {
    await rig.register(PATH);
    const answer = await rig.answer('Logs/Tail', { project: 'proj', path: PATH, state: true });
    expect(answer).not.toHaveProperty('logs');
    expect(answer.state).toMatchObject({ terminalIndex: '-1' });
  });

  test.each([
    ['an unknown prefix', { path: 'x/+/y' }, 'PermissionDenied'],
    ['an unknown stream of a known prefix', { path: 'a/b/+/y' }, 'NotFound'],
    ['an unknown id', { path: 'f'.repeat(64) }, 'NotFound'],
    ['the same stream of another project', { project: 'other' }, 'PermissionDenied'],
    ['what is no path', { path: 'a/b' }, 'InvalidArgument'],
    ['no path', { path: '' }, 'InvalidArgument'],
    ['no project', { project: '' }, 'InvalidArgument'],
  ])('Get and Tail refuse %s', async (_name, differs, code) => {
    await rig.register(PATH);
    const request = { project: 'proj', path: PATH, ...differs };
    expect((await rig.call('Logs/Get', request)).code).toBe(code);
    expect((await rig.call('Logs/Tail', request)).code).toBe(code);
  });

  test('Get refuses a negative index', async () => {
    await rig.register(PATH);
    const request = { project: 'proj', path: PATH, index: '-1' };
    expect((await rig.call('Logs/Get', request)).code).toBe('InvalidArgument');
  });

  test('logs and descriptor go out in binary as they are stored', async () => {
    await store();
    const descriptor = rig.coordinator.stream('proj', PATH)!.descriptor;
    const request = Buffer.from('\x0a\x04proj\x12\x07a/b/+/c\x18\x01', 'latin1');
    const { body, headers } = await rig.serving.post('/prpc/logdog.Logs/Get', {}, request);
    expect(headers['content-type']).toBe('application/prpc; encoding=binary');
    expect(body.includes(Buffer.from(descriptor))).toBe(true);
    for await (const { data } of rig.storage.get({ project: 'proj', path: PATH, limit: 3 }, {})) {
      expect(body.includes(Buffer.from(data))).toBe(true);
    }
  });
});

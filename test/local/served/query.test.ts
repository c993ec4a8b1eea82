import { LOOKED_BYTES_MAX, MAX_GLOB_COMPONENTS } from '../../../src/local/served/query.js';
import { Rig } from './rig.js';

describe('Query', () => {
  let rig: Rig;

  beforeEach(async () => {
    rig = await new Rig().start();
  });

  afterEach(() => rig.close());

  function query(differs: object = {}) {
    return rig.answer('Logs/Query', { project: 'proj', path: 'p', ...differs });
  }

  async function pathsOf(differs: object = {}): Promise<string[]> {
    const { streams = [] } = (await query(differs)) as { streams?: { path: string }[] };
    return streams.map(({ path }) => path);
  }

  async function store(): Promise<void> {
    await rig.register('p/+/a', { tags: { k: 'v', only: 'a' } });
    await rig.register('p/+/b/c', { tags: { k: 'w' }, streamType: 1, contentType: 'x/y' });
    await rig.register('p/+/b/c/d', { streamType: 2 });
    await rig.register('p/q/+/a', { tags: { k: 'v' } });
    await rig.register('pp/+/a');
  }

  test.each([
    ['a prefix alone: all of its streams', 'p', ['p/+/a', 'p/+/b/c', 'p/+/b/c/d']],
    ['a prefix with a separator: all of its streams', 'p/+', ['p/+/a', 'p/+/b/c', 'p/+/b/c/d']],
    ['a prefix with an empty name: all of its streams', 'p/+/', ['p/+/a', 'p/+/b/c', 'p/+/b/c/d']],
    ['a name: that stream', 'p/+/b/c', ['p/+/b/c']],
    ['*: streams with one component in its place', 'p/+/*', ['p/+/a']],
    ['* between components: streams with one component in its place', 'p/+/b/*/d', ['p/+/b/c/d']],
    [
      '**: streams with any number of components in its place',
      'p/+/b/**',
      ['p/+/b/c', 'p/+/b/c/d'],
    ],
    ['**: also streams with no component in its place', 'p/+/**/a', ['p/+/a']],
    ['a glob that matches no stream: none', 'p/+/z/**', []],
  ])('finds by %s', async (_name, path, paths) => {
    await store();
    expect(await pathsOf({ path })).toEqual(paths);
  });

  test.each([
    ['the year 10000', 253_402_300_800],
    ['a year before the first one', -62_135_596_801],
    ['a year that no Date has', 2 ** 53],
  ])(
    'lists all streams with state and descriptor where one began in %s',
    async (_when, seconds) => {
      await store();
      await rig.register('p/+/odd', { timestamp: { seconds, nanos: 5 } });
      const answer = (await query({ state: true })) as {
        streams: { path: string; desc: object }[];
      };
      expect(answer.streams).toHaveLength(4);
      for (const { path, desc } of answer.streams) {
        expect([path, 'timestamp' in desc]).toEqual([path, path !== 'p/+/odd']);
      }
    },
  );

  test.each([
    ['by a tag', { tags: { k: 'v' } }, ['p/+/a']],
    ['by a tag of any value', { tags: { k: '' } }, ['p/+/a', 'p/+/b/c']],
    ['by several tags', { tags: { k: 'v', only: 'b' } }, []],
    ['by a tag that every object has', { tags: { constructor: '' } }, []],
    ['by content type', { contentType: 'x/y' }, ['p/+/b/c']],
    ['by stream type', { streamType: { value: 'DATAGRAM' } }, ['p/+/b/c/d']],
    ['by the stream type that a message does not tell from none', { streamType: {} }, ['p/+/a']],
    ['by name and type', { path: 'p/+/b/**', stream_type: { value: 1 } }, ['p/+/b/c']],
    ['that are purged', { purged: 'YES' }, []],
    ['that are not purged', { purged: 'NO' }, ['p/+/a', 'p/+/b/c', 'p/+/b/c/d']],
    ['whether purged or not', { purged: 'BOTH' }, ['p/+/a', 'p/+/b/c', 'p/+/b/c/d']],
  ])('finds streams %s', async (_name, differs, paths) => {
    await store();
    expect(await pathsOf(differs)).toEqual(paths);
  });

  test('answers paths alone, or state and descriptor, as a message or as bytes', async () => {
    const desc = await rig.register('p/+/a', {}, 3n);
    const state = { protoVersion: '1', created: '2026-01-01T00:00:00Z', terminalIndex: '3' };
    expect(await query()).toEqual({
      project: 'proj',
      realm: '@legacy',
      streams: [{ path: 'p/+/a' }],
    });
    expect((await query({ state: true })).streams).toMatchObject([
      { path: 'p/+/a', state, desc: { name: 'a' } },
    ]);
    expect((await query({ state: true, proto: true })).streams).toEqual([
      { path: 'p/+/a', state, descProto: desc.toString('base64') },
    ]);
  });

  async function storeMany(prefix: string, count: number): Promise<string[]> {
    const paths = Array.from({ length: count }, (_, at) => `${prefix}/+/${at}`);
    await Promise.all(paths.map((path) => rig.register(path)));
    return paths.sort();
  }

  async function pages(differs: object): Promise<string[][]> {
    const found: string[][] = [];
    for (let next = ''; ;) {
      const page = (await query({ ...differs, next })) as {
        streams?: { path: string }[];
        next?: string;
      };
      found.push((page.streams ?? []).map(({ path }) => path));
      if (page.next === undefined) return found;
      next = page.next;
    }
  }

  test('has at most 500 streams a page, and goes on where it was left', async () => {
    const paths = await storeMany('p', 1200);
    const found = await pages({ maxResults: 10_000 });
    expect(found.map((page) => page.length)).toEqual([500, 500, 200]);
    expect(found.flat()).toEqual(paths);
  });

  test('looks at no more than LOOKED_BYTES_MAX for a page, and goes on where it stopped', async () => {
    const components = 100;
    const glob = `**/${'a/'.repeat(components - 1)}z`;
    const nameOf = (at: number) => `${String(at).padStart(3, '0')}/${'a/'.repeat(1900)}z`;
    // Each name counts as many times as the glob has components.
    const perPage = Math.ceil(LOOKED_BYTES_MAX / (components * nameOf(0).length));
    const found = 2 * perPage;
    for (let at = 0; at <= found; at++) {
      await rig.register(`p/+/${at === found ? nameOf(at) : nameOf(at).replace(/z$/, 'y')}`);
    }
    const [, ...others] = await pages({ path: `p/+/${glob}` });
    expect(others.length).toBeGreaterThanOrEqual(1);
    expect(others.flat()).toEqual([`p/+/${nameOf(found)}`]);
  });

  test('refuses a glob of more than MAX_GLOB_COMPONENTS, and no name of as many', async () => {
    const name = (more: number) => `p/+/${'a/'.repeat(MAX_GLOB_COMPONENTS - 1 + more)}`;
    expect(await pathsOf({ path: `${name(0)}*` }).catch(String)).toMatch(/PermissionDenied/);
    await store();
    expect(await pathsOf({ path: `${name(0)}*` })).toEqual([]);
    expect(await pathsOf({ path: `${name(1)}b` })).toEqual([]);
    await expect(pathsOf({ path: `${name(1)}*` })).rejects.toThrow(/at most 128 components/);
  });

  test('has at most as many streams a page as are wanted', async () => {
    const paths = await storeMany('p', 5);
    expect(await pages({ max_results: 2 })).toEqual([
      paths.slice(0, 2),
      paths.slice(2, 4),
      paths.slice(4),
    ]);
  });

  test('finds the streams of a prefix that is too long for a key, each once', async () => {
    const long = 'x'.repeat(2000);
    const paths = await storeMany(long, 5);
    await storeMany(`${long}y`, 3);
    const found = await pages({ path: long, maxResults: 2 });
    expect(found.flat().sort()).toEqual(paths);
  });

  test.each([
    ['an unknown prefix', { path: 'unknown' }, 'PermissionDenied'],
    ['no project', { project: '' }, 'InvalidArgument'],
    ['no path', { path: '' }, 'InvalidArgument'],
    ['a wildcard in the prefix', { path: 'p*/+/a' }, 'InvalidArgument'],
    ['a prefix that is no name', { path: 'p//q' }, 'InvalidArgument'],
    ['a glob that is no name', { path: 'p/+/a//*' }, 'InvalidArgument'],
    ['two separators', { path: 'p/+/a/+/b' }, 'InvalidArgument'],
    ['a cursor that is none', { next: 'nonsense' }, 'InvalidArgument'],
    [
      'the cursor of another prefix',
      { next: Buffer.from('pp/+/a').toString('base64url') },
      'InvalidArgument',
    ],
    ['a stream type that is none', { streamType: { value: 3 } }, 'InvalidArgument'],
    ['a value of purged that is none', { purged: 3 }, 'InvalidArgument'],
    ['a tag that is none', { tags: { 'a//b': '' } }, 'InvalidArgument'],
    ['the value of a tag that is too long', { tags: { k: 'v'.repeat(4097) } }, 'InvalidArgument'],
  ])('refuses %s', async (_name, differs, code) => {
    await store();
    expect((await rig.call('Logs/Query', { project: 'proj', path: 'p', ...differs })).code).toBe(
      code,
    );
  });
});

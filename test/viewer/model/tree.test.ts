import type { ListedStream } from '../../../src/viewer/list_changes.js';
import { globFilter, treeRows } from '../../../src/viewer/page/list/tree.js';

function listed(path: string): ListedStream {
  const slash = path.indexOf('/');
  const name = { project: path.slice(0, slash), path: path.slice(slash + 1) };
  return { ...name, type: 0, created: 0, terminalIndex: '-1' };
}

const STREAMS = ['a/x/+/1', 'a/x/+/sub/2', 'a/y/z/+/1', 'b/x/+/1'].map(listed);

function shown(closed: string[]): string[] {
  return treeRows(STREAMS, new Set(closed)).map((row) =>
    row.kind === 'stream' ? row.name : `${row.key} (${row.count})`,
  );
}

describe('viewer: tree of streams', () => {
  test('has each project and prefix once, before what is under it', () => {
    expect(shown([])).toEqual([
      'a (3)',
      'a/x (2)',
      '1',
      'sub/2',
      'a/y/z (1)',
      '1',
      'b (1)',
      'b/x (1)',
      '1',
    ]);
  });

  test('leaves out what is under a closed prefix or project', () => {
    expect(shown(['a/x', 'b'])).toEqual(['a (3)', 'a/x (2)', 'a/y/z (1)', '1', 'b (1)']);
  });

  test.each([
    ['', 4],
    ['  ', 4],
    ['a', 3],
    ['a/x/+/1', 1],
    ['**/1', 3],
    ['*/x/+/*', 2],
    ['c', 0],
  ])('the filter %j shows %d streams', (glob, count) => {
    const matches = globFilter(glob);
    expect(STREAMS.filter(({ project, path }) => matches(`${project}/${path}`))).toHaveLength(
      count,
    );
  });
});

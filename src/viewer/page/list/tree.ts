import { PATH_SEPARATOR } from '../../../bundle/path_separator.js';
import { pathMatcher } from '../../../cli/glob.js';
import type { ListedStream } from '../../list_changes.js';

/** A project, or a prefix of it, with the number of its streams. */
interface Group {
  readonly kind: 'project' | 'prefix';
  readonly key: string;
  readonly name: string;
  count: number;
}

export interface StreamRow {
  readonly kind: 'stream';
  readonly key: string;
  /** Without the prefix. */
  readonly name: string;
  readonly stream: ListedStream;
}

/** A row of the list. */
export type TreeRow = Readonly<Group> | StreamRow;

/** Returns the filter of the list: the glob of `ls`; an empty one matches everything. */
export function globFilter(glob: string): (path: string) => boolean {
  const trimmed = glob.trim();
  return trimmed === '' ? () => true : pathMatcher(trimmed);
}

/** Orders names as their bytes are ordered. */
export function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

/**
 * Returns the rows of streams that are in order: each project before its prefixes, each prefix before its streams. What is
 * under a closed row is left out.
 */
export function treeRows(streams: readonly ListedStream[], closed: ReadonlySet<string>): TreeRow[] {
  const rows: TreeRow[] = [];
  const groups = new Map<string, Group>();
  /** Counts a stream in its group, whose row is put before that of its first stream. */
  const count = (kind: Group['kind'], key: string, name: string, shown: boolean) => {
    let group = groups.get(key);
    if (group === undefined) {
      groups.set(key, (group = { kind, key, name, count: 0 }));
      if (shown) rows.push(group);
    }
    group.count++;
  };
  for (const stream of streams) {
    const { project, path } = stream;
    const prefix = path.slice(0, Math.max(0, path.indexOf(PATH_SEPARATOR)));
    const key = `${project}/${prefix}`;
    const isOpen = !closed.has(project);
    count('project', project, project, true);
    count('prefix', key, prefix, isOpen);
    if (!isOpen || closed.has(key)) continue;
    const name = path.slice(prefix.length + PATH_SEPARATOR.length);
    rows.push({ kind: 'stream', key: `${project}/${path}`, name, stream });
  }
  return rows;
}

import { PATH_SEPARATOR } from '../../../bundle/path_separator.js';
import type { ListedStream } from '../../list_changes.js';

/** A row of the list: a project, a prefix of it, or a stream. */
export type TreeRow =
  | {
      readonly kind: 'project' | 'prefix';
      readonly key: string;
      readonly name: string;
      readonly count: number;
    }
  | {
      readonly kind: 'stream';
      readonly key: string;
      readonly name: string;
      readonly stream: ListedStream;
    };

interface Prefix {
  readonly name: string;
  readonly streams: ListedStream[];
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
  const projects = new Map<string, Map<string, Prefix>>();
  for (const stream of streams) {
    const name = stream.path.slice(0, Math.max(0, stream.path.indexOf(PATH_SEPARATOR)));
    const prefixes = getOrPut(projects, stream.project, () => new Map<string, Prefix>());
    getOrPut(prefixes, name, () => ({ name, streams: [] })).streams.push(stream);
  }
  const rows: TreeRow[] = [];
  for (const [project, prefixes] of projects) {
    let count = 0;
    for (const prefix of prefixes.values()) count += prefix.streams.length;
    rows.push({ kind: 'project', key: project, name: project, count });
    if (!closed.has(project)) {
      for (const prefix of prefixes.values()) addPrefix(rows, project, prefix, closed);
    }
  }
  return rows;
}

function addPrefix(
  rows: TreeRow[],
  project: string,
  { name, streams }: Prefix,
  closed: ReadonlySet<string>,
): void {
  const key = `${project}/${name}`;
  rows.push({ kind: 'prefix', key, name, count: streams.length });
  if (closed.has(key)) return;
  for (const stream of streams) {
    const { path } = stream;
    const short = path.slice(name.length + PATH_SEPARATOR.length);
    rows.push({ kind: 'stream', key: `${project}/${path}`, name: short, stream });
  }
}

function getOrPut<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  let value = map.get(key);
  if (value === undefined) map.set(key, (value = make()));
  return value;
}

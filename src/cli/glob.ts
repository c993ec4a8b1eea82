import { PathGlob } from '../common/path_glob.js';

/**
 * Returns whether a stream's whole path, `PROJECT/PREFIX/+/NAME`, matches a glob: `*` is one component, `**` any number
 * of them, also none; within a component, `*` stands for any characters. A glob without `*` means the stream of that
 * path, and all under it.
 */
export function pathMatcher(glob: string): (path: string) => boolean {
  const trimmed = glob.replace(/^\/+/, '').replace(/(?<!\/)\/+$/, '');
  // A path matches by its beginning, in whole components.
  if (!trimmed.includes('*')) return (path) => `${path}/`.startsWith(`${trimmed}/`);
  const compiled = new PathGlob(trimmed, { leastChars: 0 });
  return (path) => compiled.matches(path);
}

import { pathMatcher } from '../../../cli/glob.js';

/** Returns the filter of the list: the glob of `ls`; an empty one matches everything. */
export function globFilter(glob: string): (path: string) => boolean {
  const trimmed = glob.trim();
  return trimmed === '' ? () => true : pathMatcher(trimmed);
}

/**
 * Whether a stream's name matches a glob of Query: a component `**` is any number of components, also none; a `*` is one
 * component, or a part of one that is not empty.
 *
 * Both levels go on greedily and go back to the last wildcard only, so that no glob takes longer than glob times name.
 */
export function matchesName(glob: string, name: string): boolean {
  return matches(glob.split('/'), name.split('/'), (pattern) => pattern === '**', matchesComponent);
}

/** A `*` takes at least one character: the first is any, what follows may be any number. */
function matchesComponent(pattern: string, component: string): boolean {
  const parts = pattern
    .replace(/\*+/g, '*')
    .split('')
    .flatMap((char) => (char === '*' ? [ONE, ANY] : [char]));
  return matches(
    parts,
    component.split(''),
    (part) => part === ANY,
    (part, char) => part === ONE || part === char,
  );
}

/** Neither is a character of a name. */
const ONE = '?';
const ANY = '*';

/** Whether items match patterns one by one, where some patterns stand for any number of items. */
function matches(
  patterns: readonly string[],
  items: readonly string[],
  isAny: (pattern: string) => boolean,
  isMatch: (pattern: string, item: string) => boolean,
): boolean {
  let at = 0;
  /** Behind the last wildcard, and the first item that it has not taken. */
  let again: { pattern: number; item: number } | undefined;
  let item = 0;
  while (item < items.length) {
    const pattern = patterns[at];
    if (pattern !== undefined && isAny(pattern)) {
      again = { pattern: ++at, item };
    } else if (pattern !== undefined && isMatch(pattern, items[item]!)) {
      at++;
      item++;
    } else if (again !== undefined) {
      again.item++;
      at = again.pattern;
      item = again.item;
    } else {
      return false;
    }
  }
  return patterns.slice(at).every(isAny);
}

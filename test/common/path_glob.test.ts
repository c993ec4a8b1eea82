import { PathGlob } from '../../src/common/path_glob.js';
import { Random } from '../../src/testing/random.js';

/** As a glob of Query matches. */
function matchesName(glob: string, name: string): boolean {
  return new PathGlob(glob, { leastChars: 1 }).matches(name);
}

describe('a glob of Query', () => {
  test.each([
    ['a', 'a', true],
    ['a', 'b', false],
    ['a/b', 'a/b', true],
    ['a', 'a/b', false],
    ['*', 'abc', true],
    ['*', 'a/b', false],
    ['*/*', 'a/b', true],
    ['a*', 'ab', true],
    ['a*', 'a', false],
    ['a*c', 'abbc', true],
    ['a*c', 'ac', false],
    ['*a*', 'bab', true],
    ['*a*', 'ab', false],
    ['a*b*c', 'a1b2b3c', true],
    ['**', 'a', true],
    ['**', 'a/b/c', true],
    ['a/**', 'a', true],
    ['a/**', 'a/b/c', true],
    ['a/**', 'ab', false],
    ['**/c', 'c', true],
    ['**/c', 'a/b/c', true],
    ['**/c', 'a/bc', false],
    ['a/**/c', 'a/c', true],
    ['a/**/c', 'a/b/b/c', true],
    ['a/**/b/*', 'a/b/b/b', true],
    ['**/**', 'a', true],
    ['**/*/**', 'a', true],
    ['a.c', 'abc', false],
  ])('%s matches %s: %s', (glob, name, expected) => {
    expect(matchesName(glob, name)).toBe(expected);
  });

  test('matches what a regular expression of the same meaning does', () => {
    const seed = Date.now();
    console.log(`seed ${seed}`);
    const random = new Random(seed);
    const word = (letters: readonly string[]) =>
      Array.from({ length: random.between(1, 4) }, () => random.pick(letters)).join('');
    const words = (letters: readonly string[]) =>
      Array.from({ length: random.between(1, 4) }, () => word(letters));
    let matched = 0;
    for (let i = 0; i < 5000; i++) {
      const glob = words(['a', 'b', '*']).map((part) => (random.oneIn(4) ? '**' : part));
      const name = words(['a', 'b']).join('/');
      const expected = expressionOf(glob).test(`/${name}`);
      if (expected) matched++;
      expect([seed, glob.join('/'), name, matchesName(glob.join('/'), name)]).toEqual([
        seed,
        glob.join('/'),
        name,
        expected,
      ]);
    }
    expect(matched).toBeGreaterThan(500);
  });

  test('an empty star matches where the rules say so', () => {
    const matches = (glob: string, name: string) =>
      new PathGlob(glob, { leastChars: 0 }).matches(name);
    expect([matches('a*', 'a'), matches('a*c', 'ac'), matches('*b*', 'b')]).toEqual([
      true,
      true,
      true,
    ]);
    expect([matches('a*a', 'a'), matches('ab*bc', 'abc')]).toEqual([false, false]);
  });
});

describe('the time of a glob is linear in the name', () => {
  const LENGTH = 4096;
  const literal = `${'a'.repeat(390)}b`;
  const components = LENGTH / 2;

  /** Globs and names that make a matcher which goes back do much: each is refused. */
  const CASES: [string, string, string][] = [
    ['ten stars and long literals', `*${`${literal}*`.repeat(9)}`, 'a'.repeat(LENGTH)],
    ['a literal that nearly repeats', `*${'a'.repeat(LENGTH / 2)}b*`, 'a'.repeat(LENGTH)],
    [
      'a literal that nearly repeats, read backwards',
      `*b${'a'.repeat(LENGTH / 2)}*`,
      'a'.repeat(LENGTH),
    ],
    ['two thousand stars', '*a'.repeat(2000), `${'a'.repeat(LENGTH - 6)}b`],
    ['ten ** and long components', `${`**/${literal}/`.repeat(10)}x`, `${literal}/`.repeat(10)],
    ['many ** of one component', `${'**/a/'.repeat(800)}b`, `${'a/'.repeat(components - 8)}c`],
    [
      'ten ** and runs of components',
      `${`**/${'a/'.repeat(10)}b/`.repeat(10)}**`,
      'a/'.repeat(components) + 'a',
    ],
    [
      'components with stars behind **',
      `${`**/${'*a*/'.repeat(10)}b/`.repeat(10)}**`,
      'a/'.repeat(components) + 'a',
    ],
  ];

  test.each(CASES)('%s: 300 names take less than 2 s', (_name, text, name) => {
    for (const leastChars of [0, 1] as const) {
      const glob = new PathGlob(text, { leastChars });
      const before = process.cpuUsage();
      for (let i = 0; i < 300; i++) expect(glob.matches(name)).toBe(false);
      expect(process.cpuUsage(before).user / 1000).toBeLessThan(2000);
    }
  });
});

/** Of `/name`, so that each component stands behind a slash. */
function expressionOf(glob: readonly string[]): RegExp {
  const parts = glob.map((part) =>
    part === '**' ? '(?:/[^/]+)*' : `/${part.replace(/\*+/g, '[^/]+')}`,
  );
  return new RegExp(`^${parts.join('')}$`);
}

import { matchesName } from '../../../src/coordinator/served/name_glob.js';
import { Random } from '../../random.js';

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

  test('takes no time that grows faster than glob times name', () => {
    const started = performance.now();
    expect(matchesName('*a'.repeat(2000), `${'a'.repeat(4090)}b`)).toBe(false);
    expect(matchesName('**/a/'.repeat(800) + 'b', `${'a/'.repeat(2040)}c`)).toBe(false);
    expect(performance.now() - started).toBeLessThan(5000);
  });
});

/** Of `/name`, so that each component stands behind a slash. */
function expressionOf(glob: readonly string[]): RegExp {
  const parts = glob.map((part) =>
    part === '**' ? '(?:/[^/]+)*' : `/${part.replace(/\*+/g, '[^/]+')}`,
  );
  return new RegExp(`^${parts.join('')}$`);
}

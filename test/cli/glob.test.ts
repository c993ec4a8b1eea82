import { pathMatcher } from '../../src/cli/glob.js';

const PATH = 'demo/me/1/+/steps/build/stdout';

describe('a glob', () => {
  it.each([
    ['** is any number of components', '**'],
    ['** may stand for none', 'demo/**/me/1/+/steps/build/stdout'],
    ['** may stand for the rest', 'demo/**'],
    ['** may stand in the middle', 'demo/**/stdout'],
    ['** may stand twice', '**/1/**/stdout'],
    ['* is one component', 'demo/me/*/+/steps/build/stdout'],
    ['* may stand for every component', '*/*/*/*/*/*/*'],
    ['* may be a part of a component', '**/b*d/std*'],
    ['without * it is the path', 'demo/me/1/+/steps/build/stdout'],
    ['without * it is a path above', 'demo/me'],
    ['slashes before and after do not count', '/demo/me/'],
    ['+ is a character as any other', 'demo/me/1/+/**'],
  ])('%s', (_rule, glob) => {
    expect(pathMatcher(glob)(PATH)).toBe(true);
  });

  it.each([
    ['* is not two components', 'demo/*/+/steps/build/stdout'],
    ['* is not none', 'demo/me/1/+/steps/build/stdout/*'],
    ['with a * it matches the whole path', 'demo/*'],
    ['a component is not the beginning of another', 'demo/m'],
    ['a longer path', 'demo/me/1/+/steps/build/stdout/more'],
    ['another name', '**/stderr'],
    ['. is no wildcard', '**/st.*'],
  ])('does not match: %s', (_rule, glob) => {
    expect(pathMatcher(glob)(PATH)).toBe(false);
  });

  it('of many wildcards takes no time', () => {
    expect(pathMatcher(`${'**/'.repeat(200)}x`)('a/'.repeat(1000) + 'b')).toBe(false);
  });
});

import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';

const ROOT = resolve(__dirname, '../..');

/** What has comments, messages or prose: source, documents, and the files of a deployment. */
const PLACES = [
  'src',
  'docs',
  'bench',
  'scripts',
  'deploy',
  'CHANGELOG.md',
  'CONTRIBUTING.md',
  'README.md',
  'SECURITY.md',
  'function.yaml',
  'Dockerfile',
];

/** Phrases that are not the field's words, each with what to write instead. */
const PHRASES: readonly [phrase: RegExp, instead: string][] = [
  [/\bunless told\b/, '"default: X"'],
  [/\bunless set\b/, '"default: X"'],
  [/\b(whoever|nobody|somebody|everybody|anybody)\b/, 'the thing or the caller that is meant'],
  [/\bcomes? on top\b/, '"in excess"'],
  [/\bcannot be had\b/, '"is unavailable"'],
  [/\b(laptop side|embedded (store|coordinator))\b/, '"local"'],
  [/\b(turned away|let in|lets in)\b/, '"rejected", "accepted", or "authenticated"'],
  [/\ban? (object|line|promise|timer) a (row|log|message|push|stream|frame)\b/, '"per"'],
];

/** The title of a test, or of a group of them. */
const TITLE = /^\s*(?:describe|it|test)(?:\.each\(.*\))?\(\s*(['"`].*)$/gm;

/** Made by tools, or not ours. */
const NOT_OURS = /\/(gen|screenshots)\/|\.(png|jsonl|json)$/;

function files(place: string): string[] {
  if (!statSync(join(ROOT, place)).isDirectory()) return [place];
  return readdirSync(join(ROOT, place), { recursive: true, encoding: 'utf8' })
    .map((name) => join(place, name))
    .filter((file) => !NOT_OURS.test(file) && statSync(join(ROOT, file)).isFile());
}

/** The passages of all places that match, as `file: text`; a phrase may go over the end of a line. */
function passagesWith(phrase: RegExp): string[] {
  return PLACES.flatMap(files).flatMap((file) => {
    const prose = readFileSync(join(ROOT, file), 'utf8').replace(
      /\s*\n\s*(\*(?!\/)|\/\/|#)?\s*/g,
      ' ',
    );
    return [...prose.matchAll(new RegExp(phrase, 'gi'))].map(
      ({ index }) => `${file}: ${prose.slice(Math.max(0, index - 60), index + 60)}`,
    );
  });
}

describe('the language of source and documents', () => {
  test.each(PHRASES)('has none of %s: write %s', (phrase) => {
    expect(passagesWith(phrase)).toEqual([]);
  });

  test.each(PHRASES)('has none of %s in the title of a test: write %s', (phrase) => {
    const titles = files('test').flatMap((file) =>
      [...readFileSync(join(ROOT, file), 'utf8').matchAll(TITLE)].map(
        ([, title]) => `${file}: ${title!}`,
      ),
    );
    expect(titles.length).toBeGreaterThan(1000);
    expect(titles.filter((title) => new RegExp(phrase, 'i').test(title))).toEqual([]);
  });

  test('is read in every folder of source and in every document', () => {
    const read = PLACES.flatMap(files);
    expect(read).toEqual(expect.arrayContaining(['src/index.ts', 'docs/operations.md']));
    expect(read.length).toBeGreaterThan(200);
  });
});

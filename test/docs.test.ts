import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { COMMANDS } from '../src/cli/commands.js';
import { ERRORS } from '../src/common/errors.js';
import { type Setting, shownDefault } from '../src/service/setting.js';
import { SETTINGS } from '../src/service/settings.js';
import { type Instrument, INSTRUMENTS } from '../src/telemetry/instruments.js';

const ROOT = resolve(__dirname, '../..');
const DOCUMENTS = [
  'README.md',
  'CHANGELOG.md',
  'CONTRIBUTING.md',
  'SECURITY.md',
  'deploy/terraform/README.md',
  ...folder('docs'),
  ...folder('docs/decisions'),
];

function folder(path: string): string[] {
  return readdirSync(join(ROOT, path))
    .filter((name) => name.endsWith('.md'))
    .map((name) => `${path}/${name}`);
}

function read(path: string): string {
  return readFileSync(join(ROOT, path), 'utf8');
}

/** The rows of the table between `<!-- name -->` and `<!-- /name -->`, without its head, each as its cells. */
function table(path: string, name: string): string[][] {
  const [, between] =
    new RegExp(`<!-- ${name} -->(.*)<!-- /${name} -->`, 's').exec(read(path)) ?? [];
  if (between === undefined) throw new Error(`${path} has no table ${name}`);
  const lines = between.split('\n').filter((line) => line.startsWith('|'));
  return lines.slice(2).map((line) =>
    line
      .slice(1, -1)
      .split('|')
      .map((cell) => cell.trim()),
  );
}

/** The paths of all files below a folder. */
function filesIn(place: string): string[] {
  return readdirSync(join(ROOT, place), { recursive: true, encoding: 'utf8' }).map((name) =>
    join(place, name),
  );
}

function code(text: string): string {
  return text === '' ? '' : `\`${text}\``;
}

/** Every match of a pattern's first group in the documents. @param folderOf what a match is relative to */
function mentions(pattern: RegExp, folderOf = (_document: string) => ''): string[] {
  return DOCUMENTS.flatMap((document) =>
    [...read(document).matchAll(pattern)].map(([, found]) => join(folderOf(document), found!)),
  );
}

/** The anchors of a document's headings, as GitHub makes them. */
function anchors(document: string): string[] {
  return [...read(document).matchAll(/^#+ (.+)$/gm)].map(([, heading]) =>
    heading!
      .toLowerCase()
      .replace(/[^\w\s-]/g, '')
      .replaceAll(' ', '-'),
  );
}

describe('the documentation', () => {
  test('lists every setting in docs/settings.md with its default, its help and its values', () => {
    const settings = Object.values<Setting<unknown>>(SETTINGS).map((setting) => [
      `\`${setting.name}\``,
      code(shownDefault(setting)),
      setting.help,
      setting.expects,
    ]);
    expect(table('docs/settings.md', 'settings')).toEqual(settings);
  });

  test('lists the settings that a deployment decides in the README, a dozen at most', () => {
    const settings = Object.values<Setting<unknown>>(SETTINGS)
      .filter(({ common }) => common === true)
      .map((setting) => [`\`${setting.name}\``, code(setting.default), setting.help]);
    expect(table('README.md', 'settings')).toEqual(settings);
    expect(settings.length).toBeGreaterThan(0);
    expect(settings.length).toBeLessThanOrEqual(12);
  });

  test('lists every error code, whether it comes again, and what it means', () => {
    const errors = Object.entries(ERRORS).map(([code, { retryable, text }]) => [
      `\`${code}\``,
      retryable ? 'yes' : 'no',
      text,
    ]);
    expect(table('docs/operations.md', 'errors')).toEqual(errors);
  });

  test('lists every metric with its labels, its unit and its help', () => {
    const metrics = Object.values<Instrument>(INSTRUMENTS).map((metric) => [
      `\`${metric.name}\``,
      metric.kind,
      metric.labels.map((label) => `\`${label}\``).join(', '),
      metric.unit,
      metric.help,
    ]);
    expect(table('docs/operations.md', 'metrics')).toEqual(metrics);
  });

  test('names only npm scripts that there are', () => {
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
    const named = new Set(mentions(/npm run (?:-s )?([a-z:-]+)/g));
    expect([...named].filter((name) => !(name in scripts))).toEqual([]);
  });

  test('names only commands that there are', () => {
    const named = new Set(mentions(/(?:npx |bin\/)logdog-collector(?:\.js)? ([a-z-]+)/g));
    named.delete('help');
    expect([...named].filter((name) => !(name in COMMANDS))).toEqual([]);
  });

  test('names only files and folders of the repository that exist', () => {
    const named = new Set([
      ...mentions(/(?<![\w./-])((?:src|test|bench|docs|scripts|bin)\/[\w./-]*\w)/g),
      ...mentions(/]\((?![a-z]+:)(?!#)([^)#\s]+)/g, (path) => dirname(path)),
    ]);
    expect([...named].filter((path) => !existsSync(join(ROOT, path)))).toEqual([]);
  });

  test('links only to headings that exist', () => {
    const links = DOCUMENTS.flatMap((document) =>
      [...read(document).matchAll(/]\((?![a-z]+:)([^)#\s]*)#([^)\s]+)\)/g)].map(
        ([, file = '', anchor = '']) => ({ document, file, anchor }),
      ),
    );
    const broken = links.filter(({ document, file, anchor }) => {
      const target = file === '' ? document : join(dirname(document), file);
      return !anchors(target).includes(anchor);
    });
    expect(broken).toEqual([]);
  });

  test('answers where something is decided with one or two files, which hold the name to search for', () => {
    const answers = table('docs/architecture.md', 'where').map(([question, files = '']) => ({
      question,
      files: [...files.matchAll(/`([^`]+)` \(`([^`]+)`\)/g)].map(([, file, name]) => [
        file!,
        name!,
      ]),
    }));
    const wrong = answers.filter(({ files }) => {
      const held = files.filter(([file, name]) => read(file!).includes(name!));
      return files.length < 1 || files.length > 2 || held.length < files.length;
    });
    expect(answers.length).toBeGreaterThanOrEqual(10);
    expect(wrong).toEqual([]);
  });

  test('says of every file that gives a push back with TOO_MUCH_IN_FLIGHT when it does', () => {
    const places = table('docs/architecture.md', 'where').map(([, files = '']) => files);
    const refusing = filesIn('src').filter(
      (path) => path.endsWith('.ts') && read(path).includes("Error('TOO_MUCH_IN_FLIGHT'"),
    );
    const ofPushes = refusing.filter((path) => !path.startsWith('src/local/served/'));
    expect(ofPushes.length).toBeGreaterThan(4);
    expect(ofPushes.filter((path) => !places.join().includes(`\`${path}\``))).toEqual([]);
  });

  test('lists every folder of src in the layout of the README', () => {
    const folders = readdirSync(join(ROOT, 'src'), { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => `${name}/`);
    const listed = [...read('README.md').matchAll(/^\| `(\w+\/)`\s+\|/gm)].map(([, name]) => name!);
    expect(listed.sort()).toEqual(folders.sort());
  });

  test('has every section of the protocol that a comment cites', () => {
    const sections = [...read('docs/protocol.md').matchAll(/^## (\d+)\. /gm)].map(([, n]) => n!);
    const cited = ['src', 'test', 'bench']
      .flatMap(filesIn)
      .filter((path) => /\.(tsx?|proto)$/.test(path))
      .flatMap((path) => [...read(path).matchAll(/protocol section (\d+)/g)].map(([, n]) => n!));
    expect(sections).toEqual(['1', '2', '3', '4', '5']);
    expect(cited.length).toBeGreaterThan(40);
    expect(cited.filter((n) => !sections.includes(n))).toEqual([]);
  });

  test('names every departure in a test', () => {
    const departures = [...read('docs/differences.md').matchAll(/^\|\s+(\d+)\s+\|/gm)].map(
      ([, n]) => n!,
    );
    const tests = ['test', 'src/testing']
      .flatMap(filesIn)
      .filter((path) => path.endsWith('.ts'))
      .map(read)
      .join('\n');
    const untested = departures.filter((n) => !new RegExp(`departure ${n}\\b`).test(tests));
    expect(departures).toHaveLength(12);
    expect(untested).toEqual([]);
  });
});

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { version } from '../src/common/package_root.js';

const ROOT = join(__dirname, '../..');

function read(path: string): string {
  return readFileSync(join(ROOT, path), 'utf8');
}

interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly private?: boolean;
  readonly keywords: readonly string[];
  readonly license: string;
  readonly repository: { readonly url: string };
  readonly bugs: string;
  readonly homepage: string;
  readonly engines: { readonly node: string };
}

const manifest = JSON.parse(read('package.json')) as Manifest;
const [, REPOSITORY] = /^git\+(https:\/\/github\.com\/[\w-]+\/[\w-]+)\.git$/.exec(
  manifest.repository.url,
)!;

describe('the manifest', () => {
  test('can be published, and says what a registry shows', () => {
    expect(manifest.private).toBeUndefined();
    expect(manifest.license).toBe('Apache-2.0');
    expect(manifest.keywords).toContain('logdog');
    expect(manifest.bugs).toBe(`${REPOSITORY!}/issues`);
    expect(manifest.homepage).toBe(`${REPOSITORY!}#readme`);
  });

  test('has the version that the program says, and the lock file', () => {
    const lock = JSON.parse(read('package-lock.json')) as {
      version: string;
      packages: Record<string, { version: string }>;
    };
    expect(version()).toBe(manifest.version);
    expect([lock.version, lock.packages['']!.version]).toEqual([
      manifest.version,
      manifest.version,
    ]);
  });

  test('has the version whose tag the Terraform module is taken from', () => {
    const [, tag] = /\?ref=v([^"]+)"/.exec(read('deploy/terraform/README.md'))!;
    expect(tag).toBe(manifest.version);
  });

  test('has a version that the changelog begins with', () => {
    const [, newest] = /^## (\S+)/m.exec(read('CHANGELOG.md'))!;
    expect(newest).toBe(manifest.version);
  });

  test('runs on the versions of Node that the tests are run with, and no others', () => {
    const tested = [...read('scripts/node_runtime.mjs').matchAll(/'(\d+)\.\d+\.\d+'/g)];
    const majors = [...new Set(tested.map(([, major]) => major!))].sort();
    const named = [...manifest.engines.node.matchAll(/\^(\d+)\./g)].map(([, major]) => major!);
    expect(named).toEqual(majors);
  });

  test('names the repository that documents lead to', () => {
    const documents = [
      'CHANGELOG.md',
      'CONTRIBUTING.md',
      'README.md',
      'SECURITY.md',
      'deploy/terraform/README.md',
      ...readdirSync(join(ROOT, 'docs'))
        .filter((name) => name.endsWith('.md'))
        .map((name) => `docs/${name}`),
    ];
    const texts = documents.map(read).join('\n');
    const led = [...texts.matchAll(/https:\/\/github\.com\/logdog-collector\/[\w-]+/g)];
    expect(led.length).toBeGreaterThan(0);
    expect([...new Set(led.map(([url]) => url))]).toEqual([REPOSITORY]);
  });
});

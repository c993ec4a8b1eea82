import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const ROOT = resolve(__dirname, '../..');

interface Locked {
  readonly version?: string;
  readonly integrity?: string;
  readonly resolved?: string;
  readonly optional?: boolean;
  readonly hasInstallScript?: boolean;
}

/** Why a package with an install script works without it. */
const WITHOUT_SCRIPT: Readonly<Record<string, string>> = {
  '@parcel/watcher': 'only tests; its binaries are packages of their own, and only `--watch` asks',
  esbuild: 'its binaries are packages of their own, @esbuild/*',
  lmdb: 'its binaries are packages of their own, @lmdb/*',
  'msgpackr-extract': 'optional, and its binaries are packages of their own, @msgpackr-extract/*',
  protobufjs: 'the script only warns of version ranges',
  sse4_crc32: 'optional: fast-crc32c has the same in JavaScript, and nothing here asks for it',
};

function read(name: string): string {
  return readFileSync(join(ROOT, name), 'utf8');
}

const lock = JSON.parse(read('package-lock.json')) as { packages: Record<string, Locked> };
const locked = Object.entries(lock.packages).filter(([path]) => path !== '');

describe('the dependencies', () => {
  test('are named by exact versions', () => {
    const { dependencies, devDependencies } = JSON.parse(read('package.json')) as Record<
      string,
      Record<string, string>
    >;
    for (const version of Object.values({ ...dependencies, ...devDependencies })) {
      expect(version).toMatch(/^\d+\.\d+\.\d+$/);
    }
  });

  test('are locked by their content', () => {
    // Binaries for other machines may not have been there to lock: they are optional, and their versions stand.
    const elsewhere = (one: Locked) => one.optional === true && one.resolved === undefined;
    const loose = locked.filter(
      ([, one]) => !elsewhere(one) && one.integrity?.startsWith('sha512-') !== true,
    );
    expect(loose.map(([path]) => path)).toEqual([]);
  });

  test('run no install script, and each that has one is known to work without', () => {
    expect(read('.npmrc').split('\n')).toContain('ignore-scripts=true');
    const names = locked
      .filter(([, { hasInstallScript }]) => hasInstallScript === true)
      .map(([path]) => path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length));
    expect([...new Set(names)].sort()).toEqual(Object.keys(WITHOUT_SCRIPT).sort());
  });
});

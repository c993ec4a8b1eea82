import { existsSync, lstatSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { Project, ROOT, runIn } from './project.js';

const PACKED_BYTES_MAX = 1_500_000;
/** Some 240 MB: `googleapis`, which the metrics exporter of Bigtable's client brings, has 111, lmdb's binary for one platform 16. */
const INSTALLED_BYTES_MAX = 260_000_000;

/** A program that uses every entry. */
const PROGRAM = `
import { type AckResult, Collector, CollectorError, createPushHandler, type ErrorCode } from 'logdog-collector/collector';
import { type Coordinator, MemoryCoordinator, NOT_TERMINATED } from 'logdog-collector/coordinator';
import { openLocal } from 'logdog-collector/local';
import { type BigtableOptions, MemoryStorage, openBigtableStorage, type Storage } from 'logdog-collector/storage';
import { buildMessage, storageContract } from 'logdog-collector/testing';

const table: BigtableOptions = { project: 'p', instance: 'i', table: 't', emulatorHost: '127.0.0.1:9' };
const bigtable: Storage = openBigtableStorage(table);
const coordinator: Coordinator = new MemoryCoordinator();
const collector = new Collector({ coordinator, storage: new MemoryStorage(), streamStateCacheExpireMs: 0 });
const code: ErrorCode = 'SHUTTING_DOWN';

async function main(): Promise<void> {
  const result: AckResult = await collector.process(buildMessage({ streams: [{ name: 'a', logs: ['x'] }] }));
  await collector.close();
  const error: unknown = await collector.process(new Uint8Array(1)).catch((thrown: unknown) => thrown);
  const same = error instanceof CollectorError && error.retryable && error.code === code;
  const local = openLocal('program-logs');
  await local.close();
  await bigtable.close();
  const { handle } = createPushHandler({ collector });
  const cases = storageContract(() => Promise.reject(new Error('no storage')));
  console.log(result.outcome, same, NOT_TERMINATED, typeof handle, cases.length > 20);
}

void main();
`;
const PRINTED = 'done true -1n function true\n';

const PLAIN = `
import { Collector } from 'logdog-collector/collector';
import { MemoryCoordinator, streamId } from 'logdog-collector/coordinator';
import { openLocal } from 'logdog-collector/local';
import { MemoryStorage } from 'logdog-collector/storage';
import { coordinatorContract } from 'logdog-collector/testing';

const collector = new Collector({ coordinator: new MemoryCoordinator(), storage: new MemoryStorage() });
const named = [openLocal, streamId].every((one) => typeof one === 'function');
console.log(collector instanceof Collector, named, coordinatorContract(() => undefined).length > 20);
`;

let project: Project;

beforeAll(() => {
  project = new Project();
});

afterAll(() => {
  project.remove();
});

describe('the packed package', () => {
  const files = () =>
    (readdirSync(project.installed, { recursive: true }) as string[]).filter(
      (name) => !statSync(join(project.installed, name)).isDirectory(),
    );

  test('has less than 1.5 MB', () => {
    expect(statSync(project.tarball).size).toBeLessThan(PACKED_BYTES_MAX);
  });

  test('has what runs, its source maps and its declarations, and neither tests nor sources', () => {
    const known =
      /^(bin\/[\w-]+\.js|build\/dist\/.*\.(js|js\.map|jsonl|proto|txt)|build\/lib\/\w+\.js|build\/lib\/types\/.*\.d\.ts|build\/viewer\/\w+\.(css|html|js)|[A-Z]+(\.md)?|package\.json)$/;
    expect(files().filter((name) => !known.test(name))).toEqual([]);
  });

  test('has each file that package.json names', () => {
    const manifest = readFileSync(join(project.installed, 'package.json'), 'utf8');
    const named = [...manifest.matchAll(/"((?:\.\/)?(?:bin|build)\/[^"*]+\.\w+)"/g)].map(
      ([, path]) => path!,
    );
    expect(named.length).toBeGreaterThan(12);
    expect(named.filter((path) => !existsSync(join(project.installed, path)))).toEqual([]);
  });

  test('takes less than 260 MB with what it depends on', () => {
    const bytes = [project.installed, ...dependencies()].map(bytesOf);
    expect(bytes.length).toBeGreaterThan(50);
    expect(bytes.reduce((sum, one) => sum + one, 0)).toBeLessThan(INSTALLED_BYTES_MAX);
  });

  test('has no findings of publint', () => {
    const publint = join(ROOT, 'node_modules/publint/src/cli.js');
    const { status, out } = runIn(project.installed, process.execPath, [
      publint,
      'run',
      '.',
      '--strict',
      '--pack',
      'false',
    ]);
    expect(out).toContain('All good!');
    expect(status).toBe(0);
  });

  test('has no findings of @arethetypeswrong/cli', () => {
    const attw = join(ROOT, 'node_modules/@arethetypeswrong/cli/dist/index.js');
    const { status, out } = project.node(attw, project.tarball, '--format', 'ascii');
    expect(out).toContain('No problems found');
    expect(status).toBe(0);
  });
});

describe('a program with the package installed', () => {
  test('compiles under moduleResolution node16, all declarations checked, and runs in both formats', () => {
    writePrograms();
    const options = { module: 'node16', moduleResolution: 'node16', skipLibCheck: false };
    expect(project.tsc(['program.mts', 'program.cts'], options)).toEqual({ status: 0, out: '' });
    expect(project.node('program.mjs')).toEqual({ status: 0, out: PRINTED });
    expect(project.node('program.cjs')).toEqual({ status: 0, out: PRINTED });
  });

  test.each([
    ['nodenext', 'nodenext'],
    ['bundler', 'preserve'],
  ])('compiles under moduleResolution %s', (moduleResolution, module) => {
    writePrograms();
    const options = { module, moduleResolution, noEmit: true };
    expect(project.tsc(['program.mts', 'program.cts'], options)).toEqual({ status: 0, out: '' });
  });

  test('runs as a plain ES module and as a plain CommonJS script', () => {
    project.write('plain.mjs', PLAIN);
    const required = PLAIN.replace(/import (.*) from ('.*');/g, 'const $1 = require($2);');
    project.write('plain.cjs', required);
    expect(project.node('plain.mjs')).toEqual({ status: 0, out: 'true true true\n' });
    expect(project.node('plain.cjs')).toEqual({ status: 0, out: 'true true true\n' });
  });

  test('has one copy of each class, whichever entry and format it comes by', () => {
    project.write(
      'same.mjs',
      `import { createRequire } from 'node:module';
      import { CollectorError } from 'logdog-collector/collector';
      import { MemoryStorage } from 'logdog-collector/storage';
      const require = createRequire(import.meta.url);
      const storage = new MemoryStorage();
      await storage.close();
      const error = await storage.tail({ project: 'p', path: 'a/+/b' }, {}).catch((thrown) => thrown);
      const required = require('logdog-collector/collector').CollectorError;
      console.log(error instanceof CollectorError, required === CollectorError);`,
    );
    expect(project.node('same.mjs')).toEqual({ status: 0, out: 'true true\n' });
  });

  test('starts and registers nothing by importing an entry other than the root', () => {
    project.write(
      'import.cjs',
      `for (const entry of ['collector', 'coordinator', 'storage', 'local', 'testing'])
        require('logdog-collector/' + entry);
      const framework = Object.keys(require.cache).filter((file) => file.includes('functions-framework'));
      const listened = process.eventNames().filter((name) => /^SIG|Exception|Rejection|xit/.test(String(name)));
      const running = process.getActiveResourcesInfo().filter((name) => /Time|TCP|Server|Worker/.test(name));
      console.log(framework, listened, running);`,
    );
    expect(project.node('import.cjs')).toEqual({ status: 0, out: '[] [] []\n' });
  });
});

function writePrograms(): void {
  project.write('program.mts', PROGRAM);
  project.write('program.cts', PROGRAM);
}

/** The folders of what an install for production adds, as the lock file says. */
function dependencies(): string[] {
  const { packages } = JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8')) as {
    packages: Record<string, { dev?: boolean; devOptional?: boolean }>;
  };
  return Object.entries(packages)
    .filter(([path, { dev, devOptional }]) => path !== '' && dev !== true && devOptional !== true)
    .map(([path]) => join(ROOT, path))
    .filter((path) => existsSync(path));
}

/** The bytes of a folder's files, without packages within. */
function bytesOf(folder: string): number {
  let bytes = 0;
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) bytes += entry.name === 'node_modules' ? 0 : bytesOf(path);
    else bytes += lstatSync(path).size;
  }
  return bytes;
}

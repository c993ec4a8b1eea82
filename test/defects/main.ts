import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ts from 'typescript';
import { type Defect, DEFECTS } from './defects.js';
import { plant } from './plant.js';

/**
 * Plants each defect in a copy of the build, one at a time, and runs the tests that must catch it:
 * npm run defects [-- PART OF A NAME]
 */

const ROOT = join(__dirname, '../../..');
/** A hang is a way to be caught too. */
const CATCH_MS_MAX = 4 * 60_000;

const COPIED = [
  'bin',
  'build',
  'jest.config.js',
  'package-lock.json',
  'package.json',
  'scripts',
  'test/golden/data',
];

/** A copy of the project to do harm to. */
class Victim {
  private readonly dir = mkdtempSync(join(tmpdir(), 'defects-'));

  constructor() {
    for (const name of COPIED) cpSync(join(ROOT, name), join(this.dir, name), { recursive: true });
    symlinkSync(join(ROOT, 'node_modules'), join(this.dir, 'node_modules'));
  }

  /** Whether tests pass; what they printed, where not. */
  test(...parts: string[]): { passed: boolean; printed: string } {
    const args = [join(ROOT, 'node_modules/jest/bin/jest.js'), '--silent', '--bail'];
    const patterns = parts.map((part) => `build/test/${part}`);
    const { status, stderr } = spawnSync(process.execPath, [...args, ...patterns], {
      cwd: this.dir,
      encoding: 'utf8',
      timeout: CATCH_MS_MAX,
    });
    return { passed: status === 0, printed: stderr };
  }

  with(defect: Defect, body: () => void): void {
    const file = join(this.dir, 'build/src', defect.file.replace(/ts$/, 'js'));
    const good = readFileSync(file);
    writeFileSync(file, compiled(defect));
    this.bundle();
    body();
    writeFileSync(file, good);
    this.bundle();
  }

  /** The processes that tests start run the bundles. */
  private bundle(): void {
    const script = "import('./scripts/bundle.mjs').then(({ bundleEntries }) => bundleEntries())";
    const { status, stderr } = spawnSync(process.execPath, ['-e', script], {
      cwd: this.dir,
      encoding: 'utf8',
    });
    if (status !== 0) throw new Error(stderr);
  }

  remove(): void {
    rmSync(this.dir, { recursive: true, force: true });
  }
}

function compiled(defect: Defect): string {
  const source = plant(defect, readFileSync(join(ROOT, 'src', defect.file), 'utf8'));
  const { options } = ts.convertCompilerOptionsFromJson(
    (
      ts.readConfigFile(join(ROOT, 'tsconfig.json'), (name) => ts.sys.readFile(name)).config as {
        compilerOptions: object;
      }
    ).compilerOptions,
    ROOT,
  );
  // The package is CommonJS, which of one file alone cannot be seen.
  const compilerOptions = { ...options, module: ts.ModuleKind.CommonJS, sourceMap: false };
  return ts.transpileModule(source, { compilerOptions, fileName: defect.file }).outputText;
}

function main(): number {
  const part = process.argv[2] ?? '';
  const wanted = DEFECTS.filter(({ name }) => name.includes(part));
  if (wanted.length === 0) {
    console.error(`no defect has '${part}' in its name`);
    return 2;
  }
  const victim = new Victim();
  try {
    const parts = new Set(wanted.map(({ caughtBy }) => caughtBy));
    const { passed, printed } = victim.test(...parts);
    if (!passed) {
      console.error(`the tests fail without a defect:\n${printed}`);
      return 2;
    }
    let caught = 0;
    for (const defect of wanted) {
      victim.with(defect, () => {
        const missed = victim.test(defect.caughtBy).passed;
        if (!missed) caught++;
        console.log(`${missed ? 'MISSED' : 'caught'}  ${defect.name} (${defect.caughtBy})`);
      });
    }
    console.log(`${caught} of ${wanted.length} planted defects caught`);
    return caught === wanted.length ? 0 : 1;
  } finally {
    victim.remove();
  }
}

process.exitCode = main();

import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

export const ROOT = join(__dirname, '../../..');

/** What an install of the package brings along, and what a project of one's own has to have for types. */
const LINKED = ['@google-cloud/functions-framework', 'lmdb', '@types/node', 'undici-types'];

export interface Printed {
  readonly status: number | null;
  readonly out: string;
}

/** A folder with the packed package installed: extracted from its tarball, and its dependencies linked. */
export class Project {
  readonly dir = mkdtempSync(join(tmpdir(), 'library-'));
  readonly tarball: string;
  readonly installed = join(this.dir, 'node_modules/logdog-collector');

  constructor() {
    const pack = ['pack', '--silent', '--ignore-scripts', '--pack-destination', this.dir];
    const { status, out } = runIn(ROOT, 'npm', pack);
    if (status !== 0) throw new Error(`npm pack: ${out}`);
    this.tarball = join(
      this.dir,
      readdirSync(this.dir).find((name) => name.endsWith('.tgz'))!,
    );
    mkdirSync(this.installed, { recursive: true });
    const extract = ['-xzf', this.tarball, '-C', this.installed, '--strip-components=1'];
    const extracted = runIn(this.dir, 'tar', extract);
    if (extracted.status !== 0) throw new Error(`tar: ${extracted.out}`);
    for (const name of LINKED) {
      const link = join(this.dir, 'node_modules', name);
      mkdirSync(dirname(link), { recursive: true });
      symlinkSync(join(ROOT, 'node_modules', name), link);
    }
  }

  write(name: string, text: string): void {
    mkdirSync(dirname(join(this.dir, name)), { recursive: true });
    writeFileSync(join(this.dir, name), text);
  }

  node(...args: string[]): Printed {
    return runIn(this.dir, process.execPath, args);
  }

  /** Compiles by the options of a tsconfig.json; prints what is wrong. */
  tsc(files: readonly string[], options: object): Printed {
    const compilerOptions = {
      target: 'es2022',
      lib: ['es2022'],
      strict: true,
      skipLibCheck: true,
      types: ['node'],
      ...options,
    };
    this.write('tsconfig.json', JSON.stringify({ compilerOptions, files }));
    return this.node(join(ROOT, 'node_modules/typescript/bin/tsc'), '-p', '.');
  }

  remove(): void {
    rmSync(this.dir, { recursive: true, force: true });
  }
}

export function runIn(cwd: string, program: string, args: readonly string[]): Printed {
  // A test runner's own variables change how `node --test` prints.
  const { PATH, HOME } = process.env;
  const { status, stdout, stderr } = spawnSync(program, args, {
    cwd,
    env: { PATH, HOME },
    encoding: 'utf8',
  });
  return { status, out: stdout + stderr };
}

import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';

const ROOT = join(__dirname, '../../..');

/** What `npm ci` would leave in a folder, of the packages that are here. */
export function linkPackages(folder: string): void {
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
}

/** As `linkPackages`, but only those that the lock file does not keep for development. */
export function linkProductionPackages(folder: string): void {
  const modules = join(folder, 'node_modules');
  rmSync(modules, { force: true });
  mkdirSync(modules);
  symlinkSync(join(ROOT, 'node_modules/.bin'), join(modules, '.bin'));
  const lock = readFileSync(join(folder, 'package-lock.json'), 'utf8');
  const { packages } = JSON.parse(lock) as { packages: Record<string, { dev?: boolean }> };
  for (const [path, { dev }] of Object.entries(packages)) {
    if (dev === true || !/^node_modules\/(@[^/]+\/)?[^/]+$/.test(path)) continue;
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    symlinkSync(join(ROOT, path), join(folder, path));
  }
}

/** Runs a step of a build. @throws Error with all that it has printed, where it fails */
export function run(cwd: string, program: string, ...args: string[]): void {
  const { PATH, HOME } = process.env;
  const { status, stdout, stderr } = spawnSync(program, args, { cwd, env: { PATH, HOME } });
  if (status !== 0)
    throw new Error(`${program} ${args.join(' ')}: ${stdout.toString()}${stderr.toString()}`);
}

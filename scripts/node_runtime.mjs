// Finds a Node binary of each version that is supported, and fetches it where it is not there yet. The binaries are those
// that the registry's packages carry, for none of them needs an install script.
// On the command line it prints the path of one: node scripts/node_runtime.mjs 24
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** By major version. */
export const VERSIONS = { 20: '20.20.2', 22: '22.23.3', 24: '24.21.0' };

const cache = join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'logdog-collector');

/** The path of a version's binary; undefined where it cannot be fetched, which npm has said on standard error. */
export function nodeRuntime(version) {
  const name = `node-${process.platform}-${process.arch}`;
  const folder = join(cache, `node-${version}`);
  const program = join(folder, 'node_modules', name, 'bin', 'node');
  if (existsSync(program)) return program;
  mkdirSync(folder, { recursive: true });
  const options = ['--no-save', '--no-audit', '--no-fund', '--ignore-scripts'];
  const install = ['install', '--prefix', folder, ...options, `${name}@${version}`];
  // Its standard output is not ours: that is for the path alone.
  const { status, error } = spawnSync('npm', install, { cwd: folder, stdio: ['ignore', 2, 2] });
  if (error) console.error(`npm: ${error.message}`);
  return status === 0 ? program : undefined;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const version = VERSIONS[process.argv[2]];
  const program = version && nodeRuntime(version);
  if (program) console.log(program);
  else {
    if (!version)
      console.error(`node_runtime.mjs takes one of ${Object.keys(VERSIONS).join(', ')}`);
    process.exitCode = 1;
  }
}

// Runs the tests with other versions of Node: npm run test:node -- 22 24, or all of them. Further arguments are jest's.
// The runtimes are those that the registry's packages carry, for none of them needs an install script.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const VERSIONS = { 20: '20.20.2', 22: '22.23.3', 24: '24.21.0' };

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const cache = join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'logdog-collector');

function run(command, args, options) {
  const { status, error } = spawnSync(command, args, { cwd: root, stdio: 'inherit', ...options });
  if (error) console.error(`${command}: ${error.message}`);
  return status === 0;
}

/** The runtime's program; it is fetched where it has not been yet. */
function runtime(version) {
  const name = `node-${process.platform}-${process.arch}`;
  const folder = join(cache, `node-${version}`);
  const program = join(folder, 'node_modules', name, 'bin', 'node');
  if (!existsSync(program)) {
    mkdirSync(folder, { recursive: true });
    const options = ['--no-save', '--no-audit', '--no-fund', '--ignore-scripts'];
    const install = ['install', '--prefix', folder, ...options, `${name}@${version}`];
    if (!run('npm', install, { cwd: folder })) process.exit(1);
  }
  return program;
}

const args = process.argv.slice(2);
const wanted = args.filter((arg) => arg in VERSIONS);
const jestArgs = args.filter((arg) => !(arg in VERSIONS));
const failed = [];
for (const major of wanted.length > 0 ? wanted : Object.keys(VERSIONS)) {
  const program = runtime(VERSIONS[major]);
  const PATH = `${dirname(program)}${delimiter}${process.env.PATH}`;
  console.log(`node ${VERSIONS[major]}`);
  const jest = [join(root, 'node_modules', 'jest', 'bin', 'jest.js'), ...jestArgs];
  if (!run(program, jest, { env: { ...process.env, PATH } })) failed.push(major);
}
if (failed.length > 0) console.error(`the tests fail on Node ${failed.join(', ')}`);
process.exitCode = failed.length > 0 ? 1 : 0;

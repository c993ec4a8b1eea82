// Runs the tests with other versions of Node: npm run test:node -- 22 24, or all of them. Further arguments are jest's.
import { spawnSync } from 'node:child_process';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { nodeRuntime, VERSIONS } from './node_runtime.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));

function run(command, args, options) {
  const { status, error } = spawnSync(command, args, { cwd: root, stdio: 'inherit', ...options });
  if (error) console.error(`${command}: ${error.message}`);
  return status === 0;
}

const args = process.argv.slice(2);
const wanted = args.filter((arg) => arg in VERSIONS);
const jestArgs = args.filter((arg) => !(arg in VERSIONS));
const failed = [];
for (const major of wanted.length > 0 ? wanted : Object.keys(VERSIONS)) {
  const program = nodeRuntime(VERSIONS[major]);
  if (program === undefined) process.exit(1);
  const PATH = `${dirname(program)}${delimiter}${process.env.PATH}`;
  console.log(`node ${VERSIONS[major]}`);
  const jest = [join(root, 'node_modules', 'jest', 'bin', 'jest.js'), ...jestArgs];
  const runs = [jest, [...jest, '--config', 'jest.long.config.js']];
  const passed = runs.map((one) => run(program, one, { env: { ...process.env, PATH } }));
  if (passed.includes(false)) failed.push(major);
}
if (failed.length > 0) console.error(`the tests fail on Node ${failed.join(', ')}`);
process.exitCode = failed.length > 0 ? 1 : 0;

// Compiles TypeScript to build/, with the code that is generated from src/proto, and bundles what production runs.
// Does nothing where build/ was made from the same sources: a process that runs from it must not lose its modules.
import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundle } from './bundle.mjs';
import { writeDeclarations } from './library.mjs';
import { generateProto } from './proto.mjs';
import { checkViewer } from './viewer.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const build = join(root, 'build');
const stamp = join(build, '.sources');

function sources() {
  const files = ['tsconfig.json', 'package-lock.json'];
  for (const folder of ['scripts', 'src', 'test', 'bench']) {
    // A deployment's upload has the first two alone.
    if (!existsSync(join(root, folder))) continue;
    for (const name of readdirSync(join(root, folder), { recursive: true }))
      files.push(join(folder, name));
  }
  return files
    .map((name) => ({ name, stat: statSync(join(root, name)) }))
    .filter(({ stat }) => stat.isFile())
    .map(({ name, stat }) => `${name} ${stat.size} ${stat.mtimeMs}`)
    .sort()
    .join('\n');
}

function stamped() {
  try {
    return readFileSync(stamp, 'utf8');
  } catch {
    return '';
  }
}

function compile() {
  const tsc = createRequire(import.meta.url).resolve('typescript/bin/tsc');
  const { status } = spawnSync(process.execPath, [tsc, '-p', root], { stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
  for (const name of ['proto/gen', 'cli/demo/messages.jsonl']) {
    cpSync(join(root, 'src', name), join(build, 'src', name), { recursive: true });
  }
}

generateProto();
const wanted = sources();
if (stamped() !== wanted) {
  rmSync(build, { recursive: true, force: true });
  compile();
  checkViewer();
  // A deployment has no tests with it, and no program that compiles against it.
  if (existsSync(join(root, 'test'))) writeDeclarations(root);
  await bundle();
  writeFileSync(stamp, wanted);
}

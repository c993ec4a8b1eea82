// Generates src/proto/gen from src/proto/*.proto. With --check it only says whether that is up to date.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const source = join(root, 'src', 'proto');
const out = mkdtempSync(join(tmpdir(), 'proto-'));
const cli = join(root, 'node_modules', 'protobufjs-cli', 'bin');

/** Read as a schema, for the server that answers in JSON too; with all that it imports. */
const SCHEMA = 'logs.proto';

function run(command, ...args) {
  execFileSync(process.execPath, [join(cli, command), ...args]);
}

function generate(proto) {
  const base = proto.slice(0, -'.proto'.length);
  if (proto === SCHEMA) {
    run('pbjs', '-t', 'json', '-o', join(out, `${base}.json`), join(source, proto));
    return;
  }
  const js = join(out, `${base}.js`);
  const args = ['-t', 'static-module', '-w', 'commonjs', '--no-service', '--no-delimited'];
  run('pbjs', ...args, '-r', base, '-o', js, join(source, proto));
  run('pbts', '-o', join(out, `${base}.d.ts`), js);
}

function take(name) {
  const fresh = readFileSync(join(out, name), 'utf8');
  const target = join(source, 'gen', name);
  if (process.argv.includes('--check')) return readFileSync(target, 'utf8') === fresh;
  writeFileSync(target, fresh);
  return true;
}

let stale;
try {
  for (const name of readdirSync(source)) if (name.endsWith('.proto')) generate(name);
  stale = !readdirSync(out).every(take);
} finally {
  rmSync(out, { recursive: true });
}
if (stale) {
  console.error(
    'src/proto/gen is not what src/proto/*.proto says: run `npm run proto` and commit the result',
  );
  process.exit(1);
}

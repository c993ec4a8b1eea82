// Makes src/proto/gen from src/proto/*.proto; does nothing where it was made from the same files.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const script = fileURLToPath(import.meta.url);
const root = dirname(dirname(script));
const source = join(root, 'src', 'proto');
const target = join(source, 'gen');
const stamp = join(target, '.sources');
const cli = join(root, 'node_modules', 'protobufjs-cli');

/** Read as a schema, for the server that answers in JSON too; with all that it imports. */
const SCHEMA = 'logs.proto';

function protos() {
  return readdirSync(source).filter((name) => name.endsWith('.proto'));
}

/** What the generated files depend on. */
function fingerprint() {
  const hash = createHash('sha256');
  for (const name of protos()) hash.update(name).update(readFileSync(join(source, name)));
  return hash
    .update(readFileSync(script))
    .update(readFileSync(join(cli, 'package.json')))
    .digest('hex');
}

function isMade(wanted) {
  try {
    return readFileSync(stamp, 'utf8') === wanted;
  } catch {
    return false;
  }
}

function run(command, ...args) {
  execFileSync(process.execPath, [join(cli, 'bin', command), ...args]);
}

function generateOne(proto) {
  const base = proto.slice(0, -'.proto'.length);
  if (proto === SCHEMA) {
    run('pbjs', '-t', 'json', '-o', join(target, `${base}.json`), join(source, proto));
    return;
  }
  const js = join(target, `${base}.js`);
  const args = ['-t', 'static-module', '-w', 'commonjs', '--no-service', '--no-delimited'];
  run('pbjs', ...args, '-r', base, '-o', js, join(source, proto));
  run('pbts', '-o', join(target, `${base}.d.ts`), js);
}

export function generateProto() {
  const wanted = fingerprint();
  if (isMade(wanted)) return;
  rmSync(target, { recursive: true, force: true });
  mkdirSync(target);
  for (const name of protos()) generateOne(name);
  // Last: a build that is interrupted makes all of it again.
  writeFileSync(stamp, wanted);
}

if (process.argv[1] === script) generateProto();

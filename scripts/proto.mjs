// Generates src/proto/gen from src/proto/*.proto. With --check it only says whether that is up to date.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const source = join(root, 'src', 'proto');
const protos = readdirSync(source).filter((name) => name.endsWith('.proto'));
const out = mkdtempSync(join(tmpdir(), 'proto-'));
const cli = join(root, 'node_modules', 'protobufjs-cli', 'bin');
let stale = false;

try {
  for (const proto of protos) {
    const base = proto.slice(0, -'.proto'.length);
    const js = join(out, `${base}.js`);
    const args = ['-t', 'static-module', '-w', 'commonjs', '--no-service', '--no-delimited'];
    execFileSync(process.execPath, [
      join(cli, 'pbjs'),
      ...args,
      '-r',
      base,
      '-o',
      js,
      join(source, proto),
    ]);
    execFileSync(process.execPath, [join(cli, 'pbts'), '-o', join(out, `${base}.d.ts`), js]);
    for (const name of [`${base}.js`, `${base}.d.ts`]) {
      const fresh = readFileSync(join(out, name), 'utf8');
      const target = join(source, 'gen', name);
      if (!process.argv.includes('--check')) writeFileSync(target, fresh);
      else if (readFileSync(target, 'utf8') !== fresh) stale = true;
    }
  }
} finally {
  rmSync(out, { recursive: true });
}
if (stale) {
  console.error(
    'src/proto/gen is not what src/proto/*.proto says: run `npm run proto` and commit the result',
  );
  process.exit(1);
}

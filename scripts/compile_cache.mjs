// Fills build/compile-cache, where Node 22 and later find code that is compiled already: docs/decisions/0014-bundles.md.
// Starts the function as a deployment does, so that a bundle that does not start fails the build.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import module from 'node:module';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const cache = join(root, 'build', 'compile-cache');
const launcher = join(root, 'node_modules', '.bin', 'functions-framework');
const program = join(root, 'bin', 'logdog-collector.js');

/**
 * Users of whom a deployment's process may be one, for Node keeps a folder for each: root; www-data, as which Google's
 * images for functions run; and the first of those that people make, `node` in the images of Node.
 */
const USERS = [0, 33, 1000];

const START_MS_MAX = 60_000;
/** A backend that is not there takes this long to fail a push. */
const DEADLINE = { MESSAGE_DEADLINE: '1s' };
/** The discard port: nothing listens there. */
const NOWHERE = '127.0.0.1:9';
const BIGTABLE = {
  BIGTABLE_PROJECT: 'p',
  BIGTABLE_INSTANCE: 'i',
  BIGTABLE_EMULATOR_HOST: NOWHERE,
  PUSH_AUTH: 'off',
};
const REMOTE = { COORDINATOR_HOST: NOWHERE, COORDINATOR_INSECURE: '1' };

/** What is started, each once. A file is kept as compiled by the first process that loads it. */
const STARTS = [
  { args: [launcher, '--target=collect'], env: { ...BIGTABLE, ...REMOTE, ...DEADLINE } },
  { args: [launcher, '--target=collect'], env: { ...BIGTABLE, ...DEADLINE } },
  { args: [launcher, '--target=collect'], env: {} },
  { args: [program, 'serve'], env: { ...BIGTABLE, ...DEADLINE } },
];

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  await once(server, 'close');
  return port;
}

/** A push of the first of the demo's messages. */
function pushBody() {
  const [line] = readFileSync(join(root, 'src/cli/demo/messages.jsonl'), 'utf8').split('\n');
  const message = { data: JSON.parse(line).message, messageId: '1' };
  return JSON.stringify({ message, subscription: 'projects/p/subscriptions/s' });
}

/** Starts it, has it answer a push, however, and ends it in order: that is when Node writes the cache. */
async function startOnce({ args, env }) {
  const data = mkdtempSync(join(tmpdir(), 'logdog-compile-'));
  const port = await freePort();
  const { PATH } = process.env;
  const settings = { PATH, NODE_COMPILE_CACHE: cache, HOST: '127.0.0.1', PORT: String(port) };
  const child = spawn(process.execPath, args, {
    cwd: root,
    env: { ...settings, DATA_DIR: data, LOG_LEVEL: 'error', ...env },
    stdio: 'inherit',
  });
  try {
    const exit = once(child, 'exit');
    const url = `http://127.0.0.1:${port}/`;
    const deadline = Date.now() + START_MS_MAX;
    while (!(await answers(url))) {
      if (child.exitCode !== null || Date.now() > deadline) throw new Error('it does not start');
      await sleep(20);
    }
    const headers = { 'content-type': 'application/json' };
    await (await fetch(url, { method: 'POST', headers, body: pushBody() })).text();
    child.kill('SIGTERM');
    const [code] = await exit;
    if (code !== 0) throw new Error(`it ended with ${code}`);
  } finally {
    child.kill('SIGKILL');
    rmSync(data, { recursive: true, force: true });
  }
}

async function answers(url) {
  try {
    const response = await fetch(url);
    await response.text();
    return response.ok;
  } catch {
    return false;
  }
}

/** Node makes the files for its own user alone, in a folder whose name ends with that user's id. */
function share() {
  for (const name of readdirSync(cache)) {
    for (const file of readdirSync(join(cache, name))) chmodSync(join(cache, name, file), 0o644);
    for (const user of USERS) {
      const other = join(cache, name.replace(/-\d+$/, `-${user}`));
      if (!existsSync(other)) symlinkSync(name, other);
    }
  }
}

rmSync(cache, { recursive: true, force: true });
// Also for Node 20, which has no use for it: what copies it wants it there.
mkdirSync(cache, { recursive: true });
if (module.enableCompileCache !== undefined) {
  for (const one of STARTS) await startOnce(one);
  share();
}

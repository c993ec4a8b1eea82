import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { freePort } from '../../src/cli/child_function.js';
import { Command } from './processes.js';

/** Stands in for the emulator: tells what it is asked for, and lets its end be seen. */
const EMULATOR = `#!${process.execPath}
const { appendFileSync } = require('node:fs');
const { createServer } = require('node:http');
const port = Number(process.argv.find((arg) => arg.startsWith('--port=')).slice('--port='.length));
const tell = (line) => appendFileSync(process.env.HOME + '/asked', line + '\\n');
process.on('SIGTERM', () => { tell('ended'); process.exit(0); });
createServer((request, response) => {
  let body = '';
  request.on('data', (chunk) => (body += chunk));
  request.on('end', () => {
    if (request.method !== 'GET') tell(request.method + ' ' + request.url + ' ' + body);
    response.end('{}');
  });
}).listen(port, '127.0.0.1');
`;

const BROKEN = `#!${process.execPath}
console.error('no room for the emulator');
process.exit(3);
`;

let directory: string;
let port: number;

beforeEach(async () => {
  directory = mkdtempSync(join(tmpdir(), 'dev-test-'));
  port = await freePort();
});

afterEach(() => {
  rmSync(directory, { recursive: true });
});

function write(path: string, text: string): void {
  const file = join(directory, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
  chmodSync(file, 0o755);
}

/** PATH leads to nothing but what the test has put there. */
function start(env: NodeJS.ProcessEnv = {}): Command {
  const PATH = join(directory, 'sdk/bin');
  return new Command(['dev'], {
    PATH,
    HOME: directory,
    DATA_DIR: join(directory, 'data'),
    PORT: String(port),
    ...env,
  });
}

function installSdk(emulator: string): void {
  write('sdk/bin/gcloud', '');
  write('sdk/bin/java', '');
  write('sdk/platform/pubsub-emulator/bin/cloud-pubsub-emulator', emulator);
}

/** The process of the function: that of the command's children which runs its program. */
function functionOf({ child }: Command): number {
  const children = readdirSync('/proc').filter((name) => /^\d+$/.test(name) && isChild(name));
  return Number(children.find((name) => commandOf(name).includes('start')));

  function isChild(name: string): boolean {
    return existsSync(`/proc/${name}/stat`) && statOf(name).split(' ')[1] === String(child.pid);
  }
}

/** Its state, and the process that has started it. */
function statOf(name: string): string {
  try {
    return readFileSync(`/proc/${name}/stat`, 'utf8').replace(/^.*\) /, '');
  } catch {
    return '';
  }
}

function commandOf(name: string): string[] {
  return readFileSync(`/proc/${name}/cmdline`, 'utf8').split('\0');
}

const procTest = existsSync('/proc/self/stat') ? test : test.skip;

/** Calls a method of the Coordinator, as a Butler or a reader would. */
async function call(method: string, request: object): Promise<Response> {
  const headers = { 'content-type': 'application/json', accept: 'application/json' };
  const body = JSON.stringify(request);
  return fetch(`http://127.0.0.1:${port}/prpc/logdog.${method}`, { method: 'POST', headers, body });
}

describe('the dev command', () => {
  test('starts the function and the emulator, connects them, and ends both', async () => {
    installSdk(EMULATOR);
    const topic = 'projects/mine/topics/bundles';
    const dev = start({ LOG_BUNDLE_TOPIC: topic });
    await dev.says('Ctrl-C');

    const registered = await call('Registration/RegisterPrefix', { project: 'demo', prefix: 'a' });
    expect(registered.status).toBe(200);
    expect(await registered.text()).toContain(topic);

    const out = dev.out.toString();
    const [, credentials] = /GCE_METADATA_HOST=(\S+)/.exec(out) ?? [];
    const account = `http://${credentials!}/computeMetadata/v1/instance/service-accounts/default`;
    const token = await fetch(`${account}/token?scopes=x`);
    expect(token.headers.get('metadata-flavor')).toBe('Google');
    expect(await token.json()).toMatchObject({ token_type: 'Bearer' });
    const scopes = await fetch(`${account}/scopes`);
    expect(await scopes.text()).toContain('cloud-platform');

    dev.child.kill('SIGINT');
    expect((await dev.ended).code).toBe(0);
    const asked = readFileSync(join(directory, 'asked'), 'utf8').trim().split('\n');
    expect(asked).toEqual([
      `PUT /v1/${topic} {}`,
      `PUT /v1/projects/mine/subscriptions/logdog-collector ${JSON.stringify({
        topic,
        ackDeadlineSeconds: 90,
        pushConfig: { pushEndpoint: `http://127.0.0.1:${port}/` },
      })}`,
      'ended',
    ]);
    await expect(call('Logs/Query', {})).rejects.toThrow();
  });

  procTest('starts a function that has ended again, on its port, and says so', async () => {
    installSdk(EMULATOR);
    const dev = start();
    await dev.says('Ctrl-C');
    const first = functionOf(dev);
    process.kill(first, 'SIGKILL');
    await dev.says('the function has ended (SIGKILL); starting it again');
    await dev.says(`the function runs again: http://127.0.0.1:${port}/`);
    expect(functionOf(dev)).not.toBe(first);
    expect((await call('Registration/RegisterPrefix', { project: 'demo', prefix: 'a' })).ok).toBe(
      true,
    );
    process.kill(functionOf(dev), 'SIGTERM');
    await dev.says('the function has ended (exit code 0); starting it again');
    dev.child.kill('SIGINT');
    expect((await dev.ended).code).toBe(0);
    expect(readFileSync(join(directory, 'asked'), 'utf8').match(/^ended$/gm)).toHaveLength(1);
    await expect(call('Logs/Query', {})).rejects.toThrow();
  });

  procTest('gives up a function that cannot start again, and ends the emulator', async () => {
    installSdk(EMULATOR);
    const dev = start();
    await dev.says('Ctrl-C');
    // The store is no folder any more.
    renameSync(join(directory, 'data'), join(directory, 'moved'));
    writeFileSync(join(directory, 'data'), '');
    process.kill(functionOf(dev), 'SIGKILL');
    const { code, err } = await dev.ended;
    expect(code).toBe(1);
    expect(err.match(/; starting it again/g)).toHaveLength(5);
    expect(err).toContain('after 5 restarts in a row: gave up');
    expect(readFileSync(join(directory, 'asked'), 'utf8')).toMatch(/^ended$/m);
  });

  test('prints commands that begin with what it runs', async () => {
    installSdk(EMULATOR);
    const dev = start();
    await dev.says('Ctrl-C');
    const out = dev.out.toString();
    expect(out).toMatch(
      /export PUBSUB_EMULATOR_HOST=127\.0\.0\.1:\d+ GCE_METADATA_HOST=127\.0\.0\.1:\d+\n/,
    );
    expect(out).toContain(`-coordinator-host 127.0.0.1:${port} -output logdog`);
    expect(out).toContain(`logdog -host 127.0.0.1:${port} -insecure cat demo/me/1/+/greeting`);
    dev.child.kill('SIGINT');
    await dev.ended;
  });

  test.each([
    ['without gcloud', () => undefined, 'there is no gcloud on PATH'],
    [
      'without the emulator',
      () => {
        write('sdk/bin/gcloud', '');
      },
      'gcloud components install pubsub-emulator',
    ],
    [
      'without java',
      () => {
        installSdk(EMULATOR);
        rmSync(join(directory, 'sdk/bin/java'));
      },
      'it needs java on PATH',
    ],
  ])('%s says so, and runs the function all the same', async (_name, install, why) => {
    install();
    const dev = start();
    await dev.says('Ctrl-C');
    expect(dev.err).toContain(`no Pub/Sub emulator: `);
    expect(dev.err).toContain(why);
    expect(dev.out.toString()).toContain(`logdog-collector send --url http://127.0.0.1:${port}/`);
    expect((await call('Logs/Query', { project: 'demo', path: 'a' })).status).toBe(403);
    dev.child.kill('SIGINT');
    expect((await dev.ended).code).toBe(0);
  });

  test('ends with what the emulator says where that does not start', async () => {
    installSdk(BROKEN);
    const { code, err } = await start().ended;
    expect(code).toBe(1);
    expect(err).toContain('the Pub/Sub emulator did not start');
    expect(err).toContain('no room for the emulator');
  });

  test('ends with 2 on wrong usage', async () => {
    const dev = new Command(['dev', 'x'], {});
    expect((await dev.ended).code).toBe(2);
  });
});

import { unzipSync } from 'fflate';
import { execFileSync, spawn } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parse } from 'yaml';
import { freePort } from '../../src/cli/child_function.js';
import { loadConfig } from '../../src/service/config.js';
import { FunctionProcess, temporaryFolder, wrap } from './function.js';
import { describeWithGcloud, gcloud } from './gcloud.js';
import { GoogleApis } from './google_apis.js';
import { linkPackages, linkProductionPackages, run } from './install.js';

const ROOT = join(__dirname, '../../..');
const FLAGS_FILE = readFileSync(join(ROOT, 'function.yaml'), 'utf8');
/** `DEPLOY=full npx jest e2e/deploy` installs and prunes as the build in the cloud does; else the packages here are taken. */
const FULL = process.env.DEPLOY === 'full';
const DEPLOY_MS_MAX = FULL ? 300_000 : 120_000;

/** What gcloud makes of `function.yaml`. */
interface CloudFunction {
  readonly buildConfig: { readonly runtime: string; readonly entryPoint: string };
  readonly serviceConfig: {
    readonly serviceAccountEmail: string;
    readonly timeoutSeconds: number;
    readonly environmentVariables: Record<string, string>;
  };
}

describe('function.yaml', () => {
  test('has a reason for each line', () => {
    const blocks = FLAGS_FILE.trim().split('\n\n');
    expect(blocks.length).toBeGreaterThan(10);
    expect(blocks.filter((block) => !block.startsWith('# '))).toEqual([]);
  });
});

describeWithGcloud('a deployment', () => {
  const zips = temporaryFolder();
  let apis: GoogleApis;
  let made: CloudFunction;

  beforeAll(async () => {
    apis = await GoogleApis.start();
    const args = ['functions', 'deploy', 'logdog-collector', '--flags-file=function.yaml'];
    const { err } = await gcloud(args, { env: apis.env, cwd: ROOT });
    // The last that it asks for is the function, and nobody makes that here.
    const { method, path, body } = apis.calls.at(-1)!;
    if (method !== 'POST' || !path.endsWith('/functions')) throw new Error(err);
    made = JSON.parse(body.toString()) as CloudFunction;
  }, DEPLOY_MS_MAX);

  afterAll(async () => {
    await apis.stop();
    zips.remove();
  });

  test('has only flags that gcloud functions deploy knows', async () => {
    const { out } = await gcloud(['functions', 'deploy', '--help'], { cwd: ROOT });
    const known = new Set([...out.matchAll(/--(?:\[no-\])?([a-z0-9-]+)/g)].map(([, name]) => name));
    const used = [...FLAGS_FILE.matchAll(/^--(?:no-)?([a-z0-9-]+):/gm)].map(([, name]) => name);
    expect(used.length).toBeGreaterThan(10);
    expect(used.filter((name) => !known.has(name))).toEqual([]);
  });

  test('asks for the function that function.yaml describes', () => {
    expect(made).toMatchObject({
      buildConfig: { runtime: 'nodejs24', entryPoint: 'collect' },
      serviceConfig: {
        availableCpu: '1',
        availableMemory: '1Gi',
        maxInstanceRequestConcurrency: 40,
        minInstanceCount: 0,
        maxInstanceCount: 20,
        serviceAccountEmail: 'logdog-collector@my-project.iam.gserviceaccount.com',
        allTrafficOnLatestRevision: true,
      },
    });
  });

  test('gives settings that a deployed function starts with, and more time than a message takes', () => {
    const { environmentVariables, timeoutSeconds } = made.serviceConfig;
    const config = loadConfig({ ...environmentVariables, K_SERVICE: 'logdog-collector' });
    expect(timeoutSeconds * 1000).toBeGreaterThan(config.messageDeadlineMs);
  });

  test('uploads all that the zip of npm run package:function has', async () => {
    const { out } = await gcloud(['meta', 'list-files-for-upload', '.'], { cwd: ROOT });
    const uploaded = new Set(out.trim().split('\n'));
    const zipped = Object.keys(unzipSync(packageFunction(zips.path, ROOT)));
    expect(zipped.filter((name) => !uploaded.has(name))).toEqual([]);
  });
});

describe('the zip of npm run package:function', () => {
  const folder = temporaryFolder();

  afterAll(() => {
    folder.remove();
  });

  test('has the sources that are built, and no tests, packages or secrets', () => {
    const names = Object.keys(unzipSync(packageFunction(folder.path, ROOT)));
    const tops = new Set(names.map((name) => name.split('/')[0]!));
    expect([...tops].sort()).toEqual([
      '.npmrc',
      'bin',
      'package-lock.json',
      'package.json',
      'scripts',
      'src',
      'tsconfig.json',
    ]);
  });

  test('has the same bytes for the same sources, whatever their times and modes, and what lies beside them', () => {
    const copy = join(folder.path, 'copy');
    const names = Object.keys(unzipSync(packageFunction(folder.path, ROOT)));
    for (const name of [...names.reverse(), '.gcloudignore']) {
      cpSync(join(ROOT, name), join(copy, name));
      chmodSync(join(copy, name), 0o700);
      utimesSync(join(copy, name), 1_000_000_000, 1_000_000_000);
    }
    linkPackages(copy);
    for (const name of ['key.json', '.env', 'src/index.ts.bak', 'src/a.heapsnapshot']) {
      writeFileSync(join(copy, name), 'secret');
    }
    const zip = packageFunction(folder.path, copy, { TZ: 'Pacific/Auckland' });
    expect(zip.equals(packageFunction(folder.path, ROOT, { TZ: 'UTC' }))).toBe(true);
  });

  test(
    'builds, starts and answers without the development packages',
    async () => {
      const built = join(folder.path, 'built');
      for (const [name, content] of Object.entries(unzipSync(packageFunction(folder.path, ROOT)))) {
        mkdirSync(dirname(join(built, name)), { recursive: true });
        writeFileSync(join(built, name), content);
      }
      build(built);
      const flags = parse(FLAGS_FILE) as Record<string, Record<string, string>>;
      const deployed = await start(built, flags['--set-env-vars']!);
      const answer = await deployed.send(wrap(Buffer.from('no bundle')));
      expect(answer.status).toBe(200);
      expect(answer.text).toContain('BAD_FRAME');
      expect(await deployed.end('SIGTERM')).toBe(0);
    },
    DEPLOY_MS_MAX,
  );
});

/** Runs the script of a checkout. @returns the zip, which is made in `folder` */
function packageFunction(folder: string, root: string, env: NodeJS.ProcessEnv = {}): Buffer {
  const file = join(folder, 'function.zip');
  const script = join(root, 'scripts/package_function.mjs');
  execFileSync(process.execPath, [script, file], { env: { ...process.env, ...env } });
  return readFileSync(file);
}

/** The steps of the buildpack: install, `gcp-build`, prune, and a look at the main file. */
function build(folder: string): void {
  if (FULL) run(folder, 'npm', 'ci', '--quiet');
  else linkPackages(folder);
  run(folder, 'npm', 'run', 'gcp-build');
  if (FULL) run(folder, 'npm', 'prune', '--quiet', '--omit=dev');
  else linkProductionPackages(folder);
  const { main } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
    main: string;
  };
  run(folder, process.execPath, '--check', main);
}

/** Starts it as the platform does. */
async function start(cwd: string, settings: NodeJS.ProcessEnv): Promise<FunctionProcess> {
  const port = await freePort();
  const child = spawn('node_modules/.bin/functions-framework', {
    cwd,
    env: {
      PATH: process.env.PATH,
      NODE_ENV: 'production',
      K_SERVICE: 'logdog-collector',
      FUNCTION_TARGET: 'collect',
      FUNCTION_SIGNATURE_TYPE: 'http',
      PORT: String(port),
      ...settings,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  return FunctionProcess.of(child, port);
}

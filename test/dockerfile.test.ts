import { type ChildProcess, spawn } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { freePort } from '../src/cli/child_function.js';
import { FunctionProcess, temporaryFolder } from './e2e/function.js';
import { linkPackages, linkProductionPackages, run } from './e2e/install.js';

const ROOT = join(__dirname, '../..');
/** `DEPLOY=full npx jest dockerfile` installs packages as the file says; else those that are here are taken. */
const FULL = process.env.DEPLOY === 'full';
const BUILD_MS_MAX = FULL ? 300_000 : 120_000;

interface Instruction {
  readonly name: string;
  readonly text: string;
}

/** What `FROM` begins. */
interface Stage {
  readonly from: string;
  readonly as: string;
  readonly instructions: readonly Instruction[];
}

interface Copy {
  /** The stage that it takes from; undefined for the folder that the image is built from. */
  readonly stage: string | undefined;
  readonly sources: readonly string[];
  readonly target: string;
}

function read(name: string): string {
  return readFileSync(join(ROOT, name), 'utf8');
}

/** An instruction a line, which is how ours is written: there are no continued lines, and no here-documents. */
function parse(text: string): Stage[] {
  const stages: { from: string; as: string; instructions: Instruction[] }[] = [];
  for (const line of text.split('\n')) {
    if (line === '' || line.startsWith('#')) continue;
    const [, name, rest] = /^([A-Z]+) (.*[^\\])$/.exec(line) ?? [];
    if (name === undefined) throw new Error(`not an instruction of one line: ${line}`);
    if (name === 'FROM') {
      const [from, , as] = rest!.split(' ');
      stages.push({ from: from!, as: as ?? '', instructions: [] });
    } else {
      stages.at(-1)!.instructions.push({ name, text: rest! });
    }
  }
  return stages;
}

const STAGES = parse(read('Dockerfile'));

/** What a stage does, after what it begins from does. */
function all({ from, instructions }: Stage): Instruction[] {
  const base = STAGES.find(({ as }) => as === from);
  return base ? [...all(base), ...instructions] : [...instructions];
}

const IMAGE = all(STAGES.at(-1)!);

function last(name: string): string | undefined {
  return IMAGE.findLast((instruction) => instruction.name === name)?.text;
}

function copyOf(text: string): Copy {
  const [, stage, paths] = /^(?:--from=(\S+) )?([^-].*)$/.exec(text)!;
  const words = paths!.split(' ');
  return { stage, sources: words.slice(0, -1), target: words.at(-1)! };
}

/** The words of `["node", "…"]`. @throws SyntaxError where it is a command of a shell */
function words(text: string | undefined): string[] {
  return JSON.parse(text!) as string[];
}

const IGNORED = read('.dockerignore')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'));

/** Whether `.dockerignore` keeps a path from the builder: the last line that matches it, or a folder of it, says. */
function isIgnored(path: string): boolean {
  const parts = path.split('/');
  const folders = new Set(parts.map((_, i) => parts.slice(0, i + 1).join('/')));
  const line = IGNORED.findLast((pattern) => pattern === '*' || folders.has(bare(pattern)));
  return line !== undefined && !line.startsWith('!');
}

function bare(pattern: string): string {
  return pattern.replace(/^!/, '');
}

const SOURCES = STAGES.flatMap(({ instructions }) => instructions)
  .filter(({ name }) => name === 'COPY')
  .map(({ text }) => copyOf(text))
  .filter(({ stage }) => stage === undefined)
  .flatMap(({ sources }) => sources);

describe('the Dockerfile', () => {
  test('starts from one exact version of Node, which the tests are run with, too', () => {
    const made = STAGES.map(({ as }) => as);
    const bases = STAGES.map(({ from }) => from).filter((from) => !made.includes(from));
    expect(bases).toHaveLength(1);
    const [, version] = /^node:(\d+\.\d+\.\d+)-bookworm-slim$/.exec(bases[0]!)!;
    expect(read('scripts/node_runtime.mjs')).toContain(`'${version!}'`);
  });

  test('copies files that exist and that .dockerignore does not exclude', () => {
    expect(SOURCES).toContain('src');
    expect(SOURCES.filter((path) => !existsSync(join(ROOT, path)))).toEqual([]);
    expect(SOURCES.filter(isIgnored)).toEqual([]);
  });

  test('is not run as root', () => {
    expect(last('USER')).toBe('node');
  });

  test('starts node itself, so that signals reach it', () => {
    expect(words(last('ENTRYPOINT'))[0]).toBe('node');
    expect(words(last('CMD'))).toEqual(['serve']);
  });

  test('keeps memory as npm start does', () => {
    const { scripts } = JSON.parse(read('package.json')) as { scripts: { start: string } };
    const kept = scripts.start.match(/MALLOC_\w+=\d+/g)!;
    expect(kept).toHaveLength(2);
    expect(last('ENV')!.split(' ')).toEqual(kept);
  });
});

describe('.dockerignore', () => {
  test('has only patterns that the test knows', () => {
    expect(IGNORED.filter((line) => !/^(\*|!?[\w.-]+(\/[\w.-]+)*)$/.test(line))).toEqual([]);
  });

  test('excludes everything that the Dockerfile does not copy', () => {
    const through = IGNORED.filter((line) => line.startsWith('!')).map(bare);
    expect(through.sort()).toEqual([...SOURCES].sort());
    const kept = [
      '.git',
      '.env',
      '.logdog/data.mdb',
      'node_modules/lmdb',
      'build/dist',
      'key.json',
    ];
    expect(kept.filter((path) => !isIgnored(path))).toEqual([]);
  });
});

describe('the image of the Dockerfile', () => {
  const made = temporaryFolder();
  const data = temporaryFolder();

  beforeAll(() => {
    STAGES.forEach(build);
  }, BUILD_MS_MAX);

  afterAll(() => {
    made.remove();
    data.remove();
  });

  /** Where the files of a stage are; the last one has no name. */
  function folderOf(stage: string): string {
    return join(made.path, stage || 'image');
  }

  function build(stage: Stage): void {
    const folder = folderOf(stage.as);
    if (STAGES.some(({ as }) => as === stage.from)) copy(folderOf(stage.from), folder);
    else mkdirSync(folder);
    for (const { name, text } of stage.instructions) {
      if (name === 'RUN') runStep(folder, text.split(' '));
      if (name === 'COPY') copyAll(folder, copyOf(text));
    }
  }

  /** As the builder does: several are copied into the folder that the target is. */
  function copyAll(folder: string, { stage, sources, target }: Copy): void {
    for (const source of sources) {
      const from =
        stage === undefined
          ? join(ROOT, source)
          : join(folderOf(stage), source.replace(`${last('WORKDIR')!}/`, ''));
      const into = target === './' ? join(folder, source) : join(folder, target);
      copy(from, into);
    }
  }

  async function start(settings: NodeJS.ProcessEnv): Promise<FunctionProcess> {
    const port = await freePort();
    const set = Object.fromEntries(
      IMAGE.filter(({ name }) => name === 'ENV')
        .flatMap(({ text }) => text.split(' '))
        .map((pair) => pair.split('=')),
    ) as NodeJS.ProcessEnv;
    return FunctionProcess.of(command({ ...set, ...settings, PORT: String(port) }), port);
  }

  function command(env: NodeJS.ProcessEnv): ChildProcess {
    const [program, ...args] = [...words(last('ENTRYPOINT')), ...words(last('CMD'))];
    // The very node that runs the tests.
    const PATH = `${dirname(process.execPath)}:${process.env.PATH!}`;
    const options = { cwd: folderOf(''), env: { PATH, ...env } };
    return spawn(program!, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
  }

  test('has the expected files', () => {
    const there = (path: string) => existsSync(join(folderOf(''), path));
    expect(['bin', 'build/dist/cli.js', 'node_modules/lmdb'].filter(there)).toHaveLength(3);
    expect(['src', 'scripts', 'build/test', 'node_modules/prettier'].filter(there)).toEqual([]);
  });

  test('starts, answers, and ends with 0 on SIGTERM', async () => {
    const collector = await start({ DATA_DIR: data.path });
    const { status } = await collector.send(new Uint8Array(0), {}, 'GET');
    expect(status).toBe(200);
    expect(await collector.end('SIGTERM')).toBe(0);
  });
});

/** Symbolic links stay: packages may be links to those that are here. */
function copy(from: string, to: string): void {
  cpSync(from, to, { recursive: true, verbatimSymlinks: true });
}

function runStep(folder: string, [program, ...args]: readonly string[]): void {
  const installs = program === 'npm' && args[0] === 'ci';
  if (FULL || !installs) run(folder, program!, ...args);
  else if (args.includes('--omit=dev')) linkProductionPackages(folder);
  else linkPackages(folder);
}

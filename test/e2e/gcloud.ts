import { spawn } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { endOf, type Ending } from './ending.js';
import { temporaryFolder } from './function.js';

/** What `gcloud meta lint-gcloud-commands` says of a command. */
interface LintResult {
  readonly command_string: string;
  readonly success: boolean;
  readonly error_message: string | null;
}

export interface LintProblem {
  readonly command: string;
  readonly why: string;
}

/** Nobody listens there. */
const NOWHERE = 'http://127.0.0.1:1';

/**
 * The environment of a gcloud that cannot leave this machine: it has no configuration and no credentials, and what it
 * would ask of the world goes to a proxy that is not there.
 */
export function offline(configFolder: string): NodeJS.ProcessEnv {
  return {
    PATH: process.env.PATH,
    HOME: configFolder,
    CLOUDSDK_CONFIG: configFolder,
    CLOUDSDK_AUTH_DISABLE_CREDENTIALS: 'true',
    CLOUDSDK_CORE_CHECK_GCE_METADATA: 'false',
    CLOUDSDK_CORE_DISABLE_PROMPTS: 'true',
    CLOUDSDK_CORE_PROJECT: 'my-project',
    HTTPS_PROXY: NOWHERE,
    HTTP_PROXY: NOWHERE,
    NO_PROXY: '127.0.0.1',
  };
}

/** Runs gcloud, offline. @param env leads it to what stands in for an API */
export async function gcloud(
  args: readonly string[],
  { env = {}, cwd }: { env?: NodeJS.ProcessEnv; cwd: string },
): Promise<Ending> {
  const config = temporaryFolder();
  const child = spawn('gcloud', args, { cwd, env: { ...offline(config.path), ...env } });
  const ending = await endOf(child);
  config.remove();
  return ending;
}

/** Has gcloud itself check commands, without running them. @returns what is wrong */
export async function lint(commands: readonly (readonly string[])[]): Promise<LintProblem[]> {
  const folder = temporaryFolder();
  const file = join(folder.path, 'commands.json');
  const lines = commands.map((args) => ({
    command_string: ['gcloud', ...args].map(quote).join(' '),
  }));
  writeFileSync(file, JSON.stringify(lines));
  const options = ['lint-gcloud-commands', `--commands-file=${file}`];
  const { out, err } = await gcloud(['meta', ...options], { cwd: folder.path });
  folder.remove();
  const checked = new Map(resultsOf(out).map((result) => [result.command_string, result]));
  return lines.flatMap(({ command_string: command }) => {
    const result = checked.get(command);
    if (result?.success === true) return [];
    return [{ command, why: result?.error_message ?? `gcloud did not check it: ${err}` }];
  });
}

/** Behind the results there is another, empty, list. */
function resultsOf(out: string): LintResult[] {
  const end = out.indexOf('\n');
  return JSON.parse(end < 0 ? out : out.slice(0, end)) as LintResult[];
}

/** As a POSIX shell reads it, and gcloud's check does, which wants a flag to begin with its dashes. */
function quote(arg: string): string {
  const [, flag = '', value = ''] = /^(--[\w-]+=)?([^]*)$/.exec(arg)!;
  return flag + (/^[\w@%+=:,./-]+$/.test(value) ? value : `'${value.replaceAll("'", `'"'"'`)}'`);
}

/** Tests that need gcloud: skipped where there is none, but not under CI. */
export function describeWithGcloud(name: string, body: () => void): void {
  const folders = (process.env.PATH ?? '').split(delimiter);
  const found = folders.some((folder) => existsSync(join(folder, 'gcloud')));
  if (found || process.env.CI === 'true') describe(name, body);
  else
    describe.skip(`${name}: skipped, for there is no gcloud; install the Google Cloud SDK`, body);
}

import { spawnSync } from 'node:child_process';
import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { ruleOf } from './rules.js';
import { find } from './shell.js';

/** Stands on the PATH for a program of the documents: writes the command down, and does what its rule says. */

const BIN = join(__dirname, '../../../bin/logdog-collector.js');
const PROJECT_NUMBER = '123456789';

const { COMMANDS_FILE, DEPLOYED_URL, FUNCTION_URL, REAL_PATH } = process.env;
const command = process.argv.slice(2);
const rule = ruleOf(command);
appendFileSync(COMMANDS_FILE!, `${JSON.stringify(command)}\n`);

if (rule === undefined) {
  fail(`'${command.join(' ')}' has no rule: say in test/commands/rules.ts what becomes of it`);
} else if (rule.how === 'run') {
  run(command.map(forEmulator), rule.mayFail?.test(`${command.join(' ')} `));
} else if (rule.how === 'create table') {
  run(cbtCreateTable(command));
} else if (rule.prints === 'the URL of the deployed function') {
  process.stdout.write(`${DEPLOYED_URL!}\n`);
} else if (rule.prints === 'the number of the project') {
  process.stdout.write(`${PROJECT_NUMBER}\n`);
}

function run([program, ...args]: readonly string[], mayFail = false): void {
  const own = program === 'npx';
  const file = own ? process.execPath : find(program!, REAL_PATH);
  const passed = own ? [BIN, ...args.slice(1), ...whereTo(args)] : args;
  // cbt asks gcloud for credentials where it finds one, which takes a second, and the emulator wants none.
  const env = { ...process.env, PATH: program === 'cbt' ? '' : REAL_PATH };
  const { status, error } = spawnSync(file, passed, { stdio: 'inherit', env });
  if (error) fail(error.message);
  process.exitCode = mayFail && status === 1 ? 0 : (status ?? 1);
}

/** What pushes goes to port 8080 unless told, and that may be taken. */
function whereTo(args: readonly string[]): string[] {
  const pushes = args[1] === 'send' || (args[1] === 'refused' && args[2] === 'replay');
  return pushes && !args.includes('--url') ? ['--url', FUNCTION_URL!] : [];
}

/** The emulator of Pub/Sub knows the bound of 7 days that the service had before it was 31. */
function forEmulator(arg: string): string {
  return arg === '--message-retention-duration=31d' ? '--message-retention-duration=7d' : arg;
}

/** The same table; gcloud and cbt write families and policies in the same way. */
function cbtCreateTable(args: readonly string[]): string[] {
  const flag = (name: string) =>
    args.find((arg) => arg.startsWith(`--${name}=`))!.slice(`--${name}=`.length);
  const where = [`-project=${process.env.CLOUDSDK_CORE_PROJECT!}`, `-instance=${flag('instance')}`];
  return ['cbt', ...where, 'createtable', args[5]!, `families=${flag('column-families')}`];
}

function fail(why: string): void {
  process.stderr.write(`${why}\n`);
  process.exitCode = 1;
}

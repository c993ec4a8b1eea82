/** What becomes of a command of the documents when a test runs it. */
export interface CommandRule {
  /** Matches the program and its arguments, with single blanks between them. */
  readonly command: RegExp;
  /**
   * `run`: for real, on emulators and functions of this machine; `create table`: on the Bigtable emulator, by cbt, since
   * gcloud cannot talk to it; `not here`: it is written down, and nothing is done.
   */
  readonly how: 'run' | 'create table' | 'not here';
  /** Why it is not run. */
  readonly why?: string;
  /** Of those that match, which may end with 1, having done what they could. */
  readonly mayFail?: RegExp;
  /** What it prints where it is not run: others need that. */
  readonly prints?: 'the URL of the deployed function' | 'the number of the project';
}

const GOOGLE = 'it needs Google Cloud; gcloud checks its flags';

/** The first that matches counts. A command that none matches makes the test fail. */
export const COMMAND_RULES: readonly CommandRule[] = [
  {
    command: /^gcloud pubsub (topics|subscriptions) (create|update|modify-push-config) /,
    how: 'run',
  },
  { command: /^gcloud alpha monitoring policies create /, how: 'run' },
  { command: /^gcloud bigtable instances tables create /, how: 'create table', why: GOOGLE },
  {
    command: /^gcloud functions describe /,
    how: 'not here',
    why: GOOGLE,
    prints: 'the URL of the deployed function',
  },
  {
    command: /^gcloud projects describe /,
    how: 'not here',
    why: GOOGLE,
    prints: 'the number of the project',
  },
  {
    command: /^gcloud functions deploy /,
    how: 'not here',
    why: 'test/e2e/deploy.long.test.ts does',
  },
  {
    command: /^gcloud (services enable|bigtable|iam service-accounts create|artifacts) /,
    how: 'not here',
    why: GOOGLE,
  },
  { command: /^gcloud .*(add-iam|add-invoker)-policy-binding /, how: 'not here', why: GOOGLE },
  { command: /^gcloud (logging|run|functions|auth) /, how: 'not here', why: GOOGLE },
  { command: /^cbt /, how: 'run' },
  { command: /^curl /, how: 'run' },
  {
    command: /^npx logdog-collector (send|cat|tail|ls|expunge|help|check-config|refused) ?/,
    how: 'run',
    // What is refused again.
    mayFail: / refused replay /,
  },
  {
    command: /^npx logdog-collector (start|dev) ?/,
    how: 'not here',
    why: 'it serves until it is ended: test/e2e/lifecycle.test.ts and dev.test.ts do',
  },
  {
    command: /^npx logdog-collector view ?/,
    how: 'not here',
    why: 'it serves until it is ended: test/viewer/remote.test.ts does',
  },
  { command: /^npm (start|ci|test|run demo)/, how: 'not here', why: 'it is what CI does' },
  { command: /^(logdog|logdog_butler) /, how: 'not here', why: 'it is a program of LUCI' },
  {
    command: /^docker (build|push) /,
    how: 'not here',
    why: 'no engine is here, and no registry: test/dockerfile.test.ts does what the file says',
  },
  { command: /^make( |$)/, how: 'not here', why: "it stands for the reader's build" },
  { command: /^sleep /, how: 'not here', why: 'it stands for work that takes its time' },
];

/** Those of the machine that may be used besides. */
export const PLAIN_TOOLS = ['basenc', 'diff', 'openssl', 'sed', 'seq', 'tail'];

/** The programs that the rules speak of. */
export const PROGRAMS = [
  'gcloud',
  'cbt',
  'curl',
  'npx',
  'npm',
  'logdog',
  'logdog_butler',
  'docker',
  'make',
  'sleep',
];

export function ruleOf(command: readonly string[]): CommandRule | undefined {
  const line = command.join(' ');
  return COMMAND_RULES.find((rule) => rule.command.test(line));
}

import { CollectorError } from './errors.js';
import { type Setting, SETTINGS } from './settings.js';

/** The settings, as values: durations in milliseconds, sizes in bytes. */
export type Config = Readonly<{
  [Key in keyof typeof SETTINGS]: NonNullable<ReturnType<(typeof SETTINGS)[Key]['parse']>>;
}>;

/** What a deployed function must be told, for its disk is gone with the instance. */
const NEEDED_WHEN_DEPLOYED = ['BIGTABLE_PROJECT', 'BIGTABLE_INSTANCE', 'COORDINATOR_HOST'];

const NO_AUTH = 'this version does not check tokens: it leaves that to the platform';

/** Settings of parts that this version does not have: going on without them would not be what was asked for. */
const NOT_YET: readonly { name: string; harmless?: string; why: string }[] = [
  { name: 'DEAD_LETTER_TOPIC', why: 'this version does not publish what it refuses' },
  { name: 'PUSH_AUDIENCE', why: NO_AUTH },
  { name: 'PUSH_SERVICE_ACCOUNT', why: NO_AUTH },
];

/** So much of a value as a message shows. */
const MAX_SHOWN_CHARS = 60;

/**
 * Reads the settings; an empty variable counts as one that is not set.
 *
 * @throws CollectorError BAD_SETTINGS, which names everything that is wrong
 */
export function loadConfig(env: NodeJS.ProcessEnv): Config {
  const problems = [...missing(env), ...halves(env), ...unavailable(env)];
  const config: Record<string, unknown> = {};
  for (const [key, setting] of Object.entries<Setting<unknown>>(SETTINGS)) {
    const given = valueOf(env, setting.name) ?? defaultOf(setting, env);
    const value = setting.parse(given);
    if (value === undefined) {
      problems.push(`${setting.name} is ${shown(given)}: it must be ${setting.expects}`);
    }
    config[key] = value;
  }
  if (problems.length > 0) {
    const list = problems.map((problem) => `\n  ${problem}`).join('');
    throw new CollectorError('BAD_SETTINGS', `the settings do not make sense:${list}`);
  }
  return Object.freeze(config) as Config;
}

function missing(env: NodeJS.ProcessEnv): string[] {
  if (!isDeployed(env)) return [];
  const names = NEEDED_WHEN_DEPLOYED.filter((name) => valueOf(env, name) === undefined);
  if (valueOf(env, 'PUSH_AUTH') === undefined) names.push('PUSH_AUTH');
  const why = 'a deployed function (K_SERVICE is set) has no default for it';
  return names.map((name) => `${name} is not set: ${why}`);
}

/** Half of what chooses Bigtable would silently choose the embedded store. */
function halves(env: NodeJS.ProcessEnv): string[] {
  const pair = ['BIGTABLE_PROJECT', 'BIGTABLE_INSTANCE'];
  const unset = pair.filter((name) => valueOf(env, name) === undefined);
  if (unset.length !== 1 || isDeployed(env)) return [];
  return [`${unset[0]} is not set: Bigtable needs both ${pair.join(' and ')}`];
}

function defaultOf(setting: Setting<unknown>, env: NodeJS.ProcessEnv): string {
  return (isDeployed(env) ? setting.deployedDefault : undefined) ?? setting.default;
}

/** K_SERVICE is set by Cloud Run, which also runs Cloud Functions. */
function isDeployed(env: NodeJS.ProcessEnv): boolean {
  return valueOf(env, 'K_SERVICE') !== undefined;
}

function unavailable(env: NodeJS.ProcessEnv): string[] {
  return NOT_YET.flatMap(({ name, harmless, why }) => {
    const given = valueOf(env, name);
    return given === undefined || given === harmless ? [] : [`${name} is set, but ${why}`];
  });
}

function valueOf(env: NodeJS.ProcessEnv, name: string): string | undefined {
  return env[name] === '' ? undefined : env[name];
}

function shown(value: string): string {
  const cut = value.length > MAX_SHOWN_CHARS ? `${value.slice(0, MAX_SHOWN_CHARS)}…` : value;
  return JSON.stringify(cut);
}

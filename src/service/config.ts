import * as v from 'valibot';
import { CollectorError } from '../common/errors.js';
import { flagOf, type Setting } from './setting.js';
import { SETTINGS } from './settings.js';

type Key = keyof typeof SETTINGS;

/** Every setting, from its text to its value. */
const SCHEMA = v.object(
  Object.fromEntries(Object.entries(SETTINGS).map(([key, { schema }]) => [key, schema])) as {
    [K in Key]: (typeof SETTINGS)[K]['schema'];
  },
);

/** The settings, as values: durations in milliseconds, sizes in bytes. */
export type Config = Readonly<v.InferOutput<typeof SCHEMA>>;

/** Settings that the command line gives, by the name of their variable. */
export type Flags = Readonly<Record<string, string>>;

/** The text of a setting before it is parsed, and where it comes from. */
export interface GivenSetting {
  readonly key: Key;
  readonly setting: Setting<unknown>;
  readonly text: string;
  readonly source: 'flag' | 'environment' | 'default';
}

type FoundText = Partial<Pick<GivenSetting, 'text' | 'source'>>;

/** What must be set in a deployed function, whose disk is lost with the instance. */
const NEEDED_WHEN_DEPLOYED: readonly Key[] = [
  'bigtableProject',
  'bigtableInstance',
  'coordinatorHost',
  'pushAuth',
];

/** So much of a value as a message shows. */
const MAX_SHOWN_CHARS = 60;

/**
 * Reads the settings: a flag goes before the environment, and that before the default.
 *
 * @throws CollectorError BAD_SETTINGS, which names everything that is wrong
 */
export function loadConfig(env: NodeJS.ProcessEnv, flags: Flags = {}): Config {
  const given = givenSettings(env, flags);
  const problems = [
    ...missing(given, env),
    ...halves(given, env),
    ...tokenProblems(given),
    ...unsent(given),
    ...shortQueue(given),
  ];
  const texts = Object.fromEntries(given.map(({ key, text }) => [key, text]));
  const result = v.safeParse(SCHEMA, texts, { abortPipeEarly: true });
  if (!result.success) {
    const wrong = new Set(result.issues.map(({ path }) => path?.[0].key));
    problems.push(...given.filter(({ key }) => wrong.has(key)).map(whatIsWrong));
  }
  if (problems.length > 0 || !result.success) {
    const list = problems.map((problem) => `\n  ${problem}`).join('');
    throw new CollectorError('BAD_SETTINGS', `the settings are not valid:${list}`);
  }
  return Object.freeze(result.output);
}

/**
 * Reads the settings that a command uses; the others, whatever the environment says of them, have their defaults.
 *
 * @throws CollectorError BAD_SETTINGS
 */
export function loadUsed(env: NodeJS.ProcessEnv, ...keys: readonly Key[]): Config {
  const names = keys.map((key) => SETTINGS[key].name);
  return loadConfig(Object.fromEntries(names.map((name) => [name, env[name]])));
}

/** Every setting in the order of the table. An empty variable counts as one that is not set. */
export function givenSettings(env: NodeJS.ProcessEnv, flags: Flags = {}): GivenSetting[] {
  const found = Object.entries<Setting<unknown>>(SETTINGS).map(([key, setting]) => {
    return { key: key as Key, setting, ...findText(setting, env, flags) };
  });
  // A guarded port must not also serve callers that are not checked.
  const guarded = isDeployed(env) || checksTokens(found);
  const rowByRow = found.some(
    ({ key, text }) => key === 'bigtableWrites' && text === 'conditional',
  );
  return found.map(({ key, setting, text, source = 'default' }) => {
    const special = guarded ? setting.guardedDefault : undefined;
    const byDefault =
      special ?? (rowByRow ? setting.rowByRowDefault : undefined) ?? setting.default;
    return { key, setting, text: text ?? byDefault, source };
  });
}

/** What a flag or a variable says of a setting; nothing where there is neither. */
function findText({ name }: Setting<unknown>, env: NodeJS.ProcessEnv, flags: Flags): FoundText {
  const flag = flags[name];
  if (flag !== undefined) return { text: flag, source: 'flag' };
  const variable = valueOf(env, name);
  return variable === undefined ? {} : { text: variable, source: 'environment' };
}

function missing(given: readonly GivenSetting[], env: NodeJS.ProcessEnv): string[] {
  if (!isDeployed(env)) return [];
  const why = 'a deployed function (K_SERVICE is set) has no default for it';
  return given
    .filter(({ key, text, source }) => {
      const unset = source === 'default' || text === '';
      return unset && NEEDED_WHEN_DEPLOYED.includes(key);
    })
    .map(({ setting }) => `${setting.name} is not set: ${why}`);
}

/** Half of what chooses Bigtable would silently choose the local store. */
function halves(given: readonly GivenSetting[], env: NodeJS.ProcessEnv): string[] {
  const pair = given.filter(({ key }) => key === 'bigtableProject' || key === 'bigtableInstance');
  const [unset, ...others] = pair.filter(({ text }) => text === '');
  if (unset === undefined || others.length > 0 || isDeployed(env)) return [];
  const names = pair.map(({ setting }) => setting.name).join(' and ');
  return [`${unset.setting.name} is not set: Bigtable needs both ${names}`];
}

/** Traces go where metrics go: without a receiver, none would ever be seen. */
function unsent(given: readonly GivenSetting[]): string[] {
  const textOf = (wanted: Key) => given.find(({ key }) => key === wanted)?.text;
  if (textOf('tracesExporter') !== 'otlp' || textOf('otlpEndpoint') !== '') return [];
  return ['OTEL_TRACES_EXPORTER is otlp, but OTEL_EXPORTER_OTLP_ENDPOINT is not set'];
}

/** A bundle whose streams cannot all wait would never get in. */
function shortQueue(given: readonly GivenSetting[]): string[] {
  const textOf = (wanted: Key) => given.find(({ key }) => key === wanted)?.text ?? '';
  const queue = Number(textOf('coordinatorMaxQueue'));
  const streams = Number(textOf('maxStreams'));
  if (textOf('coordinatorHost') === '' || !(queue < streams)) return [];
  return [`COORDINATOR_MAX_QUEUE is ${queue}: it must not be less than MAX_STREAMS, ${streams}`];
}

/** A token is checked with both settings or not at all: setting only one is a mistake. */
function tokenProblems(given: readonly GivenSetting[]): string[] {
  const checked = checksTokens(given);
  return given
    .filter(({ key }) => key === 'pushAudience' || key === 'pushServiceAccount')
    .filter(({ text }) => (text !== '') !== checked)
    .map(({ setting: { name } }) =>
      checked
        ? `${name} is not set: PUSH_AUTH=token needs it`
        : `${name} is set, but without PUSH_AUTH=token it is not used`,
    );
}

function checksTokens(given: readonly (Pick<GivenSetting, 'key'> & FoundText)[]): boolean {
  return given.some(({ key, text }) => key === 'pushAuth' && text === 'token');
}

function whatIsWrong({ setting, text, source }: GivenSetting): string {
  const name = source === 'flag' ? flagOf(setting) : setting.name;
  return `${name} is ${shown(text)}: it must be ${setting.expects}`;
}

/** K_SERVICE is set by Cloud Run, which also runs Cloud Functions. */
function isDeployed(env: NodeJS.ProcessEnv): boolean {
  return valueOf(env, 'K_SERVICE') !== undefined;
}

function valueOf(env: NodeJS.ProcessEnv, name: string): string | undefined {
  return env[name] === '' ? undefined : env[name];
}

function shown(value: string): string {
  const cut = value.length > MAX_SHOWN_CHARS ? `${value.slice(0, MAX_SHOWN_CHARS)}…` : value;
  return JSON.stringify(cut);
}

import * as v from 'valibot';
import { CollectorError } from '../common/errors.js';
import { flagOf, type Setting } from './setting.js';
import { SETTINGS } from './settings.js';

type Key = keyof typeof SETTINGS;

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

type Texts = Readonly<Record<Key, string>>;

/** What must be set in a deployed function, whose disk is lost with the instance. */
const NEEDED_WHEN_DEPLOYED: readonly Key[] = [
  'bigtableProject',
  'bigtableInstance',
  'coordinatorHost',
  'pushAuth',
];

const MAX_SHOWN_CHARS = 60;

/**
 * Reads the settings: a flag goes before the environment, and that before the default.
 *
 * @throws CollectorError BAD_SETTINGS, which names everything that is wrong
 */
export function loadConfig(env: NodeJS.ProcessEnv, flags: Flags = {}): Config {
  const given = givenSettings(env, flags);
  const texts = Object.fromEntries(given.map(({ key, text }) => [key, text])) as Texts;
  const problems = [
    ...missing(given, env),
    ...halves(texts, env),
    ...tokenProblems(texts),
    ...unsent(texts),
    ...shortQueue(texts),
  ];
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
  const textOf = (name: string) => flags[name] ?? valueOf(env, name);
  // A guarded port must not also serve callers that are not checked.
  const guarded = isDeployed(env) || textOf(SETTINGS.pushAuth.name) === 'token';
  const rowByRow = textOf(SETTINGS.bigtableWrites.name) === 'conditional';
  return Object.entries<Setting<unknown>>(SETTINGS).map(([key, setting]) => {
    const { name, guardedDefault, rowByRowDefault } = setting;
    const byDefault =
      (guarded ? guardedDefault : undefined) ??
      (rowByRow ? rowByRowDefault : undefined) ??
      setting.default;
    const [flag, variable] = [flags[name], valueOf(env, name)];
    const source = flag !== undefined ? 'flag' : variable !== undefined ? 'environment' : 'default';
    return { key: key as Key, setting, text: flag ?? variable ?? byDefault, source };
  });
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
function halves(texts: Texts, env: NodeJS.ProcessEnv): string[] {
  const pair = ['bigtableProject', 'bigtableInstance'] as const;
  const [unset, ...others] = pair.filter((key) => texts[key] === '');
  if (unset === undefined || others.length > 0 || isDeployed(env)) return [];
  const names = pair.map((key) => SETTINGS[key].name).join(' and ');
  return [`${SETTINGS[unset].name} is not set: Bigtable needs both ${names}`];
}

/** Traces go where metrics go: without a receiver, none would ever be seen. */
function unsent({ tracesExporter, otlpEndpoint }: Texts): string[] {
  if (tracesExporter !== 'otlp' || otlpEndpoint !== '') return [];
  return ['OTEL_TRACES_EXPORTER is otlp, but OTEL_EXPORTER_OTLP_ENDPOINT is not set'];
}

/** A bundle whose streams cannot all wait would never get in. */
function shortQueue({ coordinatorHost, coordinatorMaxQueue, maxStreams }: Texts): string[] {
  const [queue, streams] = [Number(coordinatorMaxQueue), Number(maxStreams)];
  if (coordinatorHost === '' || !(queue < streams)) return [];
  return [`COORDINATOR_MAX_QUEUE is ${queue}: it must not be less than MAX_STREAMS, ${streams}`];
}

/** A token is checked with both settings or not at all: setting only one is a mistake. */
function tokenProblems(texts: Texts): string[] {
  const checked = texts.pushAuth === 'token';
  return (['pushAudience', 'pushServiceAccount'] as const)
    .filter((key) => (texts[key] !== '') !== checked)
    .map((key) =>
      checked
        ? `${SETTINGS[key].name} is not set: PUSH_AUTH=token needs it`
        : `${SETTINGS[key].name} is set, but without PUSH_AUTH=token it is not used`,
    );
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

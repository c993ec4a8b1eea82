import * as v from 'valibot';

/** Describes one setting: an environment variable and flag of the command line, its values, and its purpose. */
export interface Setting<T> extends Kind<T> {
  /** The name of the environment variable. */
  readonly name: string;
  /** The default, as it would be written. */
  readonly default: string;
  /** The default in a deployed function and with PUSH_AUTH=token, where it differs from `default`. */
  readonly guardedDefault?: string;
  /** The default with BIGTABLE_WRITES=conditional, where it differs from `default`. */
  readonly rowByRowDefault?: string;
  /** The text of the help and of the documentation. */
  readonly help: string;
  /** A deployment decides it: the README lists it, too. All settings are in docs/settings.md. */
  readonly common?: boolean;
}

/** The default as documents and help show it: of a size, also in a larger unit. Empty where there is none. */
export function shownDefault({ default: text, expects }: Setting<unknown>): string {
  return expects.includes('of bytes') ? withSize(Number(text)) : text;
}

/** A setting's flag: `--bigtable-project` of BIGTABLE_PROJECT. */
export function flagOf({ name }: Pick<Setting<unknown>, 'name'>): string {
  return `--${name.toLowerCase().replaceAll('_', '-')}`;
}

export interface Kind<T> {
  /** Its values, with unit and range: "a whole number of bytes from 1 to 9". */
  readonly expects: string;
  readonly schema: v.GenericSchema<string, T>;
}

/** A kind with the default of one setting. */
type WithDefault<T> = Kind<T> & Pick<Setting<T>, 'default'>;

const UNITS_MS = new Map([
  ['ms', 1],
  ['s', 1000],
  ['m', 60_000],
  ['h', 3_600_000],
]);

const UNITS_BYTES = [
  ['TiB', 1024 ** 4],
  ['GiB', 1024 ** 3],
  ['MiB', 1024 ** 2],
] as const;

/** What may be left out, as it is by default: then it is the empty text. */
export function optional<T extends string>({ expects, schema }: Kind<T>): WithDefault<T | ''> {
  return {
    default: '',
    expects: `${expects}, or nothing`,
    schema: v.union([v.literal(''), schema]),
  };
}

/** @param unit what is counted, where that is not plain from the name */
export function integer(
  byDefault: number,
  [min, max]: readonly [number, number],
  unit?: string,
): WithDefault<number> {
  const schema = v.pipe(
    v.string(),
    v.regex(/^\d{1,15}$/),
    v.transform(Number),
    v.minValue(min),
    v.maxValue(max),
  );
  const of = unit === undefined ? '' : ` of ${unit}`;
  const [least, most] = [min, max].map((n) => (unit === 'bytes' ? withSize(n) : String(n)));
  const expects = `a whole number${of} from ${least!} to ${most!}`;
  return { default: String(byDefault), expects, schema };
}

/** A number of bytes, and the same in the largest unit that it is a multiple of: `16777216 (16 MiB)`. */
export function withSize(bytes: number): string {
  const unit = UNITS_BYTES.find(([, size]) => bytes % size === 0);
  return unit === undefined ? String(bytes) : `${bytes} (${bytes / unit[1]} ${unit[0]})`;
}

/** Milliseconds, written as `500ms`, `60s`, `10m` or `24h`. */
export function duration(
  byDefault: string,
  [min, max]: readonly [string, string],
): WithDefault<number> {
  const schema = v.pipe(
    v.string(),
    v.transform(milliseconds),
    v.number(),
    v.minValue(milliseconds(min)),
    v.maxValue(milliseconds(max)),
  );
  const expects = `a duration from ${min} to ${max}, as 500ms, 60s, 10m or 24h`;
  return { default: byDefault, expects, schema };
}

function milliseconds(given: string): number {
  const [, digits, unit] = /^(\d{1,12})(ms|s|m|h)$/.exec(given) ?? [];
  return Number(digits) * (UNITS_MS.get(unit ?? '') ?? NaN);
}

/** @param form what all of the text must look like */
export function text(expects: string, form: RegExp): Kind<string> {
  return { expects, schema: v.pipe(v.string(), v.regex(form)) };
}

export function oneOf<T extends string>(...values: [T, ...T[]]): Kind<T> {
  return { expects: `one of ${values.join(', ')}`, schema: v.picklist(values) };
}

export function flag(byDefault: '0' | '1' = '0'): WithDefault<boolean> {
  const schema = v.pipe(
    v.picklist(['0', '1']),
    v.transform((given) => given === '1'),
  );
  return { default: byDefault, expects: '0 or 1', schema };
}

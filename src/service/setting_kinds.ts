import * as v from 'valibot';

export interface Kind<T> {
  /** Its values, with unit and range: "a whole number of bytes from 1 to 9". */
  readonly expects: string;
  readonly schema: v.GenericSchema<string, T>;
}

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
export function optional<T extends string>({
  expects,
  schema,
}: Kind<T>): Kind<T | ''> & { readonly default: '' } {
  return {
    default: '',
    expects: `${expects}, or nothing`,
    schema: v.union([v.literal(''), schema]),
  };
}

/** @param unit what is counted, where that is not plain from the name */
export function integer(min: number, max: number, unit?: string): Kind<number> {
  const schema = v.pipe(
    v.string(),
    v.regex(/^\d{1,15}$/),
    v.transform(Number),
    v.minValue(min),
    v.maxValue(max),
  );
  const of = unit === undefined ? '' : ` of ${unit}`;
  const [least, most] = [min, max].map((n) => (unit === 'bytes' ? withSize(n) : String(n)));
  return { expects: `a whole number${of} from ${least!} to ${most!}`, schema };
}

/** A number of bytes, and the same in the largest unit that it is a multiple of: `16777216 (16 MiB)`. */
export function withSize(bytes: number): string {
  const unit = UNITS_BYTES.find(([, size]) => bytes % size === 0);
  return unit === undefined ? String(bytes) : `${bytes} (${bytes / unit[1]} ${unit[0]})`;
}

/** Milliseconds, written as `500ms`, `60s`, `10m` or `24h`. */
export function duration(min: string, max: string): Kind<number> {
  const schema = v.pipe(
    v.string(),
    v.transform(milliseconds),
    v.number(),
    v.minValue(milliseconds(min)),
    v.maxValue(milliseconds(max)),
  );
  return { expects: `a duration from ${min} to ${max}, as 500ms, 60s, 10m or 24h`, schema };
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

export function flag(): Kind<boolean> {
  const schema = v.pipe(
    v.picklist(['0', '1']),
    v.transform((given) => given === '1'),
  );
  return { expects: '0 or 1', schema };
}

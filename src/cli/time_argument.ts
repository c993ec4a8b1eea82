import { UsageError } from './arguments.js';

const UNITS_MS: Readonly<Record<string, number>> = {
  ms: 1,
  s: 1000,
  m: 60_000,
  h: 3_600_000,
  d: 86_400_000,
  w: 604_800_000,
};

/** One number and unit, or several: `10m`, `1.5h`, `1h30m`. */
const DURATION = /^(?:\d{1,12}(?:\.\d{1,9})?(?:ms|s|m|h|d|w))+$/;
const DURATION_PART = /(\d+(?:\.\d+)?)(ms|s|m|h|d|w)/g;

/** A date, with a time or without, with a zone or without. */
const TIME = /^(\d{4}-\d\d-\d\d)(?:[Tt ](\d\d:\d\d)(:\d\d)?(\.\d{1,9})?([Zz]|[+-]\d\d:\d\d)?)?$/;

/** Seconds since 1970, as `date +%s` prints them: more digits than any count without a unit has. */
const EPOCH = /^(\d{9,12})(\.\d{1,9})?$/;

const FORMS = 'a duration such as 10m or 1h30m, or a time such as 2026-11-03T19:51:34Z';

/** A duration, in milliseconds. @throws UsageError */
export function parseDuration(option: string, text: string): number {
  const ms = durationMs(text);
  if (ms === undefined)
    throw new UsageError(`${option} takes a duration such as 10s, not '${text}'`);
  return ms;
}

/**
 * Parses a time, or a duration before now. A time without a zone is a local one.
 *
 * @param now in milliseconds since 1970
 * @returns nanoseconds since 1970
 * @throws UsageError
 */
export function parseTime(option: string, text: string, now: number): bigint {
  const before = durationMs(text);
  const ns = before === undefined ? timeNs(text) : BigInt(Math.round(now - before)) * 1_000_000n;
  if (ns === undefined) throw new UsageError(`${option} takes ${FORMS}, not '${text}'`);
  return ns;
}

function durationMs(text: string): number | undefined {
  if (!DURATION.test(text)) return undefined;
  let ms = 0;
  for (const [, count, unit] of text.matchAll(DURATION_PART))
    ms += Number(count) * UNITS_MS[unit!]!;
  return ms;
}

function timeNs(text: string): bigint | undefined {
  const [, epoch, part = '.'] = EPOCH.exec(text) ?? [];
  if (epoch !== undefined) return BigInt(epoch) * 1_000_000_000n + fractionNs(part);
  const [, date, minutes, seconds = ':00', fraction = '.', zone = ''] = TIME.exec(text) ?? [];
  if (date === undefined) return undefined;
  const clock = `${date}T${minutes ?? '00:00'}${seconds}`;
  const ms = Date.parse(`${clock}${zone.toUpperCase()}`);
  // A date that the calendar does not have would be taken for a later one.
  const onCalendar = new Date(Date.parse(`${clock}Z`));
  if (Number.isNaN(ms) || Number.isNaN(onCalendar.getTime())) return undefined;
  if (!onCalendar.toISOString().startsWith(clock)) return undefined;
  return BigInt(ms) * 1_000_000n + fractionNs(fraction);
}

/** @param text a point, and digits after it */
function fractionNs(text: string): bigint {
  return BigInt(text.slice(1).padEnd(9, '0'));
}

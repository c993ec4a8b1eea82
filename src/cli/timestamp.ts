export const TIME_ZONES = ['local', 'utc'] as const;
export type TimeZone = (typeof TIME_ZONES)[number];

const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

/** A day less than what a Date can have on either side of 1970, for the offset of a time zone. */
const DATE_MS_MAX = 8_640_000_000_000_000n - 86_400_000n;

/** 400 years, after which the calendar repeats itself. */
const CYCLE_MS = 146_097n * 86_400_000n;

/**
 * Returns a time as the `logdog` client shows it: `Nov  3 19:51:34.480`.
 *
 * @param ns nanoseconds since 1970; any that a Timestamp and a Duration can come to
 */
export function stamp(ns: bigint, zone: TimeZone): string {
  const ms = floorDivide(ns, 1_000_000n);
  const inRange = ms >= -DATE_MS_MAX && ms <= DATE_MS_MAX;
  // The year is not shown.
  const time = new Date(Number(inRange ? ms : modulo(ms, CYCLE_MS)));
  // Shown as UTC, a local time is that much off.
  if (zone === 'local') time.setTime(time.getTime() - time.getTimezoneOffset() * 60_000);
  const month = MONTHS[time.getUTCMonth()] ?? '';
  const clock = time.toISOString().split('T')[1] ?? '';
  return `${month} ${String(time.getUTCDate()).padStart(2)} ${clock.slice(0, 12)}`;
}

function modulo(value: bigint, by: bigint): bigint {
  return ((value % by) + by) % by;
}

function floorDivide(value: bigint, by: bigint): bigint {
  return (value - modulo(value, by)) / by;
}

export const TIME_LABELS = {
  off: 'No times',
  local: 'Local time',
  utc: 'UTC',
  since: 'Since start',
} as const;
export type TimeMode = keyof typeof TIME_LABELS;
export const TIME_MODES = Object.keys(TIME_LABELS) as TimeMode[];

/** The latest time that a Date can hold, in milliseconds. */
const MAX_MS = 8.64e15;

/** Returns the time of a line. @param started when the stream began, in milliseconds since 1970 */
export function timeText(mode: TimeMode, started: number, offsetMs: number): string {
  if (mode === 'off') return '';
  if (mode === 'since') return sinceText(offsetMs);
  const ms = started + offsetMs;
  if (Math.abs(ms) > MAX_MS) return '?';
  const time = new Date(ms);
  // Shown as UTC, a local time is that much off.
  if (mode === 'local') time.setTime(time.getTime() - time.getTimezoneOffset() * 60_000);
  return time.toISOString().slice(11, 23);
}

function sinceText(ms: number): string {
  const whole = Math.floor(Math.abs(ms));
  const minutes = new Date(whole % 3_600_000).toISOString().slice(14, 23);
  return `${ms < 0 ? '-' : '+'}${Math.floor(whole / 3_600_000)}:${minutes}`;
}

// Made once: each takes longer to make than to use a hundred times.
const DATE = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'medium' });
const NUMBER = new Intl.NumberFormat('en-US');

/** Returns a whole date and time, for a person. */
export function dateText(ms: number): string {
  if (ms <= 0 || ms > MAX_MS) return 'unknown';
  return DATE.format(ms);
}

const UNITS = [
  [86_400_000, 'd'],
  [3_600_000, 'h'],
  [60_000, 'min'],
  [1000, 's'],
] as const;

/** Returns a duration in its largest unit: `3 min`. */
export function durationText(ms: number): string {
  for (const [unit, name] of UNITS) if (ms >= unit) return `${Math.floor(ms / unit)} ${name}`;
  return 'a moment';
}

/** Returns a size in bytes: `1.4 MB`. */
export function sizeText(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`;
  for (const [unit, name] of [
    [1e9, 'GB'],
    [1e6, 'MB'],
    [1e3, 'kB'],
  ] as const) {
    if (bytes >= unit) return `${(bytes / unit).toFixed(bytes < unit * 10 ? 1 : 0)} ${name}`;
  }
  return `${bytes} B`;
}

/** Returns a whole number with its thousands apart. */
export function numberText(value: number): string {
  return NUMBER.format(value).replaceAll(',', '\u202f');
}

/** Returns how many there are of something: `1 line`, `2 lines`. */
export function countText(count: number, one: string): string {
  return `${numberText(count)} ${one}${count === 1 ? '' : 's'}`;
}

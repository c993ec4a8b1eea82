import { logpb } from '../proto/gen/logpb.js';

export const TIME_ZONES = ['local', 'utc'] as const;
export type TimeZone = (typeof TIME_ZONES)[number];

const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

/** A time as the `logdog` client shows it: `Nov  3 19:51:34.480`. */
export function stamp(ms: number, zone: TimeZone): string {
  const time = new Date(Math.floor(ms));
  // Shown as UTC, a local time is that much off.
  if (zone === 'local') time.setTime(time.getTime() - time.getTimezoneOffset() * 60_000);
  const month = MONTHS[time.getUTCMonth()] ?? '';
  const day = String(time.getUTCDate()).padStart(2);
  return `${month} ${day} ${time.toISOString().slice(11, 23)}`;
}

/** When a stream began, in milliseconds since 1970: its descriptor's timestamp. */
export function startOf(descriptor: Uint8Array): number {
  const { timestamp } = logpb.LogStreamDescriptor.decode(descriptor);
  return Number(timestamp?.seconds ?? 0) * 1000 + (timestamp?.nanos ?? 0) / 1e6;
}

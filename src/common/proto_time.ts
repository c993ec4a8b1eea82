/**
 * A google.protobuf.Timestamp or Duration as protobuf can carry it: any 64-bit seconds and any 32-bit nanoseconds, also
 * those that the type does not allow.
 */
export interface ProtoTime {
  readonly seconds?: { toString(): string } | null | undefined;
  readonly nanos?: number | null | undefined;
}

const NANOS = 1_000_000_000n;

/** The years 1 to 9999: what JSON can have as a Timestamp, in seconds since 1970. */
const TIMESTAMP_SECONDS_MIN = -62_135_596_800n;
const TIMESTAMP_SECONDS_MAX = 253_402_300_799n;

/** Some 10,000 years: what JSON can have as a Duration, in seconds. */
export const DURATION_SECONDS_MAX = 315_576_000_000n;

/** Returns a Timestamp or a Duration in nanoseconds; 0 where there is none. */
export function nanosecondsOf(time: ProtoTime | null | undefined): bigint {
  return BigInt(String(time?.seconds ?? 0)) * NANOS + BigInt(time?.nanos ?? 0);
}

/** Returns a Timestamp in proto3 JSON: `2001-02-03T04:05:06.789Z`; undefined where JSON cannot have it. */
export function timestampJson(time: ProtoTime): string | undefined {
  const whole = nanosecondsOf(time);
  const nanos = ((whole % NANOS) + NANOS) % NANOS;
  const seconds = (whole - nanos) / NANOS;
  if (seconds < TIMESTAMP_SECONDS_MIN || seconds > TIMESTAMP_SECONDS_MAX) return undefined;
  const date = new Date(Number(seconds) * 1000).toISOString().slice(0, 19);
  return `${date}${fraction(nanos)}Z`;
}

/** Returns a Duration in proto3 JSON: `1.5s`; undefined where JSON cannot have it. */
export function durationJson(time: ProtoTime): string | undefined {
  const whole = nanosecondsOf(time);
  const size = whole < 0n ? -whole : whole;
  const seconds = size / NANOS;
  if (seconds > DURATION_SECONDS_MAX) return undefined;
  return `${whole < 0n ? '-' : ''}${seconds}${fraction(size % NANOS)}s`;
}

/** With as many digits after the point as it needs: none, 3, 6 or 9. */
function fraction(nanos: bigint): string {
  if (nanos === 0n) return '';
  const digits = String(nanos).padStart(9, '0');
  return `.${digits.replace(/(000){1,2}$/, '')}`;
}

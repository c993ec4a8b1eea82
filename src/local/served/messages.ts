/** A Timestamp or a Duration as answers have it: whole seconds, in decimal, and the rest. */
export interface Seconds {
  readonly seconds: string;
  readonly nanos: number;
}

/** A Duration as requests have it. */
export interface DurationSent {
  readonly seconds: bigint;
  readonly nanos: number;
}

export function secondsOf(ms: number): Seconds {
  const seconds = Math.floor(ms / 1000);
  return { seconds: String(seconds), nanos: Math.round((ms - seconds * 1000) * 1e6) };
}

export function millisecondsOf({ seconds, nanos }: DurationSent): number {
  return Number(seconds) * 1000 + nanos / 1e6;
}

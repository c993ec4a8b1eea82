/** A signed 64-bit integer in two halves: how the generated code takes and gives one beyond what a number holds. */
interface Halves {
  readonly low: number;
  readonly high: number;
}

/** Exactly the integer that was decoded. */
export function toBigInt(value: number | Halves): bigint {
  if (typeof value === 'number') return BigInt(value);
  return (BigInt(value.high) << 32n) | BigInt(value.low >>> 0);
}

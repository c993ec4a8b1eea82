/** Something to measure: does its work once. */
export type Side = () => void | Promise<void>;

/** How long one side runs in a round: long enough for the clock of the CPU, short enough to alternate. */
const SIDE_MS = 120;

/**
 * Measures the CPU time of one call of each side, in µs, all threads of the process counted. The sides take turns in each
 * round, for the speed of a shared machine drifts.
 *
 * @returns for each side, one figure a round
 */
export async function measure(sides: readonly Side[], rounds: number): Promise<number[][]> {
  const calls: number[] = [];
  for (const side of sides) calls.push(await calibrate(side));
  const figures = sides.map(() => [] as number[]);
  for (let round = 0; round < rounds; round++) {
    // Each side follows another one every other round, for what comes first is not what comes second.
    const order = [...sides.entries()];
    for (const [at, side] of round % 2 === 0 ? order : order.reverse()) {
      // Not counted: this side's first calls pay for the garbage of the one before.
      await cpuUs(side, Math.ceil(calls[at]! / 2));
      figures[at]!.push(await cpuUs(side, calls[at]!));
    }
  }
  return figures;
}

export function median(figures: number[]): number {
  const sorted = [...figures].sort((one, other) => one - other);
  return sorted[sorted.length >> 1]!;
}

async function calibrate(side: Side): Promise<number> {
  // The first calls compile; what they cost is not what the later ones do.
  for (let calls = 1; ; calls *= 2) {
    const us = (await cpuUs(side, calls)) * calls;
    if (us >= SIDE_MS * 500) return Math.max(3, Math.ceil((calls * SIDE_MS * 1000) / us));
  }
}

async function cpuUs(side: Side, calls: number): Promise<number> {
  const before = process.cpuUsage();
  for (let call = 0; call < calls; call++) {
    const pending = side();
    if (pending !== undefined) await pending;
  }
  const { user, system } = process.cpuUsage(before);
  return (user + system) / calls;
}

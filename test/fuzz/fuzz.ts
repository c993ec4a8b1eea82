import { Random } from '../../src/testing/random.js';
import { randomMessage } from './envelope.js';
import { randomBundle } from './generator.js';
import { type FuzzCase, Judge } from './judge.js';
import { mutate } from './mutate.js';

export interface FuzzOptions {
  readonly cases: number;
  /** Case i has seed + i as its own, so that one case replays alone. */
  readonly seed: number;
  /** Told now and then how many cases are done. */
  readonly progress?: (done: number) => void;
}

export interface Disagreement {
  /** Makes this case again, with one case. */
  readonly seed: number;
  readonly what: string;
  readonly layer: string;
  /** base64 */
  readonly bytes: string;
}

export interface FuzzReport {
  readonly disagreements: readonly Disagreement[];
  /** What came how often. */
  readonly counts: ReadonlyMap<string, number>;
}

/** Enough to see what they have in common. */
const MAX_DISAGREEMENTS = 10;
const CASES_A_REPORT = 10_000;

/** Reads random cases in three ways that must agree. */
export async function fuzz({ cases, seed, progress }: FuzzOptions): Promise<FuzzReport> {
  const judge = new Judge();
  const disagreements: Disagreement[] = [];
  for (let i = 0; i < cases && disagreements.length < MAX_DISAGREEMENTS; i++) {
    const one = randomCase(new Random(seed + i));
    const what = await verdict(judge, one);
    if (what !== undefined) {
      const { layer, bytes } = one;
      disagreements.push({ seed: seed + i, what, layer, bytes: bytes.toString('base64') });
    }
    if ((i + 1) % CASES_A_REPORT === 0) progress?.(i + 1);
  }
  return { disagreements, counts: judge.counts };
}

export function randomCase(random: Random): FuzzCase {
  const { bytes, valid } = randomBundle(random);
  const other = random.oneIn(4) ? randomBundle(random).bytes : bytes;
  const spoil = (layer: Buffer): Buffer => mutate(random, layer, other);
  if (random.oneIn(10)) {
    const spoilt = random.oneIn(2) ? bytes : spoil(bytes);
    const layers = (layer: Buffer): Buffer => (random.oneIn(5) ? spoil(layer) : layer);
    return { layer: 'message', bytes: randomMessage(random, spoilt, layers), valid: false };
  }
  if (random.oneIn(2)) return { layer: 'bundle', bytes, valid };
  return { layer: 'bundle', bytes: spoil(bytes), valid: false };
}

async function verdict(judge: Judge, one: FuzzCase): Promise<string | undefined> {
  try {
    return await judge.check(one);
  } catch (thrown) {
    return `crashed: ${thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown)}`;
  }
}

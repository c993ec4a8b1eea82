import { isMessageLine, isReadsLine, readLines } from './line.js';
import { runMessageLine } from './message_line.js';
import { type GoldenOutcome, type OpenGoldenStore, runReadsLine } from './reads.js';

/** How the lines of golden files came out. */
export interface Tally {
  passed: number;
  failed: number;
  /** How many lines' expectations each departure rewrote. */
  readonly departures: Map<number, number>;
}

/**
 * Runs every line of golden files, and tells of each that fails.
 *
 * @param open makes the stores that `reads` files run against
 * @param tell takes a line of text
 */
export async function runFiles(
  files: readonly string[],
  open: OpenGoldenStore,
  tell: (text: string) => void,
): Promise<Tally> {
  const tally: Tally = { passed: 0, failed: 0, departures: new Map() };
  for (const file of files) {
    let number = 0;
    for await (const line of readLines(file)) {
      number++;
      const outcome = await runLine(line, `${file}:${number}`, open);
      if (outcome.differences.length === 0) tally.passed++;
      else tally.failed++;
      for (const difference of outcome.differences) tell(`${outcome.name}: ${difference}`);
      for (const departure of outcome.departures) {
        tally.departures.set(departure, (tally.departures.get(departure) ?? 0) + 1);
      }
    }
  }
  return tally;
}

async function runLine(text: string, where: string, open: OpenGoldenStore): Promise<GoldenOutcome> {
  try {
    const line: unknown = JSON.parse(text);
    if (isMessageLine(line)) return await runMessageLine(line);
    if (isReadsLine(line)) return await runReadsLine(line, open);
    return { name: where, differences: ['no kind of golden line that we know'], departures: [] };
  } catch (thrown) {
    return { name: where, differences: [`crashed: ${String(thrown)}`], departures: [] };
  }
}

import { Collector } from '../../src/collector/collector.js';
import type { EntryResult } from '../../src/collector/entry_result.js';
import { ProcessError, type ProcessResult } from '../../src/collector/result.js';
import { FakeCoordinator } from '../fakes/coordinator.js';
import { COLLECTOR_DEPARTURES, type Departure } from './departures.js';
import type { MessageLine, Script } from './line.js';
import { predict } from './model.js';
import {
  differences,
  type Expected,
  expectedOf,
  expectSame,
  type Observation,
} from './observation.js';
import type { GoldenOutcome } from './reads.js';
import { coordinatorScript, scriptedStorage } from './scripted.js';

/** Runs a line's message through the real Collector, over backends that follow its script. */
export async function runMessageLine(line: MessageLine): Promise<GoldenOutcome> {
  const { name, script = {} } = line;
  const message = Buffer.from(line.message, 'base64');
  const { expected, departures, doubts } = rewrite(line, message, script);
  if (doubts.length > 0) return { name, differences: doubts, departures };
  const observed = await observe(message, script);
  return { name, differences: differences(expected, observed), departures };
}

/** What a Collector makes of a message, and of each of its entries. */
export async function observe(
  message: Uint8Array,
  script: Script,
): Promise<Observation & { entries: readonly EntryResult['outcome'][] }> {
  const calls: string[] = [];
  const rows = new Map<string, Uint8Array>();
  const coordinator = new FakeCoordinator(coordinatorScript(script, calls));
  const storage = scriptedStorage(script, rows);
  const collector = new Collector({ coordinator, storage });
  const { outcome, entries } = await process(collector, message);
  await collector.close();
  return {
    outcome,
    entries: entries.map((entry) => entry.outcome),
    calls,
    rows,
  };
}

export interface Rewritten {
  readonly expected: Expected;
  readonly departures: readonly Departure[];
  /** Why the expectation cannot be rewritten: the line is not what the reference does as far as we know it. */
  readonly doubts: readonly string[];
}

/**
 * A departure applies where the model says something else with it than without. The model without any must then agree
 * with the line before the model with all of them takes its place, so that nothing is waved through.
 */
export function rewrite(line: MessageLine, message: Uint8Array, script: Script): Rewritten {
  const expected = expectedOf(line.expect);
  const reference = predict(message, script, new Set());
  const ours = expectSame(predict(message, script, new Set(COLLECTOR_DEPARTURES)));
  if (differences(ours, reference).length === 0) return { expected, departures: [], doubts: [] };
  const departures = COLLECTOR_DEPARTURES.filter((departure) => {
    const others = COLLECTOR_DEPARTURES.filter((other) => other !== departure);
    return differences(ours, predict(message, script, new Set(others))).length > 0;
  });
  const doubts = differences(expected, reference).map((doubt) => `the model differs: ${doubt}`);
  return { expected: ours, departures, doubts };
}

async function process(
  collector: Collector,
  message: Uint8Array,
): Promise<{ outcome: string; entries: ProcessResult['entries'] }> {
  try {
    const { outcome, entries } = await collector.process(message);
    return { outcome: outcome === 'done' ? 'success' : 'failure', entries };
  } catch (thrown) {
    // What is no ProcessError, and a bug that was caught, is not a failure of a backend.
    if (!(thrown instanceof ProcessError)) throw thrown;
    const outcome = thrown.code === 'INTERNAL' ? `a bug: ${thrown.message}` : 'transient_failure';
    return { outcome, entries: thrown.result.entries };
  }
}

import { replaceTimers } from './clock.js';
import { simulate, type SimulationReport, watchRejections } from './simulation.js';

/** Seeds to run. */
export interface Work {
  readonly from: number;
  readonly seeds: number;
  readonly everyStep: boolean;
}

export interface SeedReport {
  readonly counts: Record<string, number>;
  readonly failures: { readonly replay: string; readonly violations: readonly string[] }[];
}

/** Enough to see what is wrong. */
const FAILURES_MAX = 100;

/** Runs the seeds that its parent sends, one after another: the timers of this process are the simulation's. */
async function run({ from, seeds, everyStep }: Work): Promise<SeedReport> {
  const report: SeedReport = { counts: { runs: 0, steps: 0 }, failures: [] };
  for (let seed = from; seed < from + seeds; seed++) {
    const plain = await simulate({ seed });
    add(report, `--seed ${seed}`, plain);
    for (let crashAtStep = 0; everyStep && crashAtStep < plain.steps; crashAtStep++) {
      const crashed = await simulate({ seed, crashAtStep });
      add(report, `--seed ${seed} --crash-at ${crashAtStep}`, crashed);
    }
    if (report.failures.length >= FAILURES_MAX) break;
  }
  return report;
}

function add(report: SeedReport, replay: string, run: SimulationReport): void {
  const { violations, steps, counts } = run;
  for (const [name, count] of Object.entries({ runs: 1, steps, ...counts })) {
    report.counts[name] = (report.counts[name] ?? 0) + count;
  }
  if (violations.length > 0) report.failures.push({ replay, violations });
}

process.once('message', (work) => {
  // Nobody looks at the traces, and they cost as much as the rest.
  Error.stackTraceLimit = 0;
  replaceTimers();
  watchRejections();
  void run(work as Work).then((report) => {
    process.send!(report, () => {
      process.disconnect();
    });
  });
});

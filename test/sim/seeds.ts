import { fork } from 'node:child_process';
import { join } from 'node:path';
import type { SeedReport, Work } from './worker.js';

export interface SeedsOptions {
  readonly from: number;
  readonly seeds: number;
  readonly workers: number;
  /** Runs each seed as often as it has steps, with a crash at each. */
  readonly everyStep: boolean;
}

/** Failures that are printed; the rest is counted. */
const PRINTED_MAX = 20;

/** Runs many seeds in processes of their own, and prints what came of them; returns the exit code. */
export async function runSeeds({ from, seeds, workers, everyStep }: SeedsOptions): Promise<number> {
  const started = performance.now();
  const reservation = Math.ceil(seeds / workers);
  const reports = await Promise.all(
    Array.from({ length: workers }, (_, worker) => {
      const first = worker * reservation;
      return work({ from: from + first, seeds: Math.min(reservation, seeds - first), everyStep });
    }),
  );
  const total = sum(reports.map(({ counts }) => counts));
  const failures = reports.flatMap((report) => report.failures);
  for (const { replay, violations } of failures.slice(0, PRINTED_MAX)) {
    console.log(`${replay}: ${violations.slice(0, 3).join('; ')}`);
  }
  console.log(JSON.stringify(total));
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(`${seeds} seeds from ${from} in ${seconds} s: ${failures.length} failed`);
  return failures.length === 0 ? 0 : 1;
}

async function work(task: Work): Promise<SeedReport> {
  const child = fork(join(__dirname, 'worker.js'), { serialization: 'advanced' });
  return new Promise((resolve, reject) => {
    let report: SeedReport | undefined;
    child.on('message', (message) => {
      report = message as SeedReport;
    });
    child.on('error', reject);
    child.on('close', (code) => {
      if (report !== undefined) resolve(report);
      else reject(new Error(`a worker ended with ${code} and without a report`));
    });
    child.send(task);
  });
}

function sum(all: readonly Readonly<Record<string, number>>[]): Record<string, number> {
  const total: Record<string, number> = {};
  for (const counts of all) {
    for (const [name, count] of Object.entries(counts)) total[name] = (total[name] ?? 0) + count;
  }
  return total;
}

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { FunctionProcess, type Reply, temporaryFolder } from '../e2e/function.js';
import { pastBounds } from './bounds.js';
import type { StallCase } from './case.js';
import type { Probed } from './probe.js';

/** What a request cost at best: other processes of the machine make it dearer, never cheaper. */
export interface Measured {
  readonly stallMs: number;
  readonly cpuMs: number;
  /** The peak of the process's resident memory, without the pages of the program and of the store. */
  readonly memoryBytes: number;
}

/** A case, what it cost, and what is wrong; nothing where it is as it should be. */
export interface StallResult extends Measured {
  readonly name: string;
  readonly status: number | undefined;
  readonly wrong: readonly string[];
}

/** A request without an answer by then is given up, and its process killed. */
const ANSWER_MS_MAX = 30_000;
/** What the process does of itself after an answer, such as giving memory back, is part of the cost. */
const SETTLE_MS = 30;
/** A case is measured up to this many times, until it is within the bounds. */
export const RUNS = 5;

/** Starts the process that a case wants. */
export type StartFunction = (
  dataDir: string,
  env: NodeJS.ProcessEnv,
  flags: readonly string[],
) => Promise<FunctionProcess>;

const startLocal: StartFunction = (dataDir, env, flags) =>
  FunctionProcess.start('start', dataDir, env, flags);

/** Measures cases one after another. Those with the same settings, in a row, share a process. */
export async function* measureAll(
  cases: readonly StallCase[],
  start: StartFunction = startLocal,
): AsyncGenerator<StallResult, void, void> {
  let rig: Rig | undefined;
  try {
    for (const one of cases) {
      if (rig?.fits(one) !== true) {
        await rig?.end();
        rig = await Rig.start(one, start);
      }
      yield await rig.measure(one);
    }
  } finally {
    await rig?.end();
  }
}

/** A function with the probe in it. */
class Rig {
  private dead = false;
  private marks = 0;

  private constructor(
    private readonly settings: string,
    private readonly folder: ReturnType<typeof temporaryFolder>,
    private readonly collect: FunctionProcess,
  ) {}

  static async start({ settings = {} }: StallCase, start: StartFunction): Promise<Rig> {
    const folder = temporaryFolder();
    const env = { STALL_PROBE: probeFile(folder.path), LOG_LEVEL: 'info', ...settings };
    const flags = ['--require', join(__dirname, 'probe.js')];
    const collect = await start(join(folder.path, 'data'), env, flags);
    return new Rig(JSON.stringify(settings), folder, collect);
  }

  fits({ settings = {} }: StallCase): boolean {
    return !this.dead && this.settings === JSON.stringify(settings);
  }

  async measure(one: StallCase): Promise<StallResult> {
    const { name, status: right, says = '' } = one;
    let best: Measured = { stallMs: Infinity, cpuMs: Infinity, memoryBytes: Infinity };
    let status: number | undefined;
    let wrong: string[] = [];
    for (let run = 0; run < RUNS; run++) {
      const measured = await this.measureOnce(one, run);
      if (measured === undefined) {
        this.dead = true;
        return { name, ...best, status: undefined, wrong: ['no answer'] };
      }
      const { reply } = measured;
      best = {
        stallMs: Math.min(best.stallMs, measured.stallMs),
        cpuMs: Math.min(best.cpuMs, measured.cpuMs),
        memoryBytes: Math.min(best.memoryBytes, measured.memoryBytes),
      };
      status = reply.status;
      wrong = pastBounds(best);
      if (status !== right || !reply.text.includes(says)) wrong.push(`answer ${reply.text}`);
      if (wrong.length === 0) break;
    }
    return { name, ...best, status, wrong };
  }

  async end(): Promise<void> {
    await this.collect.end('SIGKILL');
    this.folder.remove();
  }

  private async measureOnce(
    one: StallCase,
    run: number,
  ): Promise<(Measured & { reply: Reply }) | undefined> {
    const { collect } = this;
    for (const { path, headers, body } of one.prepare?.(run) ?? []) {
      await collect.send(body, headers, 'POST', path);
    }
    const body = one.make(run);
    await this.mark();
    collect.forgetPeak();
    const answered = collect.send(body, one.headers, 'POST', one.path);
    const given = sleep(ANSWER_MS_MAX, undefined, { ref: false });
    const reply = await Promise.race([answered.catch(() => undefined), given]);
    if (reply === undefined) return undefined;
    await sleep(SETTLE_MS);
    const { stallMs, cpuMs } = await this.mark();
    return { stallMs, cpuMs, memoryBytes: collect.peakBytes() - collect.fileBytes(), reply };
  }

  /** Ends a measurement, and begins the next one. */
  private async mark(): Promise<Probed> {
    const file = probeFile(this.folder.path);
    const wanted = ++this.marks;
    this.collect.signal('SIGUSR2');
    for (;;) {
      await sleep(5);
      if (!existsSync(file)) continue;
      const probed = JSON.parse(readFileSync(file, 'utf8')) as Probed;
      if (probed.marks === wanted) return probed;
    }
  }
}

function probeFile(folder: string): string {
  return join(folder, 'probe.json');
}

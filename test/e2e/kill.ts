import type { StreamSpec } from '../../src/testing/message.js';
import { buildMessage, serializedLogs } from '../../src/testing/message.js';
import { Random } from '../../src/testing/random.js';
import { CANARY, CANARY_LOG } from './canary.js';
import { FunctionProcess, type Launcher } from './function.js';
import { Stored } from './stored.js';

export interface KillOptions {
  readonly launcher: Launcher;
  readonly dataDir: string;
  readonly pushes: number;
  readonly kills: number;
  /** SIGKILL unless told. */
  readonly signal?: 'SIGKILL' | 'SIGTERM';
  /** The same seed makes the same messages, and moments to kill at. */
  readonly seed: number;
  /** Hears of each kill. */
  readonly onKill?: (kill: number, acked: number) => void;
}

export interface KillReport {
  /** Attempts that ended in a broken connection or in a status that brings the message again. */
  readonly retries: number;
  /** Acked streams whose logs are not there, or not the same. */
  readonly lost: readonly string[];
  readonly streams: number;
  /** How each killed function ended, exit code or signal, and how long that took. */
  readonly ends: readonly { how: number | NodeJS.Signals; ms: number }[];
  readonly output: string;
}

const PROJECT = 'kill';
const AT_ONCE = 24;

/**
 * Pushes messages, each until it is acked, while the function is killed and started again and again, and then looks for
 * every acked log.
 */
export async function pushThroughKills(options: KillOptions): Promise<KillReport> {
  const random = new Random(options.seed);
  const messages = Array.from({ length: options.pushes }, (_, push) => streamsOf(push, random));
  const victim = new Victim(options, random);
  await victim.start();
  let next = 0;
  let retries = 0;
  const work = async () => {
    while (next < messages.length) {
      const push = next++;
      const data = buildMessage({
        project: PROJECT,
        prefix: prefixOf(push),
        secret: CANARY,
        streams: messages[push]!,
        compress: push % 2 === 0,
      });
      while (!(await victim.push(data))) retries++;
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  const output = await victim.end();
  const lost = await findLost(options.dataDir, messages);
  return { retries, lost, streams: messages.flat().length, ends: victim.ends, output };
}

/** The function, which is killed at random moments between acks, and started again. */
class Victim {
  readonly ends: { how: number | NodeJS.Signals; ms: number }[] = [];
  private acked = 0;
  /** After how many acks it is killed, in order. */
  private readonly moments: number[];
  private kills = 0;
  private output = '';
  private running!: Promise<FunctionProcess>;

  constructor(
    private readonly options: KillOptions,
    random: Random,
  ) {
    const { kills, pushes } = options;
    const moments = Array.from({ length: kills }, () => random.between(1, pushes - 1));
    this.moments = moments.sort((one, other) => one - other);
  }

  async start(): Promise<void> {
    this.running = FunctionProcess.start(this.options.launcher, this.options.dataDir);
    await this.running;
  }

  /** Whether the message was acked. */
  async push(data: Buffer): Promise<boolean> {
    const target = await this.running;
    try {
      const { status } = await target.push(data);
      if (status >= 300) return false;
    } catch {
      return false;
    }
    this.acked++;
    if (this.acked >= (this.moments[this.kills] ?? Infinity)) this.kill();
    return true;
  }

  async end(): Promise<string> {
    const last = await this.running;
    await last.end('SIGKILL');
    return this.output + last.output;
  }

  private kill(): void {
    this.kills++;
    this.options.onKill?.(this.kills, this.acked);
    this.running = this.running.then(async (target) => {
      const before = performance.now();
      const how = await target.end(this.options.signal ?? 'SIGKILL');
      this.ends.push({ how, ms: performance.now() - before });
      this.output += target.output;
      return FunctionProcess.start(this.options.launcher, this.options.dataDir);
    });
  }
}

/** Streams of their own for each push, so that each acked message is looked for by itself. */
function streamsOf(push: number, random: Random): StreamSpec[] {
  return Array.from({ length: random.between(1, 3) }, (_, position) => {
    const logs = Array.from({ length: random.between(1, 5) }, () =>
      Buffer.concat([Buffer.from(CANARY_LOG), random.bytes(random.between(0, 2000))]),
    );
    const name = `${push}/${position}`;
    const end = random.oneIn(2) ? { terminalIndex: logs.length - 1 } : {};
    return { name, type: 'binary', logs, ...end };
  });
}

/** Some pushes share a prefix, as those of one Butler do. */
function prefixOf(push: number): string {
  return `prefix/${push % 100}`;
}

async function findLost(dataDir: string, messages: StreamSpec[][]): Promise<string[]> {
  const stored = new Stored(dataDir);
  const lost: string[] = [];
  for (const [push, streams] of messages.entries()) {
    for (const stream of streams) {
      const path = `${prefixOf(push)}/+/${stream.name}`;
      const logs = Buffer.concat(await stored.logs(PROJECT, path));
      if (!logs.equals(Buffer.concat(serializedLogs(stream)))) lost.push(path);
    }
  }
  await stored.close();
  return lost;
}

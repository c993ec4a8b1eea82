import { once } from 'node:events';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { BigtableStorage } from '../../src/storage/bigtable/bigtable.js';
import { GrpcTable, type TableName } from '../../src/storage/bigtable/grpc_table.js';
import { buildMessage, serializedLogs, type StreamSpec } from '../../src/testing/message.js';
import { FakeCoordinator } from '../fakes/coordinator.js';
import { servePrpc } from '../fakes/coordinator_server.js';
import { Random } from '../../src/testing/random.js';
import { bigtableSettings } from './bigtable_function.js';
import { CANARY, CANARY_LOG } from './canary.js';
import type { Emulator } from './emulator.js';
import { FunctionProcess, type Reply, wrap } from './function.js';
import type { Held } from './probe.js';
import { TcpProxy } from './tcp_proxy.js';

export interface SoakOptions {
  readonly emulator: Emulator;
  readonly dataDir: string;
  readonly seconds: number;
  /** How often load and faults pause, so that the process can be looked at. */
  readonly rounds: number;
  readonly seed: number;
  readonly onRound?: (round: number, sample: Sample, counts: Counts) => void;
}

export interface Sample extends Held {
  /** Anonymous memory, as the kernel counts it. */
  readonly privateBytes: number;
}

export type Counts = Record<'acked' | 'refused' | 'nacked' | 'brokenOff' | 'faults', number>;

export interface SoakReport {
  readonly samples: readonly Sample[];
  readonly counts: Counts;
  /** Acked streams that were looked for, and those whose logs are not there, or not the same. */
  readonly lookedFor: number;
  readonly lost: readonly string[];
  readonly output: string;
}

const PROJECT = 'soak';

const KINDS = [
  'wrapped',
  'wrapped',
  'wrapped',
  'unwrapped',
  'unwrapped',
  'unwrapped',
  'bad',
  'no push',
  'leaves',
] as const;
type Kind = (typeof KINDS)[number];

export const AT_ONCE = 16;
const LOOKED_FOR_MAX = 2000;
const SETTLE_MS = 1500;

/** Mixed pushes, good and bad, while the ways to both backends break again and again; then a look at what is left. */
export async function soak(options: SoakOptions): Promise<SoakReport> {
  const soaking = await Soak.start(options);
  try {
    return await soaking.run();
  } finally {
    await soaking.close();
  }
}

class Soak {
  private readonly random: Random;
  private readonly counts: Counts = { acked: 0, refused: 0, nacked: 0, brokenOff: 0, faults: 0 };
  /** Some of the streams that were acked, evenly. */
  private readonly acked: { path: string; spec: StreamSpec }[] = [];
  private pushes = 0;
  private loading = false;

  private constructor(
    private readonly options: SoakOptions,
    private readonly target: FunctionProcess,
    private readonly table: TableName,
    private readonly ways: readonly TcpProxy[],
    private readonly probeFile: string,
    private readonly closers: readonly (() => Promise<unknown>)[],
  ) {
    this.random = new Random(options.seed);
  }

  static async start(options: SoakOptions): Promise<Soak> {
    const { emulator } = options;
    const table = await emulator.createTable();
    const coordinator = await servePrpc(new FakeCoordinator());
    const toTable = await TcpProxy.start(emulator.port);
    const toCoordinator = await TcpProxy.start(Number(coordinator.host.split(':')[1]));
    const probeFile = join(options.dataDir, 'held.json');
    const target = await FunctionProcess.start('serve', options.dataDir, {
      ...bigtableSettings({ ...table, emulatorHost: `127.0.0.1:${toTable.port}` }, 'grouped'),
      COORDINATOR_HOST: `127.0.0.1:${toCoordinator.port}`,
      COORDINATOR_INSECURE: '1',
      HOST: '127.0.0.1',
      PUSH_AUTH: 'off',
      MESSAGE_DEADLINE: '4s',
      MAX_IN_FLIGHT_BYTES: '33554432',
      STATE_CACHE_SIZE: '1000',
      NODE_OPTIONS: `--require=${join(__dirname, 'probe.js')}`,
      SOAK_PROBE: probeFile,
    });
    const closers = [
      () => target.end('SIGKILL'),
      () => toTable.close(),
      () => toCoordinator.close(),
      () => coordinator.stop(),
    ];
    return new Soak(options, target, table, [toTable, toCoordinator], probeFile, closers);
  }

  async run(): Promise<SoakReport> {
    const { seconds, rounds, onRound } = this.options;
    const samples: Sample[] = [];
    for (let round = 1; round <= rounds; round++) {
      await this.load((1000 * seconds) / rounds);
      samples.push(await this.look());
      onRound?.(round, samples.at(-1)!, { ...this.counts });
    }
    const { counts, acked } = this;
    const lost = await this.findLost();
    return { samples, counts, lookedFor: acked.length, lost, output: this.target.output };
  }

  async close(): Promise<void> {
    for (const close of this.closers) await close();
  }

  /** Pushes and breaks for a while, and ends with all ways open and nothing under way. */
  private async load(ms: number): Promise<void> {
    this.loading = true;
    const work = Array.from({ length: AT_ONCE }, () => this.pushOn());
    const end = performance.now() + ms;
    while (performance.now() < end) await this.breakAndMend();
    this.loading = false;
    await Promise.all(work);
  }

  private async breakAndMend(): Promise<void> {
    const { random } = this;
    await sleep(random.between(200, 1500));
    const way = random.pick(this.ways);
    this.counts.faults++;
    await way.set(random.pick(['hole', 'reset', 'closed'] as const));
    await sleep(random.between(50, 1000));
    await way.set('open');
    // What hangs in a hole does not come out of it.
    await way.set('open');
  }

  private async pushOn(): Promise<void> {
    while (this.loading) {
      const push = this.pushes++;
      try {
        await this.push(push);
      } catch {
        this.counts.brokenOff++;
      }
    }
  }

  private async push(push: number): Promise<void> {
    const { random, counts } = this;
    const kind = random.pick(KINDS);
    const prefix = `prefix/${push}`;
    const streams = kind === 'bad' ? [BAD_STREAM] : this.streams(push);
    const data = buildMessage({
      project: PROJECT,
      prefix,
      secret: CANARY,
      streams,
      compress: random.oneIn(2),
    });
    if (kind === 'leaves') return this.leave(data);
    const { status } = await this.send(kind, data);
    if (status === 200) counts.refused++;
    else if (status !== 204) counts.nacked++;
    if (status !== 204) return;
    counts.acked++;
    const [first] = streams;
    if (first !== undefined) this.remember({ path: `${prefix}/+/${first.name}`, spec: first });
  }

  private send(kind: Kind, data: Buffer): Promise<Reply> {
    if (kind === 'no push') return this.target.send(this.random.bytes(this.random.below(2000)));
    if (kind === 'unwrapped') return this.target.send(data, { 'x-goog-pubsub-message-id': '1' });
    return this.target.send(wrap(data));
  }

  /** A sender whose connection breaks in the middle of the body, or before the answer. */
  private async leave(data: Buffer): Promise<void> {
    const { port } = this.target;
    const body = wrap(data);
    const headers = { 'content-length': body.length };
    const outgoing = request({ port, host: '127.0.0.1', method: 'POST', headers, agent: false });
    outgoing.on('error', () => undefined);
    const closed = once(outgoing, 'close');
    outgoing.write(body.subarray(0, this.random.pick([1, body.length])));
    await sleep(this.random.below(30));
    outgoing.destroy();
    await closed;
    this.counts.brokenOff++;
  }

  /** A sample of all, each as likely as the others. */
  private remember(stream: { path: string; spec: StreamSpec }): void {
    if (this.acked.length < LOOKED_FOR_MAX) this.acked.push(stream);
    else {
      const place = this.random.below(this.counts.acked);
      if (place < LOOKED_FOR_MAX) this.acked[place] = stream;
    }
  }

  private streams(push: number): StreamSpec[] {
    const { random } = this;
    const large = random.oneIn(50);
    return Array.from({ length: random.between(1, 6) }, (_, position) => ({
      name: `${push}/${position}`,
      type: 'binary',
      logs: Array.from({ length: random.between(1, 5) }, () =>
        Buffer.concat([
          Buffer.from(CANARY_LOG),
          random.bytes(random.below(large ? 100_000 : 1000)),
        ]),
      ),
    }));
  }

  /** What the process holds when it has come to rest. */
  private async look(): Promise<Sample> {
    await sleep(SETTLE_MS);
    rmSync(this.probeFile, { force: true });
    this.target.signal('SIGUSR2');
    await this.target.until(() => Promise.resolve(this.held() !== undefined));
    return { ...this.held()!, privateBytes: this.target.privateBytes() };
  }

  private held(): Held | undefined {
    if (!existsSync(this.probeFile)) return undefined;
    const text = readFileSync(this.probeFile, 'utf8');
    return text.endsWith('\n') ? (JSON.parse(text) as Held) : undefined;
  }

  private async findLost(): Promise<string[]> {
    const storage = new BigtableStorage({
      table: new GrpcTable(this.table),
      writes: 'conditional',
    });
    const lost: string[] = [];
    for (const { path, spec } of this.acked) {
      const logs: Buffer[] = [];
      for await (const { data } of storage.get({ project: PROJECT, path }, {}))
        logs.push(Buffer.from(data));
      if (!Buffer.concat(logs).equals(Buffer.concat(serializedLogs(spec)))) lost.push(path);
    }
    await storage.close();
    return lost;
  }
}

const BAD_STREAM: StreamSpec = { name: 'bad', type: 'binary', logs: [''] };

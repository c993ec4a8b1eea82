import { BATCH_LIMITS } from '../../src/coordinator/prpc/remote.js';
import type { BatchLimits } from '../../src/common/batcher.js';
import { PUSH_BYTES } from '../../src/push/limits.js';
import { PUBLISH_LIMITS, type PublishLimits } from '../../src/dead_letters/topic.js';
import { GROUPED_PUTS, type WriteMode } from '../../src/storage/bigtable/bigtable.js';
import { WRITE_LIMITS, type WriteLimits } from '../../src/storage/bigtable/writer.js';
import { Random } from '../../src/testing/random.js';
import { Clock } from './clock.js';
import { CoordinatorServer } from './coordinator.js';
import { type Backends, Instance, type Settings } from './instance.js';
import { Network } from './network.js';
import { Oracle } from './oracle.js';
import { PubSub } from './pubsub.js';
import { asksRefused, makeScenario, type Scenario } from './scenario.js';

export interface SimulationOptions {
  readonly seed: number;
  /** Hears of every event. */
  readonly print?: (line: string) => void;
  /** Crashes one instance before this step, besides what the seed brings. */
  readonly crashAtStep?: number;
}

export interface SimulationReport {
  readonly violations: readonly string[];
  readonly steps: number;
  /** What happened, by name. */
  readonly counts: Readonly<Record<string, number>>;
}

/** More than any run takes: one that goes on is one that does not end. */
const STEPS_MAX = 50_000;

/** Cloud Run kills an instance so long after SIGTERM. */
const SHUTDOWN_MS_MAX = 9500;

/** What a message of a scenario stores at most: streams, and rows of one. */
const STREAMS_MAX = 3;
const ROWS_MAX = 5;

/** Whose unhandled rejections they are. */
let running: Oracle | undefined;

export function watchRejections(): void {
  process.on('unhandledRejection', (reason) => {
    running?.violation(`unhandled rejection: ${String(reason)}`);
  });
}

/** Runs one seed: messages, faults, crashes, and then without faults, until all is quiet; then every message once more. */
export async function simulate(options: SimulationOptions): Promise<SimulationReport> {
  const simulation = new Simulation(options);
  return simulation.run();
}

class Simulation {
  private readonly clock = new Clock();
  private readonly random: Random;
  private readonly settings: Settings;
  private readonly scenario: Scenario;
  private readonly backends: Backends;
  private readonly instances: Instance[] = [];
  private readonly pubsub: PubSub;
  private readonly counts = { crashes: 0, shutdowns: 0, instances: 0, archived: 0 };

  constructor(private readonly options: SimulationOptions) {
    const { clock } = this;
    const random = new Random(options.seed);
    this.random = random;
    clock.use();
    const maxRowSize = random.pick([80, 200, 10 * 1024 * 1024]);
    this.scenario = makeScenario(random, maxRowSize);
    this.settings = settingsOf(random, maxRowSize, this.scenario);
    const faultsLeft = random.oneIn(8) ? 0 : random.between(1, 25);
    const network = new Network(clock, random, faultsLeft, random.pick([2, 4, 10]));
    const server = new CoordinatorServer(this.scenario.secrets, random.oneIn(2));
    const keeps = this.settings.deadLetters !== undefined;
    const oracle = new Oracle(server, () => clock.nowMs, keeps, options.print);
    for (const stream of this.scenario.streams) oracle.know(stream);
    for (const message of this.scenario.messages) oracle.knowMessage(message);
    this.backends = { network, server, rows: new Map(), oracle };
    const count = random.between(1, 2);
    for (let started = 0; started < count; started++) this.start();
    this.pubsub = new PubSub(clock, random, oracle, this.instances);
  }

  async run(): Promise<SimulationReport> {
    const { clock, pubsub, random } = this;
    const { network, oracle } = this.backends;
    running = oracle;
    oracle.note(JSON.stringify({ ...this.settings, messages: this.scenario.messages.length }));
    for (const message of this.scenario.messages) pubsub.publish(message);
    for (let crashes = random.below(3); crashes > 0; crashes--) this.crashSometime();
    if (random.oneIn(3)) this.shutDownSometime();
    if (random.oneIn(3)) this.archiveSometime();
    await this.runToEnd();
    network.faultsLeft = 0;
    await this.redeliver();
    const { deadLetters } = oracle;
    const counts = { ...this.counts, ...pubsub.counts, deadLetters, faults: network.faults };
    return { violations: oracle.violations, steps: clock.steps, counts };
  }

  /** Until nothing is left to do: all messages are acked by then. */
  private async runToEnd(): Promise<void> {
    const { clock, options } = this;
    let crashed = false;
    const end = await clock.run(() => {
      if (!crashed && clock.steps === options.crashAtStep) {
        crashed = true;
        this.crash(this.instances[0]!);
      }
      return clock.steps >= STEPS_MAX;
    });
    if (!end) this.backends.oracle.violation(`there is no end after ${STEPS_MAX} steps`);
  }

  /** Now all is well: each message, sent once, is acked at once, and nothing is left behind. */
  private async redeliver(): Promise<void> {
    const { oracle } = this.backends;
    for (const message of this.scenario.messages) {
      const instance = this.random.pick(this.instances);
      let delivery: ReturnType<PubSub['deliver']> | undefined;
      this.clock.at(0, () => {
        delivery = this.pubsub.deliver(message, instance, true);
      });
      await this.clock.run(() => delivery?.acked !== undefined);
      if (delivery?.acked !== true) oracle.violation(`${message.name} gets no ack`);
      const left = this.clock.pending(instance);
      if (left > 0) oracle.violation(`${left} timers are left after ${message.name}`);
    }
    for (const { path, archived, purged, terminalIndex } of this.backends.server.streams.values()) {
      const ends = this.scenario.messages.flatMap(({ entries }) =>
        entries.filter(
          (entry) =>
            entry.path === path && entry.terminalIndex !== undefined && !asksRefused(entry),
        ),
      );
      const ended = ends.length === 0 || terminalIndex >= 0 || archived || purged;
      if (!ended) oracle.violation(`${path} has not ended`);
    }
  }

  private start(): void {
    const name = `instance ${++this.counts.instances}`;
    this.instances.push(new Instance(name, this.settings, this.backends, this.random));
  }

  /** All that the instance had in memory is gone, and what it waited for never comes. */
  private crash(instance: Instance): void {
    if (instance.dead) return;
    this.backends.oracle.note(`${instance.name} crashes`);
    this.counts.crashes++;
    this.end(instance);
  }

  private end(instance: Instance): void {
    instance.dead = true;
    this.instances.splice(this.instances.indexOf(instance), 1);
    // One that shuts down has been replaced already.
    if (!instance.draining) this.start();
    this.pubsub.breakOff(instance);
  }

  private crashSometime(): void {
    this.clock.at(this.random.below(this.random.pick([150, 2000, 60_000])), () => {
      this.crash(this.random.pick(this.instances));
    });
  }

  private shutDownSometime(): void {
    this.clock.at(this.random.below(2000), () => {
      const instance = this.random.pick(this.instances);
      this.backends.oracle.note(`${instance.name} is to shut down`);
      this.counts.shutdowns++;
      instance.draining = true;
      this.start();
      this.shutDown(instance);
    });
  }

  private shutDown(instance: Instance): void {
    const { oracle } = this.backends;
    const killer = this.clock.at(SHUTDOWN_MS_MAX, () => {
      if (instance.dead) return;
      oracle.violation(`${instance.name} does not shut down in time`);
      this.end(instance);
    });
    const onStopped = () => {
      killer.cancelled = true;
      if (instance.dead) return;
      const { broken } = this.pubsub.counts;
      this.end(instance);
      if (this.pubsub.counts.broken === broken) return;
      oracle.violation(`${instance.name} ends before it has answered`);
    };
    this.clock.as(instance, () => {
      instance.stop().then(onStopped, (thrown: unknown) => {
        oracle.violation(`the shutdown fails: ${String(thrown)}`);
      });
    });
  }

  /** The Archivist comes. */
  private archiveSometime(): void {
    this.clock.at(this.random.below(20_000), () => {
      for (const stream of this.backends.server.streams.values()) {
        if (stream.terminalIndex < 0 || this.random.oneIn(2)) continue;
        this.counts.archived++;
        this.backends.oracle.note(`${stream.path} is archived`);
        if (this.random.oneIn(4)) stream.purged = true;
        else stream.archived = true;
      }
    });
  }
}

function settingsOf(random: Random, maxRowSize: number, { messages }: Scenario): Settings {
  const largest = Math.max(...messages.map(({ data }) => data.length));
  const writes = random.pick(['conditional', 'grouped'] as const);
  return {
    writes,
    maxRowSize,
    maxMessageWorkers: writes === 'grouped' ? GROUPED_PUTS : random.between(1, 4),
    // Room for one message, with its envelope, and little more.
    maxInFlightBytes: random.oneIn(5) ? 2 * (largest + PUSH_BYTES) : 1024 * 1024,
    cacheSize: random.pick([1, 100]),
    cacheExpirationMs: random.pick([500, 600_000]),
    batches: batchesOf(random),
    rows: random.oneIn(4) ? fewRows(writes) : WRITE_LIMITS,
    deadLetters: random.oneIn(8) ? undefined : lettersOf(random),
  };
}

/** Calls that go alone, now and then, and a queue that the largest message fits into, and little more. */
function batchesOf(random: Random): BatchLimits {
  const maxItems = random.oneIn(3) ? 1 : BATCH_LIMITS.maxItems;
  const few = random.oneIn(4) ? { maxBatches: 1, maxQueuedItems: STREAMS_MAX } : {};
  return { ...BATCH_LIMITS, maxItems, ...few };
}

/** A queue that the rows of the largest message fit into, which come one by one or all at once, and little more. */
function fewRows(writes: WriteMode): WriteLimits {
  const maxQueuedRows = STREAMS_MAX * (writes === 'grouped' ? ROWS_MAX : 1);
  return { ...WRITE_LIMITS, maxCalls: 1, maxBatches: 1, maxQueuedRows };
}

/** Small enough, now and then, for one dead letter only, or for what goes by gRPC alone. */
function lettersOf(random: Random): PublishLimits {
  const maxCalls = random.oneIn(4) ? 1 : PUBLISH_LIMITS.maxCalls;
  const maxRequestBytes = random.oneIn(4) ? 0 : PUBLISH_LIMITS.maxRequestBytes;
  return { ...PUBLISH_LIMITS, maxCalls, maxRequestBytes };
}

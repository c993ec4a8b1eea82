import { Collector } from '../../src/collector/collector.js';
import { CachedCoordinator } from '../../src/coordinator/cache.js';
import type { PrpcClient } from '../../src/coordinator/prpc/client.js';
import { RemoteCoordinator } from '../../src/coordinator/prpc/remote.js';
import type { BatchLimits } from '../../src/common/batcher.js';
import { PushHandler } from '../../src/push/handler.js';
import { DeadLetterTopic, type PublishLimits } from '../../src/dead_letters/topic.js';
import { BigtableStorage, RETRIES, type WriteMode } from '../../src/storage/bigtable/bigtable.js';
import type { WriteLimits } from '../../src/storage/bigtable/writer.js';
import { PoisonedBuffers } from '../common/poisoned_buffers.js';
import type { Random } from '../../src/testing/random.js';
import type { Owner } from './clock.js';
import { type CoordinatorServer, SimulatedClient } from './coordinator.js';
import type { Network } from './network.js';
import type { Oracle } from './oracle.js';
import { SimulatedTable } from './table.js';
import { SimulatedTopic } from './topic.js';

/** The settings of a run. */
export interface Settings {
  readonly writes: WriteMode;
  readonly maxRowSize: number;
  readonly maxMessageWorkers: number;
  readonly maxInFlightBytes: number;
  readonly cacheSize: number;
  readonly cacheExpirationMs: number;
  readonly batches: BatchLimits;
  readonly rows: WriteLimits;
  /** Of the topic of refused messages; undefined where nobody keeps them. */
  readonly deadLetters: PublishLimits | undefined;
}

/** What outlives the instances. */
export interface Backends {
  readonly network: Network;
  readonly server: CoordinatorServer;
  readonly rows: Map<string, Uint8Array>;
  readonly oracle: Oracle;
}

const TOPIC = 'projects/simulated/topics/refused';
const MESSAGE_DEADLINE_MS = 60_000;
const DRAIN_MS = 8000;

/** The function, put together as `src/index.ts` does: all its state is in memory, and gone when it is dead. */
export class Instance implements Owner {
  dead = false;
  draining = false;
  /** Whether it has heard that a row is written. */
  hasWritten = false;
  readonly handler: PushHandler;
  private readonly collector: Collector;
  private readonly coordinator: CachedCoordinator;
  private readonly storage: BigtableStorage;

  constructor(
    readonly name: string,
    settings: Settings,
    { network, server, rows, oracle }: Backends,
    random: Random,
  ) {
    const { coordinator: fake } = server;
    const client = new SimulatedClient(fake, network, oracle, this) as unknown as PrpcClient;
    this.coordinator = new CachedCoordinator(
      new RemoteCoordinator({ client, limits: settings.batches }),
      { size: settings.cacheSize, expirationMs: settings.cacheExpirationMs },
    );
    this.storage = new BigtableStorage({
      table: new SimulatedTable(rows, network, oracle, this).table,
      writes: settings.writes,
      maxRowSize: settings.maxRowSize,
      retries: { ...RETRIES, random: () => random.below(1000) / 1000 },
      limits: settings.rows,
    });
    const { coordinator, storage } = this;
    const { maxMessageWorkers, maxInFlightBytes, deadLetters } = settings;
    const topic = new SimulatedTopic(network, oracle, this);
    const buffers = new PoisonedBuffers();
    this.collector = new Collector({ coordinator, storage, maxMessageWorkers, buffers });
    this.handler = new PushHandler({
      collector: this.collector,
      deadLetters:
        deadLetters && new DeadLetterTopic(TOPIC, topic, topic.publishLarge, deadLetters),
      log: {
        writes: (severity) => severity !== 'debug',
        write: (_severity, message) => {
          oracle.note(`${name} logs: ${message}`);
        },
      },
      messageDeadlineMs: MESSAGE_DEADLINE_MS,
      maxInFlightBytes,
      buffers,
    });
  }

  /** As on SIGTERM. */
  async stop(): Promise<void> {
    await this.handler.close(DRAIN_MS);
    await this.collector.close();
    await this.coordinator.close();
    await this.storage.close();
  }
}

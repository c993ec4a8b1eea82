import { createServer } from 'node:http';
import { Collector } from '../../src/collector/collector.js';
import { CachedCoordinator } from '../../src/coordinator/cache.js';
import { PrpcClient } from '../../src/coordinator/prpc/client.js';
import { BATCH_LIMITS, RemoteCoordinator } from '../../src/coordinator/prpc/remote.js';
import { PushHandler } from '../../src/push/handler.js';
import type { DeadLetters } from '../../src/dead_letters/dead_letter.js';
import { publishByGrpc } from '../../src/dead_letters/grpc_publish.js';
import { Pubsub } from '../../src/dead_letters/pubsub.js';
import {
  DeadLetterTopic,
  PUBLISH_LIMITS,
  type PublishLarge,
} from '../../src/dead_letters/topic.js';
import { BigtableStorage } from '../../src/storage/bigtable/bigtable.js';
import type { Environment } from '../../src/local/environment.js';
import { WRITE_LIMITS } from '../../src/storage/bigtable/writer.js';
import { rowKeyPrefix } from '../../src/storage/row_key.js';
import type { Storage } from '../../src/storage/storage.js';
import { buildMessage, serializedLogs, type StreamSpec } from '../../src/testing/message.js';
import { type Cell, ENTRIES, isHit, isLetter } from './cells.js';
import type { Answer } from './expected.js';
import { PoisonedBuffers } from '../common/poisoned_buffers.js';
import { listen, type Listening, open, replyTo } from '../http/listen.js';
import { FaultyCoordinator } from './faulty_coordinator.js';
import { FaultyPubsub } from './faulty_pubsub.js';
import { FaultyRefused } from './faulty_dead_letters.js';
import { FaultyStorage } from './faulty_storage.js';
import { FaultyTable } from './faulty_table.js';

const PROJECT = 'faults';
const TOPIC = 'projects/faults/topics/refused';
/** Each of the entry's two logs takes a row of its own. */
const SMALL_ROW_BYTES = 50;
/** For the cells that wait for it; all of them wait at once. */
const TIMEOUT_MS = 2000;
const NEVER_MS = 600_000;
/** A push that does not come so far is judged as it stands. */
const GIVE_UP_MS_MAX = 20_000;

/** The function with everything but its backends' own servers, for one cell. */
export class Rig {
  private readonly prefix: string;
  private readonly table = new FaultyTable();
  private readonly buffers = new PoisonedBuffers();
  private readonly faultyStorage: FaultyStorage;
  private readonly storage: Storage;
  private readonly coordinator: CachedCoordinator;
  private readonly collector: Collector;
  private readonly refused: FaultyRefused;
  private readonly deadLetters: DeadLetters | undefined;
  private handler!: PushHandler;
  private server!: Listening;

  private constructor(
    private readonly cell: Cell,
    id: number,
    lmdb: Storage,
    environment: Environment,
    private readonly backend: FaultyCoordinator,
    private readonly pubsub: FaultyPubsub | undefined,
  ) {
    this.prefix = `cell/${id}`;
    const { call, fault } = cell;
    const origin = `http://${backend.server.host}`;
    const timeoutMs = fault.kind === 'timeout' ? TIMEOUT_MS : NEVER_MS;
    const alone = call === 'RegisterStream' || call === 'TerminateStream';
    // What is slow would be sent a second time, and no fault hits that: here, and of rows below.
    const batches = { ...BATCH_LIMITS, maxSlowBatches: 0 };
    const limits = alone ? { ...batches, maxItems: 1 } : batches;
    const client = new PrpcClient({ origin, timeoutMs });
    this.coordinator = new CachedCoordinator(new RemoteCoordinator({ client, limits }), {
      size: 1000,
      expirationMs: NEVER_MS,
    });
    this.faultyStorage = new FaultyStorage(lmdb);
    this.storage = call === 'put into lmdb' ? this.faultyStorage.storage : this.bigtable();
    const { coordinator, storage, buffers } = this;
    // One store at a time is a group of one row.
    const single = call === 'MutateRow of a group' ? { maxMessageWorkers: 1 } : {};
    this.collector = new Collector({ coordinator, storage, buffers, ...single });
    this.refused = new FaultyRefused(environment);
    this.deadLetters = this.keeper();
    this.renewHandler(NEVER_MS);
  }

  static async open(cell: Cell, id: number, lmdb: Storage, environment: Environment): Promise<Rig> {
    const coordinator = await FaultyCoordinator.start();
    const pubsub = isLetter(cell.call) ? await FaultyPubsub.start() : undefined;
    const rig = new Rig(cell, id, lmdb, environment, coordinator, pubsub);
    rig.server = await listen(createServer((...exchange) => void rig.handler.handle(...exchange)));
    return rig;
  }

  get struck(): number {
    const keepers = (this.pubsub?.struck ?? 0) + this.refused.struck;
    return keepers + this.backend.struck + this.table.struck + this.faultyStorage.struck;
  }

  /** Makes the instance one that has written already, and knows the streams that are to be terminated. */
  async warmUp(): Promise<void> {
    const known = this.cell.call.includes('TerminateStream');
    const streams = known
      ? this.streams().map(({ name }) => ({ name, logs: ['before'] }))
      : [{ name: 'other', logs: ['before'] }];
    const { status } = await this.send(this.build(streams));
    if (status !== 204) throw new Error(`the first message is answered with ${status}`);
  }

  fail(): void {
    this.begin(this.cell);
    // Publishing has no time of its own: that for the message bounds it.
    const { call, fault } = this.cell;
    if (isLetter(call) && fault.kind === 'timeout') this.renewHandler(TIMEOUT_MS);
  }

  mend(): void {
    this.begin(undefined);
    this.renewHandler(NEVER_MS);
  }

  push(): Promise<Answer> {
    return this.send(this.message());
  }

  /** Gives up what is under way when the fault has struck and these entries are stored, as a shutdown does. */
  async giveUp(stored: readonly number[]): Promise<void> {
    const deadlineMs = performance.now() + GIVE_UP_MS_MAX;
    while (this.struck === 0 || !(await this.areStored(stored))) {
      await new Promise((resolve) => setImmediate(resolve));
      if (performance.now() > deadlineMs) break;
    }
    await this.handler.close(0);
  }

  async areStored(entries: readonly number[]): Promise<boolean> {
    const stored = await Promise.all(entries.map((entry) => this.isStored(entry)));
    return stored.every(Boolean);
  }

  /** Whether the Coordinator knows the streams of these entries, and their ends. */
  areEnded(entries: readonly number[]): boolean {
    const paths = this.paths();
    return entries.every((entry) => {
      const path = paths[entry]!;
      // The end comes with a registration, or by itself.
      if (this.isTermination() && !this.backend.ended.has(path)) return false;
      return this.backend.registered.has(path);
    });
  }

  /** Whether the message is kept byte for byte, where something in it is bad. */
  isKept(): boolean {
    if (this.pubsub === undefined) return true;
    const inTable = this.cell.call === 'put into the table of dead letters';
    const deadLetters = inTable ? this.refused.deadLetters() : this.pubsub.deadLetters;
    return deadLetters.some((data) => data.equals(this.message()));
  }

  async close(): Promise<void> {
    await this.server.close();
    await this.backend.server.stop();
    await this.pubsub?.stop();
    await this.coordinator.close();
    if (this.cell.call !== 'put into lmdb') await this.storage.close();
  }

  private bigtable(): BigtableStorage {
    const { call } = this.cell;
    return new BigtableStorage({
      table: this.table.table,
      writes: call.includes('group') || call.includes('MutateRows') ? 'grouped' : 'conditional',
      limits: { ...WRITE_LIMITS, maxHedgedRows: 0 },
      ...(call.includes('Rows') && { maxRowSize: SMALL_ROW_BYTES }),
      retries: { budgetMs: 0, attemptMs: NEVER_MS, random: () => 0 },
    });
  }

  /** Who keeps what is refused: where a cell is about that, there is something to keep. */
  private keeper(): DeadLetters | undefined {
    const { call } = this.cell;
    if (call === 'put into the table of dead letters') return this.refused;
    if (this.pubsub === undefined) return undefined;
    const { restHost, grpcHost } = this.pubsub;
    const pubsub = new Pubsub(restHost);
    const maxRequestBytes =
      call === 'publish of a dead letter' ? PUBLISH_LIMITS.maxRequestBytes : 0;
    const limits = { ...PUBLISH_LIMITS, maxRequestBytes };
    const publishLarge: PublishLarge = (...args) => publishByGrpc(pubsub, grpcHost, ...args);
    return new DeadLetterTopic(TOPIC, pubsub, publishLarge, limits);
  }

  private renewHandler(messageDeadlineMs: number): void {
    this.handler = new PushHandler({
      collector: this.collector,
      deadLetters: this.deadLetters,
      log: { write: () => undefined, writes: () => false },
      messageDeadlineMs,
      maxInFlightBytes: 1024 * 1024,
      buffers: this.buffers,
    });
  }

  private begin(cell: Cell | undefined): void {
    const paths = this.paths();
    this.backend.begin(cell, paths);
    this.faultyStorage.begin(cell, paths);
    this.refused.fault = cell?.fault;
    if (this.pubsub !== undefined) this.pubsub.fault = cell?.fault;
    this.table.begin(
      cell,
      paths.map((path) => rowKeyPrefix(PROJECT, path)),
    );
  }

  private isTermination(): boolean {
    return this.cell.call.includes('TerminateStream');
  }

  private streams(): StreamSpec[] {
    return Array.from({ length: ENTRIES }, (_, entry) => ({
      name: `entry-${entry}`,
      logs: [`the first log of ${entry}`, `the second log of ${entry}`],
      index: this.isTermination() ? 1 : 0,
      terminalIndex: this.isTermination() ? 2 : 1,
    }));
  }

  private paths(): string[] {
    return this.streams().map(({ name }) => `${this.prefix}/+/${name}`);
  }

  private async isStored(entry: number): Promise<boolean> {
    const spec = this.streams()[entry]!;
    const request = { project: PROJECT, path: this.paths()[entry]!, index: BigInt(spec.index!) };
    const logs: Buffer[] = [];
    for await (const { data } of this.storage.get(request, {})) logs.push(Buffer.from(data));
    return Buffer.concat(logs).equals(Buffer.concat(serializedLogs(spec)));
  }

  /** What is pushed; where a cell is about keeping it, an entry of it is bad, or all of it. */
  private message(): Buffer {
    const { call, position } = this.cell;
    if (!isLetter(call)) return this.build(this.streams());
    if (position === 'all') return this.build(this.streams()).subarray(1);
    const bad = { type: 'binary', logs: [''] } as const;
    const streams = this.streams().map((stream, entry) =>
      isHit(position, entry) ? { ...stream, ...bad } : stream,
    );
    return this.build(streams);
  }

  private build(streams: readonly StreamSpec[]): Buffer {
    return buildMessage({ project: PROJECT, prefix: this.prefix, streams });
  }

  private async send(data: Buffer): Promise<Answer> {
    const headers = { 'x-goog-pubsub-message-id': '1' };
    const { status, text } = await replyTo(open(this.server.port, { headers }).end(data));
    const report = (text === '' ? {} : JSON.parse(text)) as {
      code?: string;
      refused?: { path: string; code: string }[];
    };
    const refused = (report.refused ?? []).map(({ path, code }) => ({
      entry: this.paths().indexOf(path),
      code,
    }));
    return { status, code: report.code, refused };
  }
}

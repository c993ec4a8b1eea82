import { createServer, request, type IncomingMessage, type Server } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { Collector } from '../../src/collector/collector.js';
import { CachedCoordinator } from '../../src/coordinator/cache.js';
import { PrpcClient } from '../../src/coordinator/prpc/client.js';
import { BATCH_LIMITS, RemoteCoordinator } from '../../src/coordinator/prpc/remote.js';
import { PushHandler } from '../../src/push/handler.js';
import { BigtableStorage } from '../../src/storage/bigtable/bigtable.js';
import { rowKeyPrefix } from '../../src/storage/row_key.js';
import type { Storage } from '../../src/storage/storage.js';
import { buildMessage, serializedLogs, type StreamSpec } from '../bundles.js';
import { type Cell, ENTRIES } from './cells.js';
import { FaultyCoordinator } from './faulty_coordinator.js';
import { FaultyStorage } from './faulty_storage.js';
import { FaultyTable } from './faulty_table.js';

const PROJECT = 'faults';
/** Each of the entry's two logs takes a row of its own. */
const SMALL_ROW_BYTES = 50;
/** For the cells that wait for it; all of them wait at once. */
const TIMEOUT_MS = 2000;
const NEVER_MS = 600_000;
/** A push that does not come so far is judged as it stands. */
const GIVE_UP_MS_MAX = 20_000;

export interface Answer {
  readonly status: number | undefined;
  readonly code: string | undefined;
  /** The entries that the report calls refused, and why. */
  readonly refused: readonly { readonly entry: number; readonly code: string }[];
}

/** The function with everything but its backends' own servers, for one cell. */
export class Rig {
  private readonly prefix: string;
  private readonly table = new FaultyTable();
  private readonly faultyStorage: FaultyStorage;
  private readonly storage: Storage;
  private readonly coordinator: CachedCoordinator;
  private readonly collector: Collector;
  private handler!: PushHandler;
  private readonly server: Server;

  private constructor(
    private readonly cell: Cell,
    id: number,
    lmdb: Storage,
    private readonly backend: FaultyCoordinator,
  ) {
    this.prefix = `cell/${id}`;
    const { call, fault } = cell;
    const origin = `http://${backend.server.host}`;
    const timeoutMs = fault.kind === 'timeout' ? TIMEOUT_MS : NEVER_MS;
    const alone = call === 'RegisterStream' || call === 'TerminateStream';
    const limits = alone ? { ...BATCH_LIMITS, maxItems: 1 } : BATCH_LIMITS;
    const client = new PrpcClient({ origin, timeoutMs });
    this.coordinator = new CachedCoordinator(new RemoteCoordinator({ client, limits }), {
      size: 1000,
      expirationMs: NEVER_MS,
    });
    this.faultyStorage = new FaultyStorage(lmdb);
    this.storage = call === 'put into lmdb' ? this.faultyStorage.asStorage() : this.bigtable();
    this.collector = new Collector({ coordinator: this.coordinator, storage: this.storage });
    this.renewHandler();
    this.server = createServer(
      (incoming, response) => void this.handler.handle(incoming, response),
    );
  }

  static async open(cell: Cell, id: number, lmdb: Storage): Promise<Rig> {
    const rig = new Rig(cell, id, lmdb, await FaultyCoordinator.start());
    await once(rig.server.listen(0, '127.0.0.1'), 'listening');
    return rig;
  }

  get struck(): number {
    return this.backend.struck + this.table.struck + this.faultyStorage.struck;
  }

  /** Makes the instance one that has written already, and knows the streams that are to be terminated. */
  async warmUp(): Promise<void> {
    const known = this.cell.call.includes('TerminateStream');
    const streams = known
      ? this.streams().map(({ name }) => ({ name, logs: ['before'] }))
      : [{ name: 'other', logs: ['before'] }];
    const { status } = await this.send(streams);
    if (status !== 204) throw new Error(`the first message is answered with ${status}`);
  }

  fail(): void {
    this.begin(this.cell);
  }

  mend(): void {
    this.begin(undefined);
  }

  push(): Promise<Answer> {
    return this.send(this.streams());
  }

  /** Gives up what is under way when the fault has struck and these entries are stored, as a shutdown does. */
  async giveUp(stored: readonly number[]): Promise<void> {
    const deadlineMs = performance.now() + GIVE_UP_MS_MAX;
    while (this.struck === 0 || !(await this.areStored(stored))) {
      await new Promise((resolve) => setImmediate(resolve));
      if (performance.now() > deadlineMs) break;
    }
    await this.handler.close(0);
    this.renewHandler();
  }

  async areStored(entries: readonly number[]): Promise<boolean> {
    const stored = await Promise.all(entries.map((entry) => this.isStored(entry)));
    return stored.every(Boolean);
  }

  /** Whether the Coordinator knows all streams, and their ends. */
  areEnded(): boolean {
    return this.paths().every(
      // The end comes with a registration, or by itself.
      (path) =>
        this.backend.registered.has(path) &&
        (!this.isTermination() || this.backend.ended.has(path)),
    );
  }

  async close(): Promise<void> {
    this.server.close();
    this.server.closeAllConnections();
    await this.backend.server.stop();
    await this.coordinator.close();
    if (this.cell.call !== 'put into lmdb') await this.storage.close();
  }

  private bigtable(): BigtableStorage {
    const { call } = this.cell;
    return new BigtableStorage({
      table: this.table,
      writes: call.includes('group') || call.includes('MutateRows') ? 'grouped' : 'conditional',
      ...(call.includes('Rows') && { maxRowSize: SMALL_ROW_BYTES }),
      retries: { budgetMs: 0, attemptMs: NEVER_MS, random: () => 0 },
    });
  }

  private renewHandler(): void {
    this.handler = new PushHandler({
      collector: this.collector,
      log: { write: () => undefined, writes: () => false },
      messageDeadlineMs: NEVER_MS,
      maxInFlightBytes: 1024 * 1024,
    });
  }

  private begin(cell: Cell | undefined): void {
    const paths = this.paths();
    this.backend.begin(cell, paths);
    this.faultyStorage.begin(cell, paths);
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

  private async send(streams: readonly StreamSpec[]): Promise<Answer> {
    const data = buildMessage({ project: PROJECT, prefix: this.prefix, streams });
    const { port } = this.server.address() as AddressInfo;
    const headers = { 'x-goog-pubsub-message-id': '1' };
    const outgoing = request({ port, host: '127.0.0.1', method: 'POST', headers, agent: false });
    outgoing.end(data);
    const [incoming] = (await once(outgoing, 'response')) as [IncomingMessage];
    let text = '';
    for await (const chunk of incoming.setEncoding('utf8')) text += chunk as string;
    const report = (text === '' ? {} : JSON.parse(text)) as {
      code?: string;
      refused?: { path: string; code: string }[];
    };
    const refused = (report.refused ?? []).map(({ path, code }) => ({
      entry: this.paths().indexOf(path),
      code,
    }));
    return { status: incoming.statusCode, code: report.code, refused };
  }
}

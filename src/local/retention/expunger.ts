import { PrefixTable } from '../coordinator/prefix_record.js';
import { nextTurn, Turns } from '../../common/turns.js';
import { prefixOf } from '../../coordinator/request_rules.js';
import { StreamTable } from '../coordinator/stream_record.js';
import { Transactions } from '../coordinator/transactions.js';
import type { Environment } from '../environment.js';
import type { LmdbStorage } from '../lmdb.js';
import type { StreamRequest } from '../../storage/storage.js';
import { ActivityTable, type Due } from './activity_table.js';

/** How many records are changed in a turn of the event loop: it takes some milliseconds. */
const AT_ONCE = 128;

/** What retention notes of a stream from before it. */
interface StreamBegun extends StreamRequest {
  readonly createdMs: number;
  readonly ended: boolean;
}

/**
 * Removes streams for good, records before rows, so that no rows are added to a stream that does not exist. Where the
 * process ends in between, the streams are the first that are due, and the next process goes on. Everything is on the disk
 * when it resolves.
 */
export class Expunger {
  private readonly streams: StreamTable;
  private readonly prefixes: PrefixTable;
  private readonly activity: ActivityTable;
  private readonly transactions: Transactions;
  private readonly underWay = new Set<string>();

  constructor(
    environment: Environment,
    private readonly storage: LmdbStorage,
  ) {
    this.streams = new StreamTable(environment);
    this.prefixes = new PrefixTable(environment);
    this.activity = new ActivityTable(environment);
    this.transactions = new Transactions(environment);
  }

  /** Whether rows that are written now might be lost. */
  isExpunging(stream: StreamRequest): boolean {
    return this.underWay.size > 0 && this.underWay.has(nameOf(stream));
  }

  /** @throws CollectorError COORDINATOR_FAILED, STORAGE_FAILED, SHUTTING_DOWN */
  async expunge(streams: readonly StreamRequest[]): Promise<void> {
    for (const stream of streams) this.underWay.add(nameOf(stream));
    try {
      await this.beginExpunging(streams);
      await this.storage.expungeAll(streams, {});
      await this.endExpunging(streams);
    } finally {
      for (const stream of streams) this.underWay.delete(nameOf(stream));
    }
  }

  /** Forgets streams, but not that there are rows of theirs to remove. */
  beginExpunging(streams: readonly StreamRequest[]): Promise<void> {
    return this.inTurns(streams, (some) => {
      for (const { project, path } of some) {
        this.streams.remove(project, path);
        void this.activity.beginExpunging({ project, path });
      }
      this.notePrefixes(some);
    });
  }

  /** Forgets the rest, of those that have not begun again. */
  private endExpunging(streams: readonly StreamRequest[]): Promise<void> {
    return this.inTurns(streams, (some) => {
      for (const stream of some) this.activity.endExpunging(stream);
    });
  }

  /**
   * Drops entries of streams that are left over, and forgets those prefixes that take no new streams any more and have
   * none. One that has streams comes back when the last of them goes.
   */
  drop(due: readonly Due[], nowMs: number): Promise<void> {
    return this.inTurns(due, (some) => {
      for (const one of some) {
        const { kind, project, name } = one;
        void this.activity.drop(one);
        if (kind === 'stream') continue;
        const expired = (this.prefixes.get(project, name)?.expiration.getTime() ?? 0) <= nowMs;
        if (expired && !this.streams.hasUnder(project, name)) {
          this.prefixes.remove(project, name);
        }
      }
    });
  }

  /** Notes the streams of a store that is older than these notes. */
  async adopt(): Promise<void> {
    if (this.streams.size <= this.activity.size) return;
    const turns = new Turns(undefined);
    let some: StreamBegun[] = [];
    const note = async () => {
      await this.inTurns(some, (these) => {
        for (const stream of these) {
          // The record itself is not read again: it may be large. What changes it notes the stream.
          if (!this.streams.has(stream.project, stream.path) || this.activity.has(stream)) continue;
          void this.activity.touch(stream, stream.createdMs, stream.ended);
        }
        this.notePrefixes(these);
      });
      some = [];
    };
    for (const { project, path, created, terminalIndex } of this.streams.all()) {
      some.push({ project, path, createdMs: created.getTime(), ended: terminalIndex >= 0n });
      const turn = turns.next();
      if (turn !== undefined) await turn;
      if (some.length === AT_ONCE) await note();
    }
    await note();
  }

  close(): Promise<void> {
    return this.transactions.close();
  }

  /** In a transaction only. */
  private notePrefixes(streams: readonly StreamRequest[]): void {
    const seen = new Set<string>();
    for (const { project, path } of streams) {
      const prefix = prefixOf(path);
      if (seen.has(`${project}/${prefix}`)) continue;
      seen.add(`${project}/${prefix}`);
      const record = this.prefixes.get(project, prefix);
      if (record) void this.activity.putPrefix(project, prefix, record.expiration.getTime());
    }
  }

  /** Makes a change part by part, each in a turn of the event loop and in a transaction; they may share a commit. */
  private async inTurns<T>(
    items: readonly T[],
    change: (some: readonly T[]) => void,
  ): Promise<void> {
    const done: Promise<void>[] = [];
    for (let i = 0; i < items.length; i += AT_ONCE) {
      const some = items.slice(i, i + AT_ONCE);
      const part = this.transactions.run(() => change(some), undefined);
      // The caller that waits for all of them gets the error.
      part.catch(() => undefined);
      done.push(part);
      await nextTurn();
    }
    await Promise.all(done);
  }
}

function nameOf({ project, path }: StreamRequest): string {
  return `${project}/${path}`;
}

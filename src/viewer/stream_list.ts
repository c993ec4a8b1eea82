import { randomUUID } from 'node:crypto';
import { nextTurn } from '../common/turns.js';
import { CollectorError } from '../common/errors.js';
import type { StreamRecord } from '../local/coordinator/stream_record.js';
import { logpb } from '../proto/gen/logpb.js';
import type { ListChanges, ListedStream } from './list_changes.js';
import type { LogSource } from './log_source.js';

/** The most streams that are listed, in the order of their paths: some 300 bytes each, here and in the page. */
export const MAX_LISTED_STREAMS = 50_000;

/** The most changes in an answer: some 300 KB of JSON. */
export const MAX_CHANGES = 2000;

/** How many records are read before the event loop has a turn. */
const TURN_RECORDS = 256;

/** How often the records are read at most, in milliseconds. */
const REFRESH_MS = 500;

/** How many times as long as reading the records took they are left alone: it takes at most 5 % of the CPU. */
const REST_FACTOR = 20;

interface Listed {
  readonly cursor: number;
  /** Undefined where the stream is gone. */
  readonly stream: ListedStream | undefined;
}

/**
 * The list of all streams, as a feed of changes: an answer holds what changed since a cursor. The records are read only
 * while a page asks, and only when they may have changed.
 */
export class StreamList {
  private epoch = randomUUID();
  /** By `project/path`, in the order of their cursors. */
  private listed = new Map<string, Listed>();
  private removals = 0;
  private cursor = 0;
  private truncated = false;
  private revision: number | undefined;
  private nextMs = 0;
  private refreshing: Promise<void> | undefined;
  private closed = false;

  constructor(
    private readonly streams: NonNullable<LogSource['streams']>,
    private readonly revisionOf: LogSource['revision'],
    private readonly now: () => number = () => performance.now(),
  ) {}

  /** Lists what changed since the cursor of an earlier answer; everything where that was of another epoch. */
  async changes(epoch: string, since: number): Promise<ListChanges> {
    await this.refresh();
    const from = epoch === this.epoch ? since : 0;
    const changed: ListedStream[] = [];
    const removed: string[] = [];
    let cursor = from;
    let more = false;
    for (const [key, item] of this.listed) {
      if (item.cursor <= from) continue;
      if (changed.length + removed.length === MAX_CHANGES) {
        more = true;
        break;
      }
      cursor = item.cursor;
      if (item.stream !== undefined) changed.push(item.stream);
      else removed.push(key);
    }
    return { epoch: this.epoch, cursor, more, truncated: this.truncated, changed, removed };
  }

  /** Ends the reading of records; resolves when none is read any more. */
  async close(): Promise<void> {
    this.closed = true;
    await this.refreshing?.catch(() => undefined);
  }

  private async refresh(): Promise<void> {
    if (this.closed) throw new CollectorError('SHUTTING_DOWN');
    if (this.refreshing === undefined) {
      const revision = this.revisionOf?.();
      const unchanged = revision !== undefined && revision === this.revision;
      if (unchanged || this.now() < this.nextMs) return;
      this.refreshing = this.read(revision).finally(() => (this.refreshing = undefined));
    }
    await this.refreshing;
  }

  private async read(revision: number | undefined): Promise<void> {
    const started = this.now();
    const gone = new Set<string>();
    for (const [key, { stream }] of this.listed) if (stream !== undefined) gone.add(key);
    let seen = 0;
    this.truncated = false;
    for (const record of this.streams()) {
      if (seen === MAX_LISTED_STREAMS) {
        this.truncated = true;
        break;
      }
      if (++seen % TURN_RECORDS === 0) {
        await nextTurn();
        if (this.closed) throw new CollectorError('SHUTTING_DOWN');
      }
      const key = `${record.project}/${record.path}`;
      gone.delete(key);
      this.note(key, record);
    }
    for (const key of gone) this.set(key, undefined);
    if (this.removals > MAX_LISTED_STREAMS) this.forgetRemovals();
    this.revision = revision;
    const took = this.now() - started;
    this.nextMs = this.now() + Math.max(REFRESH_MS, took * REST_FACTOR);
  }

  private note(key: string, record: StreamRecord): void {
    const known = this.listed.get(key)?.stream;
    const created = record.created.getTime();
    const terminalIndex = String(record.terminalIndex);
    if (known?.created === created && known.terminalIndex === terminalIndex) return;
    const { project, path, descriptor } = record;
    const { streamType: type } = logpb.LogStreamDescriptor.decode(descriptor);
    this.set(key, { project, path, type, created, terminalIndex });
  }

  private set(key: string, stream: ListedStream | undefined): void {
    const known = this.listed.get(key);
    if (known !== undefined && known.stream === undefined) this.removals--;
    if (stream === undefined) this.removals++;
    // Behind all others: the map keeps the order of the cursors.
    this.listed.delete(key);
    this.listed.set(key, { cursor: ++this.cursor, stream });
  }

  /** Begins a new epoch, in which no stream is known to have been removed. */
  private forgetRemovals(): void {
    for (const [key, { stream }] of this.listed) if (stream === undefined) this.listed.delete(key);
    this.removals = 0;
    this.epoch = randomUUID();
  }
}

import { nameKey } from '../coordinator/name_key.js';
import type { Environment } from '../environment.js';
import type { Table } from '../table.js';
import type { StreamRequest } from '../../storage/storage.js';

/** A stream that has not ended is taken for one that is still written for so long after its last logs. */
const OPEN_MS = 60 * 60 * 1000;

/** Logs that come sooner after others change nothing: each change costs three writes. */
const TOUCH_MS = 10 * 60 * 1000;

/** Of a stream that is being expunged; its entry sorts before all others, so that the next run finishes it. */
const EXPUNGING_MS = 0;

/** The most bytes of names that are due together: thousands, and a name may have 8 KiB. */
const MAX_DUE_BYTES = 4 * 1024 * 1024;

/** What stands in a key for the kind of thing it is of. */
const KINDS = ['prefix', 'stream'] as const;

/** Something that may be expunged from a time on. */
export interface Due {
  readonly kind: (typeof KINDS)[number];
  /** Milliseconds since 1970. */
  readonly atMs: number;
  readonly project: string;
  /** A stream's path, or a prefix. */
  readonly name: string;
}

/** A stream, its key, and what is noted of it. */
interface Noted {
  readonly stream: StreamRequest;
  readonly key: Buffer;
  /** Undefined where nothing is noted. */
  readonly dueMs: number | undefined;
  readonly ended: boolean;
}

/**
 * When streams and prefixes may be expunged. `due`, by time, kind and `nameKey`, has the names in the order in which
 * they go; `activity`, by `nameKey`, has the time of each stream, and whether it has ended. An entry of `due` that
 * `activity` knows nothing of is left over, and to be dropped.
 *
 * Where no transaction is spoken of, changes may be made in one or out of it; out of it, what is answered is to be
 * waited for.
 */
export class ActivityTable {
  private readonly activity: Table<Buffer, Buffer>;
  private readonly due: Table<Buffer, Buffer>;

  constructor(environment: Environment) {
    const options = { encoding: 'binary', keyEncoding: 'binary' } as const;
    this.activity = environment.openDB({ name: 'activity', ...options });
    this.due = environment.openDB({ name: 'due', ...options });
  }

  /** How many streams there are, with those that are being expunged. */
  get size(): number {
    return this.activity.getStats().entryCount;
  }

  /** Whether the stream is there, and is not being expunged. */
  has(stream: StreamRequest): boolean {
    return isThere(this.find(stream));
  }

  /** Begins a stream, or notes that it has logs or ends now. */
  touch(stream: StreamRequest, nowMs: number, ended: boolean): Promise<boolean>[] {
    return this.note(this.find(stream), nowMs, ended);
  }

  /** Notes that a stream has logs now; undefined where it is not there, or is being expunged. */
  touchKnown(stream: StreamRequest, nowMs: number): Promise<boolean>[] | undefined {
    const noted = this.find(stream);
    return isThere(noted) ? this.note(noted, nowMs, false) : undefined;
  }

  /** Notes that the stream is being expunged: it is not there any more, but its rows may be. */
  beginExpunging(stream: StreamRequest): Promise<boolean>[] {
    return this.move(this.find(stream), EXPUNGING_MS, true);
  }

  /** Forgets the stream, unless it has begun again. In a transaction only. */
  endExpunging(stream: StreamRequest): void {
    const { key, dueMs } = this.find(stream);
    if (dueMs !== EXPUNGING_MS) return;
    void this.activity.remove(key);
    void this.due.remove(dueKey('stream', EXPUNGING_MS, key));
  }

  /** Notes when a prefix without streams may be forgotten. */
  putPrefix(project: string, prefix: string, atMs: number): Promise<boolean> {
    const key = nameKey(project, prefix);
    return this.due.put(dueKey('prefix', atMs, key), valueOf(project, prefix));
  }

  /** Drops an entry that is left over, or that has been seen to. */
  drop({ kind, atMs, project, name }: Due): Promise<boolean> {
    return this.due.remove(dueKey(kind, atMs, nameKey(project, name)));
  }

  /** What is due first: at most `limit`, and at most MAX_DUE_BYTES of names, but one in any case. */
  first(limit: number): Due[] {
    const due: Due[] = [];
    let bytes = 0;
    this.due.readRange({ limit }, (key, value) => {
      const text = value.toString();
      const end = text.indexOf('\0');
      const kind = KINDS[key[8]!] ?? 'stream';
      const atMs = timeOf(key);
      due.push({ kind, atMs, project: text.slice(0, end), name: text.slice(end + 1) });
      bytes += value.length;
      return bytes < MAX_DUE_BYTES;
    });
    return due;
  }

  /** Whether a stream's entry is the one that stands. */
  isCurrent({ atMs, project, name }: Due): boolean {
    return this.find({ project, path: name }).dueMs === atMs;
  }

  private note(noted: Noted, nowMs: number, ended: boolean): Promise<boolean>[] {
    const dueMs = ended ? nowMs : nowMs + OPEN_MS;
    // One that is noted far ahead was noted by a clock that had jumped.
    const isRecent = !ended && Math.abs(dueMs - noted.dueMs!) < TOUCH_MS;
    return isThere(noted) && (noted.ended || isRecent) ? [] : this.move(noted, dueMs, ended);
  }

  private find(stream: StreamRequest): Noted {
    const key = nameKey(stream.project, stream.path);
    const value = this.activity.get(key);
    return { stream, key, dueMs: value && timeOf(value), ended: value?.[8] === 1 };
  }

  private move({ stream, key, dueMs: before }: Noted, dueMs: number, ended: boolean) {
    const activity = Buffer.allocUnsafe(9);
    activity.writeBigUInt64BE(BigInt(Math.round(dueMs)));
    activity[8] = ended ? 1 : 0;
    const done = [
      this.activity.put(key, activity),
      this.due.put(dueKey('stream', dueMs, key), valueOf(stream.project, stream.path)),
    ];
    if (before !== undefined && before !== dueMs) {
      done.push(this.due.remove(dueKey('stream', before, key)));
    }
    return done;
  }
}

/** Whether the stream is there, and is not being expunged. */
function isThere({ dueMs }: Noted): boolean {
  return dueMs !== undefined && dueMs !== EXPUNGING_MS;
}

function dueKey(kind: Due['kind'], atMs: number, key: Buffer): Buffer {
  const due = Buffer.allocUnsafe(9 + key.length);
  due.writeBigUInt64BE(BigInt(Math.round(atMs)));
  due[8] = KINDS.indexOf(kind);
  key.copy(due, 9);
  return due;
}

/** Neither a project nor a name has a NUL; the key has a hash in place of a long name. */
function valueOf(project: string, name: string): Buffer {
  return Buffer.from(`${project}\0${name}`);
}

/** Milliseconds since 1970 stand in front, in 8 bytes from the top, so that keys sort by time. */
function timeOf(bytes: Buffer): number {
  return Number(bytes.readBigUInt64BE());
}

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

interface Activity {
  readonly dueMs: number;
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
    this.activity = environment.openDB<Buffer, Buffer>({ name: 'activity', ...options });
    this.due = environment.openDB<Buffer, Buffer>({ name: 'due', ...options });
  }

  /** How many streams there are, with those that are being expunged. */
  get size(): number {
    return this.activity.getStats().entryCount;
  }

  /** Whether the stream is there, and is not being expunged. */
  has(stream: StreamRequest): boolean {
    return (this.get(keyOf(stream))?.dueMs ?? EXPUNGING_MS) !== EXPUNGING_MS;
  }

  /** Begins a stream, or notes that it has logs or ends now. */
  touch(stream: StreamRequest, nowMs: number, ended: boolean): Promise<boolean>[] {
    const key = keyOf(stream);
    return this.note(stream, key, this.get(key), nowMs, ended);
  }

  /** Notes that a stream has logs now; undefined where it is not there, or is being expunged. */
  touchKnown(stream: StreamRequest, nowMs: number): Promise<boolean>[] | undefined {
    const key = keyOf(stream);
    const known = this.get(key);
    if ((known?.dueMs ?? EXPUNGING_MS) === EXPUNGING_MS) return undefined;
    return this.note(stream, key, known, nowMs, false);
  }

  /** Notes that the stream is being expunged: it is not there any more, but its rows may be. */
  beginExpunging(stream: StreamRequest): Promise<boolean>[] {
    const key = keyOf(stream);
    return this.move(stream, key, this.get(key), { dueMs: EXPUNGING_MS, ended: true });
  }

  /** Forgets the stream, unless it has begun again. In a transaction only. */
  endExpunging(stream: StreamRequest): void {
    const key = keyOf(stream);
    if (this.get(key)?.dueMs !== EXPUNGING_MS) return;
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
    return this.get(nameKey(project, name))?.dueMs === atMs;
  }

  private note(
    stream: StreamRequest,
    key: Buffer,
    known: Activity | undefined,
    nowMs: number,
    ended: boolean,
  ): Promise<boolean>[] {
    const dueMs = ended ? nowMs : nowMs + OPEN_MS;
    if (known !== undefined && known.dueMs !== EXPUNGING_MS) {
      // One that is noted far ahead was noted by a clock that had jumped.
      if (known.ended || (!ended && Math.abs(dueMs - known.dueMs) < TOUCH_MS)) return [];
    }
    return this.move(stream, key, known, { dueMs, ended });
  }

  private get(key: Buffer): Activity | undefined {
    const value = this.activity.get(key);
    if (value === undefined) return undefined;
    return { dueMs: timeOf(value), ended: value[8] === 1 };
  }

  private move(
    { project, path }: StreamRequest,
    key: Buffer,
    from: Activity | undefined,
    to: Activity,
  ): Promise<boolean>[] {
    const activity = Buffer.allocUnsafe(9);
    activity.writeBigUInt64BE(BigInt(Math.round(to.dueMs)));
    activity[8] = to.ended ? 1 : 0;
    const done = [
      this.activity.put(key, activity),
      this.due.put(dueKey('stream', to.dueMs, key), valueOf(project, path)),
    ];
    if (from !== undefined && from.dueMs !== to.dueMs) {
      done.push(this.due.remove(dueKey('stream', from.dueMs, key)));
    }
    return done;
  }
}

function keyOf({ project, path }: StreamRequest): Buffer {
  return nameKey(project, path);
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

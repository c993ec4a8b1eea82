import { createHash, createHmac } from 'node:crypto';
import { untilAborted } from '../common/abort.js';
import { CollectorError } from '../common/errors.js';
import type { StoreTimes } from './retention/store_clock.js';
import { durableTransaction, writeError } from './durable.js';
import { type Environment } from './environment.js';
import type { Table } from './table.js';
import { ATTRIBUTES, type DeadLetter, type DeadLetters } from '../dead_letters/dead_letter.js';

/** What the local store keeps of refused messages; past one of these bounds the oldest are dropped. */
export const REFUSED_LIMITS = {
  messages: 1000,
  bytes: 256 * 1024 * 1024,
  ageMs: 14 * 24 * 3_600_000,
};

/** A dead letter without its data. */
export interface RefusedEntry {
  /** The beginning of a hash of data and form: a message that comes again is the same one. */
  readonly id: string;
  readonly refusedAtMs: number;
  /** Of the data. */
  readonly bytes: number;
  readonly attributes: DeadLetter['attributes'];
}

/** Milliseconds since 1970, in 15 digits, so that keys sort by time; the id; bytes of the data. */
const KEY = /^(\d{15})-([0-9a-f]{16})-(\d+)$/;

interface Key extends Omit<RefusedEntry, 'attributes'> {
  readonly key: string;
}

/** Refused messages in the local store, in two tables by the same keys: what is known of them, and their data. */
export class DeadLetterTable implements DeadLetters {
  /** Is called with the bytes of what was put. */
  onPut: (bytes: number) => void = () => undefined;
  private latest: Promise<unknown> = Promise.resolve();
  private readonly attributes: Table<DeadLetter['attributes'], string>;
  private readonly data: Table<Uint8Array, string>;

  constructor(
    private readonly environment: Environment,
    private readonly limits = REFUSED_LIMITS,
    private readonly times: StoreTimes = { latestMs: Date.now, confirmedMs: Date.now },
  ) {
    this.attributes = environment.openDB({ name: 'refused', encoding: 'json' });
    this.data = environment.openDB({ name: 'refused_data', encoding: 'binary' });
  }

  /** The bytes that they take of the file. */
  get bytes(): number {
    return this.attributes.bytes + this.data.bytes;
  }

  async put(deadLetter: DeadLetter, signal: AbortSignal): Promise<string> {
    const id = idOf(deadLetter);
    const bytes = deadLetter.data.length;
    const time = String(this.times.latestMs()).padStart(15, '0');
    const key = `${time}-${id}-${bytes}`;
    const kept = this.change(() => {
      for (const old of this.keys()) if (old.id === id) this.drop(old);
      void this.attributes.put(key, deadLetter.attributes);
      void this.data.put(key, deadLetter.data);
      this.dropPast(0);
    }, signal);
    this.onPut(bytes);
    await untilAborted(kept, signal);
    return `kept in DATA_DIR as ${id}`;
  }

  /** All of them, the oldest first. What changes meanwhile may be seen or not. */
  *entries(): IterableIterator<RefusedEntry> {
    for (const { key, ...known } of this.keys()) {
      const attributes = this.attributes.get(key);
      if (attributes !== undefined) yield { ...known, attributes };
    }
  }

  /** @param id or the beginning of one, where that is enough to tell */
  find(id: string): RefusedEntry | undefined {
    const found = [...this.entries()].filter((entry) => id !== '' && entry.id.startsWith(id));
    return found.length === 1 ? found[0] : undefined;
  }

  /** The data of an entry; undefined where it is gone. */
  read({ id }: Pick<RefusedEntry, 'id'>): Uint8Array | undefined {
    const found = this.keys().find((one) => one.id === id);
    return found === undefined ? undefined : this.data.get(found.key);
  }

  async remove({ id }: Pick<RefusedEntry, 'id'>): Promise<void> {
    await this.change(() => {
      for (const key of this.keys()) if (key.id === id) this.drop(key);
    });
  }

  /** Drops what is too old by now, and the oldest where all of it takes more of the file than it may. */
  async trim(): Promise<void> {
    const excess = Math.max(0, this.bytes - this.limits.bytes);
    const [oldest] = this.keys();
    const tooOld = oldest !== undefined && oldest.refusedAtMs < this.oldestMs;
    if (tooOld || excess > 0) await this.change(() => this.dropPast(excess));
  }

  /**
   * Makes one change after another: pages that a commit frees are used again by later ones alone, and messages that all
   * came in one would take the file past its bound.
   */
  private change(change: () => void, signal?: AbortSignal): Promise<void> {
    // One that is given up holds up none.
    const done = this.latest.then(() => untilAborted(this.commit(change), signal));
    this.latest = done.catch(() => undefined);
    return done;
  }

  private async commit(change: () => void): Promise<void> {
    try {
      await durableTransaction(this.environment, change);
    } catch (thrown) {
      const asError = (_: string, detail: string) => new Error(detail);
      const { message } = await writeError(thrown, this.environment, asError);
      const detail = `the refused message could not be kept: ${message}`;
      throw new CollectorError('DEAD_LETTER_FAILED', detail, { cause: thrown });
    }
  }

  private get oldestMs(): number {
    return this.times.confirmedMs() - this.limits.ageMs;
  }

  /** Inside a transaction only. @param excess bytes of the file that must go besides */
  private dropPast(excess: number): void {
    const keys = this.keys();
    let bytes = keys.reduce((sum, key) => sum + key.bytes, 0);
    let messages = keys.length;
    const { limits, oldestMs } = this;
    let left = excess;
    for (const key of keys) {
      const fits = messages <= limits.messages && bytes <= limits.bytes && left <= 0;
      if (fits && key.refusedAtMs >= oldestMs) return;
      if (left > 0) left -= key.bytes + JSON.stringify(this.attributes.get(key.key)).length;
      this.drop(key);
      messages--;
      bytes -= key.bytes;
    }
  }

  /** Inside a transaction only. */
  private drop({ key }: Key): void {
    void this.attributes.remove(key);
    void this.data.remove(key);
  }

  private keys(): Key[] {
    return this.attributes.getKeys().flatMap((key) => {
      const [, time, id, bytes] = KEY.exec(key) ?? [];
      if (id === undefined) return [];
      return [{ key, refusedAtMs: Number(time), id, bytes: Number(bytes) }];
    });
  }
}

/** The same bytes in another form are another message. */
function idOf({ data, attributes }: DeadLetter): string {
  const form = attributes[ATTRIBUTES.form];
  const hash = form === undefined ? createHash('sha256') : createHmac('sha256', form);
  return hash.update(data).digest('hex').slice(0, 16);
}

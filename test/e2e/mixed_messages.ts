import { createHash } from 'node:crypto';
import { buildMessage, serializedLogs, type StreamSpec } from '../../src/testing/message.js';
import { delimited } from '../plain/encode.js';
import { plainRows } from '../plain/rows.js';
import { Random } from '../../src/testing/random.js';
import { CANARY, CANARY_LOG } from './canary.js';

export interface Volume {
  /** Butlers, each with a prefix of its own. */
  readonly prefixes: number;
  readonly streamsAPrefix: number;
  readonly messagesAPrefix: number;
  /** The same seed makes the same messages. */
  readonly seed: number;
}

/** A message, and the keys of the rows that it comes to. */
export interface MixedMessage {
  readonly data: Buffer;
  readonly keys: readonly string[];
}

/** A stream as it is in the end. */
export interface MixedStream {
  readonly project: string;
  readonly prefix: string;
  readonly name: string;
  readonly type: 'text' | 'binary' | 'datagram';
  readonly logs: Buffer[];
}

const PROJECT = 'mixed';
const MAX_ROW_BYTES = 10 * 1024 * 1024;
const TYPES = ['text', 'binary', 'datagram'] as const;

/** The messages of many Butlers, of all shapes, and what is to be stored of them. */
export class MixedMessages {
  readonly streams: MixedStream[] = [];
  readonly messages: MixedMessage[] = [];
  /** The hash of each row's value, by key. */
  readonly rows = new Map<string, string>();
  private readonly random: Random;

  constructor(private readonly volume: Volume) {
    this.random = new Random(volume.seed);
    const { prefixes, messagesAPrefix } = volume;
    const butlers = Array.from({ length: prefixes }, (_, prefix) => this.streamsOf(prefix));
    // Butlers run at the same time.
    for (let number = 0; number < messagesAPrefix; number++) {
      const last = number === messagesAPrefix - 1;
      for (const streams of butlers) this.add(last ? this.end(streams) : this.some(streams));
    }
  }

  /** The same logs in other messages, whose stretches begin and end elsewhere. */
  cutDifferently(): Buffer[] {
    return this.streams.flatMap(({ logs, ...stream }) => {
      const messages: Buffer[] = [];
      for (let index = 0; index < logs.length;) {
        const some = logs.slice(index, index + this.random.between(1, 40));
        messages.push(messageOf(stream.prefix, [{ ...stream, index, logs: some }], false));
        index += some.length;
      }
      return messages;
    });
  }

  /** All messages, in another order. */
  shuffled(): Buffer[] {
    const datas = this.messages.map(({ data }) => data);
    for (let last = datas.length - 1; last > 0; last--) {
      const other = this.random.below(last + 1);
      [datas[last], datas[other]] = [datas[other]!, datas[last]!];
    }
    return datas;
  }

  private streamsOf(number: number): MixedStream[] {
    const prefix = `butler/${number}`;
    const streams = Array.from({ length: this.volume.streamsAPrefix }, (_, position) => {
      const type = TYPES[position % TYPES.length]!;
      return { project: PROJECT, prefix, name: `${type}/${position}`, type, logs: [] };
    });
    this.streams.push(...streams);
    return streams;
  }

  /** A message's entries: one stream, a few, or all, with few logs, many, or large ones. */
  private some(streams: readonly MixedStream[]): StreamSpec[] {
    const shape = this.random.below(20);
    const any = () => this.random.pick(streams);
    if (shape === 0) return streams.map((stream) => this.more(stream, 1, 200));
    if (shape === 1) return [this.more(any(), this.random.between(5, 30), 8000)];
    if (shape < 8) {
      const few = new Set([any(), any(), any()]);
      return [...few].map((stream) => this.more(stream, this.random.between(2, 15), 120));
    }
    return [this.more(any(), this.random.between(1, 3), 60)];
  }

  /** All streams come to their end, some with their last logs, others without any. */
  private end(streams: readonly MixedStream[]): StreamSpec[] {
    return streams.map((stream) => {
      const none = stream.logs.length > 0 && this.random.oneIn(2);
      const entry = this.more(stream, none ? 0 : 2, 60);
      return { ...entry, terminalIndex: stream.logs.length - 1 };
    });
  }

  private more(stream: MixedStream, count: number, maxBytes: number): StreamSpec {
    const index = stream.logs.length;
    const logs = Array.from({ length: count }, () => this.log(stream, maxBytes));
    stream.logs.push(...logs);
    return { ...stream, index, logs };
  }

  private log({ type }: MixedStream, maxBytes: number): Buffer {
    const { random } = this;
    const size = random.between(type === 'binary' ? 1 : 0, maxBytes);
    const content = type === 'text' ? Buffer.alloc(size, CANARY_LOG) : random.bytes(size);
    // No two alike, so that a log in another's place would be seen.
    return Buffer.concat([Buffer.from(`${random.uint32()} `), content]);
  }

  private add(entries: readonly StreamSpec[]): void {
    const prefix = `butler/${this.messages.length % this.volume.prefixes}`;
    const keys = entries.flatMap((entry) => {
      const stream = `${PROJECT}/${prefix}/+/${entry.name}`;
      const index = BigInt(entry.index ?? 0);
      const { rows } = plainRows(stream, index, serializedLogs(entry), MAX_ROW_BYTES);
      for (const { key, value } of rows) this.rows.set(key, hashOf(value));
      return rows.map(({ key }) => key);
    });
    this.messages.push({ data: messageOf(prefix, entries, this.random.oneIn(2)), keys });
  }
}

export function pathOf({ prefix, name }: MixedStream): string {
  return `${prefix}/+/${name}`;
}

/** What a stream's logs come to, each in its frame. */
export function contentOf({ logs, name, type }: MixedStream): Buffer {
  return Buffer.concat(serializedLogs({ logs, name, type }).map(delimited));
}

export function hashOf(value: Uint8Array): string {
  return createHash('sha256').update(value).digest('base64');
}

function messageOf(prefix: string, streams: readonly StreamSpec[], compress: boolean): Buffer {
  return buildMessage({ project: PROJECT, prefix, secret: CANARY, streams, compress });
}

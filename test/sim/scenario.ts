import type { ErrorCode } from '../../src/common/errors.js';
import { rowKeyPrefix } from '../../src/storage/row_key.js';
import { buildMessage, serializedLogs, type StreamSpec } from '../../src/testing/message.js';
import { frame } from '../../src/testing/records.js';
import type { Random } from '../../src/testing/random.js';

/** A stream with all its logs. */
export interface StreamTruth {
  readonly path: string;
  readonly rowKeyPrefix: string;
  /** latin1 */
  readonly secret: string;
  /** Its logs as a row holds them. */
  readonly records: readonly Buffer[];
}

/** What is true of an entry of a message. */
export interface EntryTruth {
  readonly path: string;
  readonly secret: string;
  /** The index of its first log, and how many of its logs can be stored. */
  readonly first: number;
  readonly storable: number;
  readonly terminalIndex: number | undefined;
  readonly contentType: string;
  /** The codes that it must be refused with; none where it is good. */
  readonly refusals: readonly ErrorCode[];
}

export interface MessageTruth {
  readonly name: string;
  readonly data: Buffer;
  readonly entries: readonly EntryTruth[];
  /** The code that the message as a whole must be refused with. */
  readonly refusal: ErrorCode | undefined;
  /** The timestamp of its cells, in microseconds; -1 for the table's own time. */
  readonly cellMicros: number;
}

export interface Scenario {
  /** By prefix: the secret, latin1. */
  readonly secrets: ReadonlyMap<string, string>;
  readonly streams: readonly StreamTruth[];
  readonly messages: readonly MessageTruth[];
}

const PROJECT = 'project';

const CONTENT_TYPE = 'text/plain';
/** The Coordinator refuses a registration with this in its descriptor, and any call with this terminal index. */
export const REFUSED_CONTENT_TYPE = 'text/refused';
export const REFUSED_TERMINAL_INDEX = 1_000_000;

/** Whether the Coordinator refuses what an entry asks; where the stream's state is cached, its logs are stored first. */
export function asksRefused({ contentType, terminalIndex }: EntryTruth): boolean {
  return contentType === REFUSED_CONTENT_TYPE || terminalIndex === REFUSED_TERMINAL_INDEX;
}

/** A stream that is still to be cut into entries. */
interface Source {
  readonly name: string;
  readonly logs: readonly string[];
  next: number;
}

/** Random streams, cut into messages at random, some of them twice and differently, and what is bad among them. */
export function makeScenario(random: Random, maxRowSize: number): Scenario {
  const secrets = new Map<string, string>();
  const streams: StreamTruth[] = [];
  const messages: MessageTruth[] = [];
  for (let position = random.between(1, 2); position > 0; position--) {
    const prefix = `prefix/${position}`;
    const secret = random.bytes(36);
    secrets.set(prefix, secret.toString('latin1'));
    const maker = new Maker(random, prefix, secret, maxRowSize);
    streams.push(...maker.streams());
    const cuts = random.oneIn(3) ? 2 : 1;
    for (let cut = 1; cut <= cuts; cut++) messages.push(...maker.messages(`${prefix} cut ${cut}`));
    if (random.oneIn(3)) messages.push(maker.stranger());
    if (random.oneIn(3)) messages.push(maker.refused());
  }
  if (random.oneIn(4)) {
    const data = Buffer.from('no message');
    const truth = { entries: [], refusal: 'BAD_FRAME', cellMicros: -1 } as const;
    messages.push({ name: 'a broken message', data, ...truth });
  }
  return { secrets, streams, messages };
}

class Maker {
  private readonly sources: readonly Source[];

  constructor(
    private readonly random: Random,
    private readonly prefix: string,
    private readonly secret: Buffer,
    private readonly maxRowSize: number,
  ) {
    this.sources = Array.from({ length: random.between(1, 3) }, (_, position) => ({
      name: `s${position}`,
      logs: Array.from({ length: random.between(1, 5) }, () => this.log()),
      next: 0,
    }));
  }

  streams(): StreamTruth[] {
    return this.sources.map(({ name, logs }) => {
      const path = `${this.prefix}/+/${name}`;
      return {
        path,
        rowKeyPrefix: rowKeyPrefix(PROJECT, path),
        secret: this.secret.toString('latin1'),
        records: serializedLogs({ name, logs }).map(frame),
      };
    });
  }

  /** All logs of the streams, in messages. */
  messages(name: string): MessageTruth[] {
    const { random } = this;
    for (const source of this.sources) source.next = 0;
    const messages: MessageTruth[] = [];
    while (this.sources.some(isLeft)) {
      const entries = this.sources.filter((source) => isLeft(source) && !random.oneIn(4));
      const cut = entries.map((source) => this.cut(source));
      if (random.oneIn(5)) cut.push(this.bad());
      if (random.oneIn(5)) cut.push({ spec: { name: 'junk' }, truth: undefined });
      messages.push(this.message(`${name} message ${messages.length}`, this.secret, cut));
    }
    return messages;
  }

  /** Somebody who does not know the secret writes to a stream. */
  stranger(): MessageTruth {
    const { name } = this.random.pick(this.sources);
    const secret = this.random.bytes(36);
    const cut = { spec: { name, logs: ['strange'] }, truth: this.truth({ name, secret }) };
    return this.message(`${this.prefix} stranger`, secret, [cut]);
  }

  /** A message of a good stream that asks of the Coordinator what it refuses, with the stream's own logs. */
  refused(): MessageTruth {
    const { random } = this;
    const { name, logs } = random.pick(this.sources);
    const asked = random.oneIn(2)
      ? { contentType: REFUSED_CONTENT_TYPE }
      : { terminalIndex: REFUSED_TERMINAL_INDEX };
    const spec = { name, index: 0, logs: logs.slice(0, random.between(1, logs.length)), ...asked };
    return this.message(`${this.prefix} refused`, this.secret, [
      { spec, truth: this.truthOf(spec) },
    ]);
  }

  private message(name: string, secret: Buffer, cuts: readonly Cut[]): MessageTruth {
    const { prefix, random } = this;
    const streams = cuts.map(({ spec }) => spec);
    const compress = random.oneIn(8);
    const timestamp = this.timestamp();
    const data = buildMessage({ project: PROJECT, prefix, secret, streams, compress, timestamp });
    const entries = cuts.flatMap(({ truth }) => truth ?? []);
    const cellMicros =
      timestamp === null ? -1 : timestamp.seconds * 1e6 + Math.floor(timestamp.nanos / 1e6) * 1000;
    return { name, data, entries, refusal: undefined, cellMicros };
  }

  /** When a message was made; some do not say. */
  private timestamp(): { readonly seconds: number; readonly nanos: number } | null {
    const { random } = this;
    if (random.oneIn(6)) return null;
    return { seconds: 1_700_000_000 + random.below(1000), nanos: random.below(1_000_000_000) };
  }

  /** The next stretch of a stream; its end comes with the last log, or alone, or not at all. */
  private cut(source: Source): Cut {
    const { random } = this;
    const { name, logs, next } = source;
    const count = random.between(next === logs.length - 1 ? 1 : 0, logs.length - next) || 1;
    source.next += count;
    const end = source.next === logs.length && !random.oneIn(4) ? logs.length - 1 : undefined;
    const spec: StreamSpec = {
      name,
      logs: logs.slice(next, next + count),
      index: next,
      ...(end !== undefined && { terminalIndex: end }),
    };
    return { spec, truth: this.truthOf(spec) };
  }

  private truthOf(spec: StreamSpec): EntryTruth {
    const { name, logs = [], index = 0, terminalIndex, contentType = CONTENT_TYPE } = spec;
    const sizes = serializedLogs(spec).map((log) => frame(log).length);
    const tooLarge = sizes.findIndex((size) => size > this.maxRowSize);
    return {
      path: `${this.prefix}/+/${name}`,
      secret: this.secret.toString('latin1'),
      first: index,
      storable: tooLarge < 0 ? logs.length : tooLarge,
      terminalIndex,
      contentType,
      refusals: tooLarge < 0 ? [] : (['LOG_TOO_LARGE'] as const),
    };
  }

  /** An entry that breaks a rule: a log without data. */
  private bad(): Cut {
    const spec: StreamSpec = { name: 'bad', type: 'binary', logs: [''] };
    const truth = this.truth({ name: 'bad', secret: this.secret });
    return { spec, truth: { ...truth, refusals: ['BAD_LOG'] } };
  }

  private truth({ name, secret }: { name: string; secret: Buffer }): EntryTruth {
    return {
      path: `${this.prefix}/+/${name}`,
      secret: secret.toString('latin1'),
      first: 0,
      storable: 1,
      terminalIndex: undefined,
      contentType: CONTENT_TYPE,
      refusals: ['SECRET_MISMATCH', 'COORDINATOR_REFUSED'],
    };
  }

  private log(): string {
    const { random } = this;
    const size = random.oneIn(20) ? random.between(60, 120) : random.below(12);
    return `${random.uint32().toString(36)}${'x'.repeat(size)}`;
  }
}

/** An entry, and what is true of it; nothing, where it is junk. */
interface Cut {
  readonly spec: StreamSpec;
  readonly truth: EntryTruth | undefined;
}

function isLeft({ logs, next }: Source): boolean {
  return next < logs.length;
}

import { ERRORS, type ErrorCode, type GrpcCode } from '../../src/common/errors.js';
import { ATTRIBUTES, type DeadLetter } from '../../src/dead_letters/dead_letter.js';
import { parseRowKey } from '../../src/storage/row_key.js';
import { type About, type CoordinatorServer, registering, terminating } from './coordinator.js';
import type { Instance } from './instance.js';
import type { Fault } from './network.js';
import { asksRefused, type EntryTruth, type MessageTruth, type StreamTruth } from './scenario.js';

/** What a report tells of refused entries. */
interface Report {
  readonly code?: ErrorCode;
  readonly refused?: readonly { readonly path?: string; readonly code: ErrorCode }[];
}

/** A push that an instance was given. */
export interface Attempt {
  readonly instance: Instance;
  readonly message: MessageTruth;
  readonly sinceMs: number;
}

/** The codes by which a Coordinator refuses for good (`design.md`, the table of acks). */
const COORDINATOR_REFUSALS: ReadonlySet<GrpcCode> = new Set<GrpcCode>([
  'InvalidArgument',
  'FailedPrecondition',
  'OutOfRange',
  'AlreadyExists',
]);

/**
 * Knows what is true of every stream, sees every effect on the backends and every answer to a push, and judges: what is
 * acked must be stored byte for byte, refused with its reason, or skipped as archived or purged. What is refused must be
 * kept byte for byte.
 */
export class Oracle {
  readonly violations: string[] = [];
  /** How many dead letters were kept. */
  deadLetters = 0;
  /** By row-key prefix. */
  private readonly streams = new Map<string, StreamTruth>();
  private readonly stored = new Map<string, Set<bigint>>();
  /** By path, the timestamps that its messages give to cells, in microseconds. */
  private readonly times = new Map<string, Set<number>>();
  /** When an instance has last heard that something was refused for good, in milliseconds. */
  private readonly refusals = new Map<string, number>();
  private readonly attempts = new Map<Instance, Attempt[]>();
  /** The data of all messages, latin1. */
  private readonly messages = new Set<string>();
  /** When a dead letter of an instance was kept last, in milliseconds: by its data and its code. */
  private readonly kept = new Map<string, number>();

  /** @param keeps whether there is somebody to keep what is refused */
  constructor(
    private readonly server: CoordinatorServer,
    private readonly now: () => number,
    private readonly keeps: boolean,
    private readonly print: ((line: string) => void) | undefined,
  ) {}

  know(stream: StreamTruth): void {
    this.streams.set(stream.rowKeyPrefix, stream);
    this.stored.set(stream.path, new Set());
  }

  knowMessage({ data, entries, cellMicros }: MessageTruth): void {
    this.messages.add(data.toString('latin1'));
    for (const { path } of entries) {
      const times = this.times.get(path) ?? new Set<number>();
      this.times.set(path, times.add(cellMicros));
    }
  }

  note(line: string): void {
    this.print?.(`${this.now()} ms: ${line}`);
  }

  trace({ name }: Instance, call: string, fault: Fault | undefined): void {
    if (this.print === undefined) return;
    this.note(`${name} calls ${call}${fault === undefined ? '' : `: ${JSON.stringify(fault)}`}`);
  }

  violation(what: string): void {
    this.note(`VIOLATION: ${what}`);
    this.violations.push(what);
  }

  begin(attempt: Attempt): void {
    const attempts = this.attempts.get(attempt.instance);
    if (attempts === undefined) this.attempts.set(attempt.instance, [attempt]);
    else attempts.push(attempt);
  }

  /** Every row that is written holds the right bytes, whoever writes it, and however often. */
  onWrite(key: string, value: Uint8Array): void {
    const stream = this.streams.get(key.slice(0, key.indexOf('~')));
    const place = parseRowKey(key);
    if (stream === undefined || place === undefined) {
      this.violation(`a row of no stream is written: ${key}`);
      return;
    }
    const first = Number(place.lastIndex) - place.count + 1;
    const right = Buffer.concat(stream.records.slice(first, first + place.count));
    if (!right.equals(value)) this.violation(`wrong bytes are written to ${stream.path} at ${key}`);
    const stored = this.stored.get(stream.path)!;
    for (let index = first; index < first + place.count; index++) stored.add(BigInt(index));
  }

  /** A cell that is written without asking has the time of a message of its stream: a redelivery writes it again. */
  onRepeatable(key: string, timestampMicros: number): void {
    const path = this.streams.get(key.slice(0, key.indexOf('~')))?.path ?? key;
    if (this.times.get(path)?.has(timestampMicros) === true) return;
    this.violation(`a cell of ${path} has the time ${timestampMicros}, which is of no message`);
  }

  /** A refusal is the answer to one question, and no reason to refuse a message that asks another one. */
  onRefusal(instance: Instance, { path, secret, question }: About, status: GrpcCode): void {
    if (!COORDINATOR_REFUSALS.has(status)) return;
    const what = `${path} ${secret} ${question}`;
    this.refusals.set(`${instance.name} COORDINATOR_REFUSED ${what}`, this.now());
  }

  onRowRefused(instance: Instance, key: string, status: GrpcCode): void {
    if (status !== 'InvalidArgument') return;
    const stream = this.streams.get(key.slice(0, key.indexOf('~')));
    if (stream === undefined) return;
    this.refusals.set(
      `${instance.name} STORAGE_REFUSED ${stream.path} ${stream.secret}`,
      this.now(),
    );
  }

  /** A dead letter is kept for good. */
  onLetter(instance: Instance, { data, attributes }: DeadLetter): void {
    const text = Buffer.from(data).toString('latin1');
    if (!this.messages.has(text))
      this.violation(`${instance.name} keeps a dead letter of no message`);
    const code = attributes[ATTRIBUTES.code] as ErrorCode | undefined;
    this.kept.set(keptKey(instance, text, code), this.now());
    this.deadLetters++;
  }

  /** A stream is ended only when the logs that came with its end are stored, or refused. */
  onTerminate(instance: Instance, path: string, terminalIndex: number): void {
    const settled = (this.attempts.get(instance) ?? []).some((attempt) =>
      attempt.message.entries.some(
        (entry) =>
          entry.path === path &&
          entry.terminalIndex === terminalIndex &&
          (this.isStored(entry) || this.isRefused(attempt, entry, 'STORAGE_REFUSED')),
      ),
    );
    if (!settled) this.violation(`${path} is terminated at ${terminalIndex} before it is stored`);
  }

  /**
   * Judges an answer; tells whether it is an ack.
   *
   * @param healthy there are no faults any more: then the message must be acked, and nothing good be refused
   */
  onAnswer(attempt: Attempt, status: number, text: string, healthy: boolean): boolean {
    const { message, instance } = attempt;
    this.note(`${instance.name} answers ${message.name} with ${status} ${text.trim()}`);
    const acked = status >= 200 && status < 300;
    if (!acked) {
      if (healthy)
        this.violation(`${message.name} is not acked though all is well: ${status} ${text}`);
      if (status === 500) this.violation(`${message.name} meets a bug: ${text}`);
      return false;
    }
    const report = (text === '' ? {} : JSON.parse(text)) as Report;
    if (report.code !== message.refusal) {
      this.violation(`${message.name} is refused as ${report.code}, and not as ${message.refusal}`);
    }
    this.judgeLetter(attempt, report);
    if (message.refusal !== undefined) return true;
    for (const entry of message.entries) this.judge(attempt, entry, report, healthy);
    return true;
  }

  /** What is refused was kept since the attempt began, with the reason that the report tells. */
  private judgeLetter({ instance, message, sinceMs }: Attempt, report: Report): void {
    const code = report.code ?? report.refused?.[0]?.code;
    if (code === undefined || !this.keeps) return;
    const whenMs = this.kept.get(keptKey(instance, message.data.toString('latin1'), code));
    if (whenMs !== undefined && whenMs >= sinceMs) return;
    this.violation(`${message.name} is refused as ${code}, and not kept`);
  }

  private judge(attempt: Attempt, entry: EntryTruth, report: Report, healthy: boolean): void {
    const what = `${attempt.message.name}: ${entry.path}`;
    const refusal = report.refused?.find(({ path }) => path === entry.path)?.code;
    if (refusal === 'COORDINATOR_REFUSED' && asksRefused(entry)) return;
    const must = entry.refusals;
    if (must.length > 0) {
      if (refusal === undefined || !must.includes(refusal)) {
        // What the Coordinator has archived is skipped before it is looked at.
        if (must[0] === 'LOG_TOO_LARGE' && this.isSkipped(entry)) return;
        if (!healthy && this.isExcused(attempt, entry, refusal)) return;
        this.violation(
          `${what} is acked as ${refusal ?? 'stored'}, and not as ${must.join(' or ')}`,
        );
      }
      if (must[0] !== 'LOG_TOO_LARGE') return;
    }
    if (refusal !== undefined && must.length === 0) {
      if (healthy || !this.isExcused(attempt, entry, refusal)) {
        this.violation(`${what} is refused as ${refusal} without a reason`);
      }
      return;
    }
    if (this.isStored(entry) || this.isSkipped(entry)) return;
    if (!healthy && this.isExcused(attempt, entry, refusal)) return;
    this.violation(`${what} is acked, but not stored`);
  }

  /** Whether the instance was told since the attempt began that the entry is refused for good. */
  private isExcused(attempt: Attempt, entry: EntryTruth, refusal: ErrorCode | undefined): boolean {
    if (refusal === undefined || ERRORS[refusal].retryable) return false;
    // InvalidArgument speaks of the data only where a row was written, before or meanwhile.
    if (refusal === 'STORAGE_REFUSED' && !attempt.instance.hasWritten) return false;
    return this.isRefused(attempt, entry, refusal);
  }

  private isRefused({ instance, sinceMs }: Attempt, entry: EntryTruth, code: ErrorCode): boolean {
    const { path, secret, contentType, terminalIndex = -1 } = entry;
    const asked = [registering(contentType, terminalIndex), terminating(terminalIndex)];
    const questions = code === 'COORDINATOR_REFUSED' ? asked.map((one) => ` ${one}`) : [''];
    return questions.some((question) => {
      const whenMs = this.refusals.get(`${instance.name} ${code} ${path} ${secret}${question}`);
      return whenMs !== undefined && whenMs >= sinceMs;
    });
  }

  isStored({ path, first, storable }: EntryTruth): boolean {
    const stored = this.stored.get(path);
    for (let index = first; index < first + storable; index++) {
      if (stored?.has(BigInt(index)) !== true) return false;
    }
    return true;
  }

  private isSkipped({ path }: EntryTruth): boolean {
    const stream = this.server.streams.get(path);
    return stream !== undefined && (stream.archived || stream.purged);
  }
}

function keptKey({ name }: Instance, data: string, code: ErrorCode | undefined): string {
  return `${name} ${code} ${data}`;
}

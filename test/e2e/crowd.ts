import { createHash } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { deflate } from 'node:zlib';
import { inflated } from '../../bench/message_body.js';
import { generateMessage } from '../../bench/workloads.js';
import { logpb } from '../../src/proto/gen/logpb.js';
import { recordsOf } from '../../src/testing/records.js';
import { type FunctionProcess, wrap } from './function.js';

/** Sooner than Pub/Sub comes again, so that the crowd stays one. */
const RETRY_MS = [200, 800] as const;
const SAMPLE_MS = 20;

/** How often something was answered; `broken` where the connection ended before there was an answer. */
export type Answers = Record<string, number>;

export interface CrowdReport {
  readonly answers: Answers;
  readonly seconds: number;
  /** The most memory that was the process's own, as far as it was looked at. */
  readonly privateBytes: number;
  /** The most memory, with the pages of the store, by the kernel's count. */
  readonly peakBytes: number;
}

/** The largest bundles that Pub/Sub carries, the same but for their prefix. */
export class LargestBundles {
  private readonly bundle: Buffer;

  constructor() {
    this.bundle = inflated(generateMessage('max'));
  }

  /** The bodies of pushes, each of a prefix of its own. */
  async bodies(count: number): Promise<Buffer[]> {
    return Promise.all(Array.from({ length: count }, (_, at) => this.body(at)));
  }

  /** What the rows of one of them hold, as hashes: the same for each, for a row does not name its stream. */
  rowHashes(): string[] {
    const { entries } = logpb.ButlerLogBundle.decode(this.bundle);
    return entries.map(({ logs }) => {
      const encoded = logs?.map((log) => logpb.LogEntry.encode(log).ldelim().finish()) ?? [];
      return hash(Buffer.concat(encoded));
    });
  }

  /** In place, at the same length: to encode it anew would take longer than to store it. */
  private async body(at: number): Promise<Buffer> {
    const text = this.bundle.toString('latin1');
    const renamed = text.replaceAll('bench/max', `crowd/${String(at).padStart(3, '0')}`);
    // At level 0, as noise would be: as large as what it unpacks to, so that the crowd is more than an instance can hold.
    const body = await promisify(deflate)(Buffer.from(renamed, 'latin1'), { level: 0 });
    return wrap(recordsOf([METADATA, body]));
  }
}

const METADATA = logpb.ButlerMetadata.encode({
  type: logpb.ButlerMetadata.ContentType.ButlerLogBundle,
  compression: logpb.ButlerMetadata.Compression.ZLIB,
  protoVersion: '1',
}).finish();

export function hash(data: Uint8Array): string {
  return createHash('sha256').update(data).digest('hex');
}

/** Pushes all at once, each again and again until it is acked. */
export async function crowd(
  target: FunctionProcess,
  bodies: readonly Buffer[],
): Promise<CrowdReport> {
  const answers: Answers = {};
  const begun = performance.now();
  const watch = new MemoryWatch(target);
  try {
    await Promise.all(bodies.map((body) => pushUntilAcked(target, body, answers)));
  } finally {
    watch.stop();
  }
  const seconds = (performance.now() - begun) / 1000;
  return { answers, seconds, privateBytes: watch.privateBytes, peakBytes: target.peakBytes() };
}

async function pushUntilAcked(
  target: FunctionProcess,
  body: Buffer,
  answers: Answers,
): Promise<void> {
  for (;;) {
    const answer = await push(target, body);
    answers[answer] = (answers[answer] ?? 0) + 1;
    if (answer === '204') return;
    if (!['429', '503', 'broken'].includes(answer)) throw new Error(`answered with ${answer}`);
    const [least, most] = RETRY_MS;
    await sleep(least + Math.random() * (most - least));
  }
}

async function push(target: FunctionProcess, body: Buffer): Promise<string> {
  try {
    return String((await target.send(body)).status);
  } catch (thrown) {
    const { code = '' } = thrown as NodeJS.ErrnoException;
    // Who is turned away may be so while its body is on the way; a process that is gone refuses instead.
    if (code === 'ECONNRESET' || code === 'EPIPE') return 'broken';
    throw thrown;
  }
}

class MemoryWatch {
  privateBytes = 0;
  private readonly timer: NodeJS.Timeout;

  constructor(target: FunctionProcess) {
    this.timer = setInterval(() => {
      this.privateBytes = Math.max(this.privateBytes, target.privateBytes());
    }, SAMPLE_MS);
  }

  stop(): void {
    clearInterval(this.timer);
  }
}

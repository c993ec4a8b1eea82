import { createHash } from 'node:crypto';
import type { EntryResult } from '../../src/collector/entry_result.js';
import type { GrpcCode } from '../../src/common/errors.js';
import {
  decodeBundle,
  judgeBundle,
  type PlainBundle,
  type PlainEntry,
  PlainRefusal,
  type PlainStream,
} from '../plain/bundle.js';
import { openMessage } from '../plain/unpack.js';
import type { Departure } from './departures.js';
import type { Outcome, Script } from './line.js';
import { callText, type Observation } from './observation.js';
import { plainRows } from '../plain/rows.js';

/** What a message is bound to lead to, and what becomes of each entry. */
export interface Prediction extends Observation {
  readonly outcome: Outcome;
  readonly entries: readonly EntryResult['outcome'][];
}

/** 10 MiB: a row's value, unless the script says another size. */
const MAX_ROW_BYTES = 10 * 1024 * 1024;

const PROJECT_REFUSES: readonly GrpcCode[] = [
  'InvalidArgument',
  'FailedPrecondition',
  'OutOfRange',
  'AlreadyExists',
];
const REFERENCE_RETRIES: readonly GrpcCode[] = ['Internal', 'Unknown', 'Unavailable'];

/**
 * What the reference does with a message (protocol section 5), and, with departures, what this project does: a plain
 * model, step by step, that shares nothing with the Collector.
 */
export function predict(
  message: Uint8Array,
  script: Script,
  departures: ReadonlySet<Departure>,
): Prediction {
  const nothing = { calls: [], rows: new Map<string, Buffer>(), entries: [] };
  try {
    const { bundle } = openMessage(message, { lenient: !departures.has(6) });
    const decoded = decodeBundle(bundle);
    return new Model(judgeBundle(decoded), script, departures).run();
  } catch (thrown) {
    if (!(thrown instanceof PlainRefusal)) throw thrown;
    // The reference counts what it cannot decode as done with.
    const decoded = thrown.code === 'BAD_PROJECT' || thrown.code === 'BAD_PREFIX';
    return { outcome: decoded || departures.has(7) ? 'failure' : 'success', ...nothing };
  }
}

class Model {
  private readonly calls: string[] = [];
  private readonly rows = new Map<string, Buffer>();

  constructor(
    private readonly bundle: PlainBundle,
    private readonly script: Script,
    private readonly departures: ReadonlySet<Departure>,
  ) {}

  run(): Prediction {
    const { calls, rows } = this;
    if (this.crashes()) return { outcome: 'panic', calls: [], rows: new Map(), entries: [] };
    const entries = this.bundle.entries.map((entry) => this.entry(entry));
    const outcome = entries.includes('failed')
      ? 'transient_failure'
      : entries.includes('refused')
        ? 'failure'
        : 'success';
    return { outcome, calls, rows, entries };
  }

  private crashes(): boolean {
    const { secret, entries } = this.bundle;
    const bare = entries.some((one) => one.kind === 'refused' && one.code === 'NO_DESCRIPTOR');
    return !this.departures.has(1) && secret.length === 36 && bare;
  }

  private entry(entry: PlainEntry): EntryResult['outcome'] {
    if (entry.kind === 'junk') return 'junk';
    if (entry.kind === 'stream') return this.stream(entry);
    if (entry.otherwise === undefined || this.departures.has(9)) return 'refused';
    return this.stream(entry.otherwise);
  }

  private stream(entry: PlainStream): EntryResult['outcome'] {
    const { registerCode, secretMismatch, archived, purged } = this.script;
    const id = createHash('sha256').update(entry.path).digest('hex');
    const terminal = entry.terminalIndex >= 0n;
    const call = {
      project: this.bundle.project,
      path: entry.path,
      secret: Buffer.from(this.bundle.secret).toString('hex'),
      terminalIndex: BigInt.asIntN(64, entry.terminalIndex).toString(),
    };
    this.calls.push(callText({ op: 'register', ...call, protoVersion: '1' }, entry.descriptor));
    if (registerCode !== undefined) return this.judge(registerCode);
    if (secretMismatch === true) return this.departures.has(7) ? 'refused' : 'stored';
    if (archived === true) return 'archived';
    if (purged === true) return 'purged';
    const stored = this.store(entry);
    if (!terminal || (stored === 'failed' && this.departures.has(4))) return stored;
    this.calls.push(callText({ op: 'terminate', id, ...call }));
    const { terminateCode } = this.script;
    const terminated = terminateCode === undefined ? 'stored' : this.judge(terminateCode);
    const both = [stored, terminated];
    return both.includes('failed') ? 'failed' : both.includes('refused') ? 'refused' : 'stored';
  }

  private store({ path, index, logs }: PlainStream): 'stored' | 'refused' | 'failed' {
    const { putCode, putExists, maxRowSize } = this.script;
    const stream = `${this.bundle.project}/${path}`;
    const first = BigInt.asIntN(64, index);
    const { rows, tooLarge } = plainRows(stream, first, logs, maxRowSize ?? MAX_ROW_BYTES);
    for (const { key, value } of rows) {
      if (putCode !== undefined) return this.judge(putCode, ['InvalidArgument']);
      if (putExists === true && !this.departures.has(5)) return 'stored';
      // A row is written once.
      if (putExists !== true && !this.rows.has(key)) this.rows.set(key, value);
    }
    return tooLarge ? 'refused' : 'stored';
  }

  /** What an error's code means for an entry. */
  private judge(code: GrpcCode, refuses = PROJECT_REFUSES): 'refused' | 'failed' {
    if (this.departures.has(2)) return refuses.includes(code) ? 'refused' : 'failed';
    return REFERENCE_RETRIES.includes(code) ? 'failed' : 'refused';
  }
}

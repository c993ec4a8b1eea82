import { type ErrorCode, ERRORS } from '../common/errors.js';
import {
  type BundleHeader,
  type Entry,
  NOT_TERMINATED,
  type RefusedEntry,
  type StreamType,
} from './bundle.js';
import { type Descriptor, pastBounds, refuseDescriptor, serialized } from './descriptor.js';
import { SECRET_BYTES } from './limits.js';
import type { LogRun } from './log_run.js';
import type { MergedDescriptor } from './merged_descriptor.js';
import { isStreamName } from './stream_name.js';

/** An entry as the scan leaves it; it is validated when the whole bundle is known, because fields come in any order. */
export interface ScannedEntry {
  /** The one that came before any log. */
  descriptor: Descriptor | undefined;
  /** That one and the others, where there are any. */
  merged: MergedDescriptor | undefined;
  terminal: boolean;
  terminalLow: number;
  terminalHigh: number;
  logs: LogRun;
}

/** By their numbers. */
const STREAM_TYPES: readonly StreamType[] = ['TEXT', 'BINARY', 'DATAGRAM'];

/** Validates an entry by the rules of protocol section 2, in the reference's order. */
export function validateEntry(bundle: BundleHeader, entry: ScannedEntry): Entry {
  const { logs, terminal } = entry;
  const descriptor = entry.merged?.whole() ?? entry.descriptor;
  const streamType = streamTypeOf(descriptor);
  if (logs.count === 0 && !terminal) return { kind: 'junk', streamType };
  const refuse = (code: ErrorCode, path?: string, why?: string) =>
    refused(code, { streamType, path, logs: logs.count }, why);
  if (descriptor === undefined) return refuse('NO_DESCRIPTOR');
  const path = pathOf(descriptor, bundle.prefix);
  if (bundle.secret.length !== SECRET_BYTES) return refuse('BAD_SECRET', path);
  const { bytes, prefixStart, prefixEnd } = descriptor;
  const hasPrefix = prefixStart < prefixEnd;
  if (hasPrefix && bytes.toString('latin1', prefixStart, prefixEnd) !== bundle.prefix) {
    return refuse('PREFIX_MISMATCH', path);
  }
  const broken = refuseDescriptor(descriptor);
  // A descriptor without a valid name, and so without a path, is among them.
  if (broken !== undefined || path === undefined) {
    return refuse('BAD_DESCRIPTOR', path, broken);
  }
  const code = refuseLogs(entry, 1 << descriptor.streamType);
  if (code !== undefined) return refuse(code, path);
  const whole = hasPrefix ? serialized(descriptor) : withPrefix(descriptor, bundle.prefix);
  const tooLong = pastBounds(whole.length, 0);
  if (tooLong !== undefined) return refuse('BAD_DESCRIPTOR', path, tooLong);
  return {
    kind: 'stream',
    streamType,
    path,
    descriptor: whole,
    index: int64(logs.firstLow, logs.firstHigh),
    count: logs.count,
    records: logs.records(),
    terminalIndex: terminal ? int64(entry.terminalLow, entry.terminalHigh) : NOT_TERMINATED,
  };
}

function streamTypeOf(descriptor: Descriptor | undefined): StreamType {
  return (descriptor && STREAM_TYPES[descriptor.streamType]) ?? 'UNKNOWN';
}

function refused(
  code: ErrorCode,
  entry: Pick<RefusedEntry, 'streamType' | 'path' | 'logs'>,
  why?: string,
): RefusedEntry {
  const { text } = ERRORS[code];
  const message = why === undefined ? text : `${text}: ${why}`;
  return { kind: 'refused', ...entry, refusal: { code, message } };
}

function refuseLogs(entry: ScannedEntry, kind: number): ErrorCode | undefined {
  const { logs, terminal, terminalHigh } = entry;
  if (logs.count > 0 && (logs.kinds & kind) === 0) return 'BAD_LOG';
  if (!logs.contiguous) return 'NOT_CONTIGUOUS';
  if (logs.tooLarge || (terminal && terminalHigh > 0x7fffffff)) return 'INDEX_TOO_LARGE';
  return undefined;
}

function pathOf(descriptor: Descriptor, prefix: string): string | undefined {
  const { bytes, nameStart, nameEnd } = descriptor;
  if (!isStreamName(bytes, nameStart, nameEnd)) return undefined;
  return `${prefix}/+/${bytes.toString('latin1', nameStart, nameEnd)}`;
}

/** Adds the bundle's prefix at the end, where it overrides an empty one. */
function withPrefix({ bytes, start, end }: Descriptor, prefix: string): Buffer {
  const { length } = prefix;
  const own = end - start;
  const head = length < 0x80 ? 2 : 3;
  const whole = Buffer.allocUnsafe(own + head + length);
  bytes.copy(whole, 0, start, end);
  whole[own] = 0x0a;
  whole[own + 1] = head === 2 ? length : (length & 0x7f) | 0x80;
  if (head === 3) whole[own + 2] = length >>> 7;
  whole.write(prefix, own + head, 'latin1');
  return whole;
}

function int64(low: number, high: number): bigint {
  return high === 0 ? BigInt(low) : (BigInt(high) << 32n) | BigInt(low);
}

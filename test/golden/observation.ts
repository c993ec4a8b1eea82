import { createHash } from 'node:crypto';
import { delimited, encode } from '../plain/encode.js';
import { messageText } from '../plain/text.js';
import { decode, type Message } from '../plain/message.js';
import { DESCRIPTOR, LOG_ENTRY } from '../plain/schema.js';
import { splitFrames } from '../plain/unpack.js';
import type { Call, Expectation, Row } from './line.js';

/** What a message led to. */
export interface Observation {
  readonly outcome: string;
  /** Calls of the Coordinator, as `callText` has them, in any order. */
  readonly calls: readonly string[];
  /** The rows' values by their keys. */
  readonly rows: ReadonlyMap<string, Uint8Array>;
}

/** What a message is to lead to. */
export interface Expected {
  readonly outcome: string;
  readonly calls: readonly string[];
  readonly rows: readonly Row[];
  /** Compares rows byte for byte, else by decoding their logs. */
  readonly canonical: boolean;
}

/** A call as a line of text, in which the order of tags and the encoding of known fields do not show. */
export function callText(call: Omit<Call, 'desc'>, descriptor?: Message): string {
  const { op, project, path, id, secret, protoVersion, terminalIndex } = call;
  const desc = descriptor === undefined ? undefined : messageText(DESCRIPTOR, descriptor);
  return JSON.stringify({ op, project, path, id, secret, protoVersion, terminalIndex, desc });
}

/** What a line of a file expects. */
export function expectedOf(expect: Expectation & { canonical: boolean }): Expected {
  const calls = expect.calls.map((call) => {
    if (call.desc === undefined) return callText(call);
    return callText(call, decode(DESCRIPTOR, Buffer.from(call.desc, 'base64')));
  });
  return { ...expect, calls };
}

/** Takes what was observed for what is expected. */
export function expectSame({ outcome, calls, rows }: Observation): Expected {
  const expected = [...rows].map(([key, value]) => ({ key, ...fingerprint(value) }));
  return { outcome, calls, rows: expected, canonical: true };
}

/** What is not as expected, each with what it is about; nothing where all is. */
export function differences(expected: Expected, observed: Observation): string[] {
  const found: string[] = [];
  if (observed.outcome !== expected.outcome) {
    found.push(`outcome: expected ${expected.outcome}, got ${observed.outcome}`);
  }
  found.push(...compareCalls(expected.calls, observed.calls));
  const keys = new Set(expected.rows.map((row) => row.key));
  for (const key of observed.rows.keys())
    if (!keys.has(key)) found.push(`row ${key}: not expected`);
  for (const row of expected.rows) {
    const value = observed.rows.get(row.key);
    if (value === undefined) found.push(`row ${row.key}: missing`);
    else if (!sameRow(row, value, expected.canonical)) found.push(`row ${row.key}: another value`);
  }
  return found;
}

/** Each call must come as often as it is expected. */
function compareCalls(expected: readonly string[], observed: readonly string[]): string[] {
  const missing = [...expected];
  const found: string[] = [];
  for (const call of observed) {
    const at = missing.indexOf(call);
    if (at < 0) found.push(`call not expected: ${call}`);
    else missing.splice(at, 1);
  }
  return [...found, ...missing.map((call) => `call missing: ${call}`)];
}

function sameRow(expected: Row, value: Uint8Array, canonical: boolean): boolean {
  const wanted = expected.value === undefined ? undefined : Buffer.from(expected.value, 'base64');
  if (!canonical && wanted !== undefined) return logsText(wanted) === logsText(value);
  // Of a large row the file has a hash only: that of the reference's encoding.
  const { bytes, sha256 } = fingerprint(canonical ? value : reencode(value));
  const print = wanted === undefined ? expected : fingerprint(wanted);
  return bytes === print.bytes && sha256 === print.sha256;
}

function logsText(value: Uint8Array): string {
  return splitFrames(value)
    .map((log) => messageText(LOG_ENTRY, decode(LOG_ENTRY, log)))
    .join('\n');
}

function reencode(value: Uint8Array): Buffer {
  const logs = splitFrames(value).map((log) => encode(LOG_ENTRY, decode(LOG_ENTRY, log)));
  return Buffer.concat(logs.map(delimited));
}

function fingerprint(value: Uint8Array): { bytes: number; sha256: string } {
  return { bytes: value.length, sha256: createHash('sha256').update(value).digest('hex') };
}

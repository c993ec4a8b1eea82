import { gzipSync } from 'node:zlib';
import { SECRET } from '../../src/testing/message.js';
import type { StallCase, StallRequest } from './case.js';
import { descriptor, field, join, scalar } from './wire.js';

/** How a request, and its answer, are written. */
export const BINARY = { 'content-type': 'application/prpc; encoding=binary' } as const;
export const JSON_BOTH = {
  'content-type': 'application/json',
  accept: 'application/json',
} as const;
/** A request in binary, and an answer in JSON. */
export const JSON_ANSWER = { ...BINARY, accept: 'application/json' } as const;
export const GZIP = { ...BINARY, 'content-encoding': 'gzip' } as const;

/** The project of all streams. */
export const PROJECT = 'stalls';

/** What differs from case to case. */
interface Differing extends Partial<Pick<StallCase, 'says' | 'short' | 'prepare'>> {
  /** Default: BINARY. */
  readonly headers?: StallCase['headers'];
}

/**
 * A case of a call.
 *
 * @param method as `Logs/Get`
 */
export function called(
  method: string,
  name: string,
  status: number,
  make: (run: number) => Uint8Array | string,
  { headers = BINARY, ...differing }: Differing = {},
): StallCase {
  return {
    name: `${method}: ${name}`,
    path: pathOf(method),
    headers,
    make: (run) => Buffer.from(make(run)),
    status,
    ...differing,
  };
}

/** A call to be made before the measured one, in binary. */
export function call(method: string, body: Buffer): StallRequest {
  return { path: pathOf(method), headers: BINARY, body };
}

function pathOf(method: string): string {
  return `/prpc/logdog.${method}`;
}

export function gzipped(body: Uint8Array): Buffer {
  return gzipSync(body);
}

/** The prefix of a case's streams, new for each run. */
export function prefixOf(name: string, run: number): string {
  return `calls/${name}/${run}`;
}

/** A RegisterStreamRequest. */
export function registration(prefix: string, name: string, more?: Uint8Array): Buffer {
  const desc = join(field(1, prefix), descriptor(name, 0, more));
  const open = Buffer.from('28ffffffffffffffffff01', 'hex');
  return join(field(1, PROJECT), field(2, SECRET), field(3, '1'), field(4, desc), open);
}

/** A BatchRequest of one entry for each number; `make` gives the entry's value. */
export function batchOf(count: number, make: (at: number) => Uint8Array): Buffer {
  return join(...Array.from({ length: count }, (_, at) => field(1, make(at))));
}

/** Batches that register streams, few enough at once. */
export function registerAll(
  prefix: string,
  count: number,
  nameOf: (at: number) => string,
  more?: Uint8Array,
): StallRequest[] {
  const perBatch = Math.max(1, Math.min(500, Math.floor(4e6 / (5000 + (more?.length ?? 0)))));
  const calls: StallRequest[] = [];
  for (let from = 0; from < count; from += perBatch) {
    const entries = Math.min(perBatch, count - from);
    const make = (at: number) => field(1, registration(prefix, nameOf(from + at), more));
    calls.push(call('Services/Batch', batchOf(entries, make)));
  }
  return calls;
}

/** A QueryRequest, or the beginning of any request of logs: project and path. */
export function pathRequest(path: string, ...more: readonly Uint8Array[]): Buffer {
  return join(field(1, PROJECT), field(2, path), ...more);
}

/** A GetRequest and a QueryRequest ask for the state by this. */
export const WITH_STATE = scalar(3, 1);

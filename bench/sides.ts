import { inflateSync } from 'node:zlib';
import { Collector } from '../src/collector/collector.js';
import { CachedCoordinator } from '../src/coordinator/cache.js';
import type { Coordinator } from '../src/coordinator/coordinator.js';
import { logpb } from '../src/proto/gen/logpb.js';
import type { Storage } from '../src/storage/storage.js';
import type { Side } from './measure.js';
import { findBody, inflated } from './message_body.js';

/** What every implementation pays: inflating into one piece, and one copy into memory of its own. */
export function floorSide(message: Buffer): Side {
  const { body, zlib, chunkSize } = open(message);
  return () => {
    const bytes = zlib ? inflateSync(body, { chunkSize }) : body;
    const copy = Buffer.allocUnsafeSlow(bytes.length);
    bytes.copy(copy);
    keep(copy);
  };
}

/** The Collector with a warm cache and a storage that does nothing. */
export async function collectorSide(message: Buffer): Promise<Side> {
  const coordinator = new CachedCoordinator(registersAnything, {
    size: 100_000,
    expirationMs: 3_600_000,
  });
  const collector = new Collector({ coordinator, storage: storesNothing });
  const { signal } = new AbortController();
  const first = await collector.process(message, { signal });
  if (first.outcome !== 'done' || first.entries.some(({ outcome }) => outcome !== 'stored')) {
    throw new Error('the workload is not a valid bundle');
  }
  return async () => {
    keep(await collector.process(message, { signal }));
  };
}

/** An oracle for speed: protobufjs decodes the bundle, and encodes each log again as a row holds it. */
export function protobufjsSide(message: Buffer): Side {
  const { body, zlib, chunkSize } = open(message);
  return () => {
    const bytes = zlib ? inflateSync(body, { chunkSize }) : body;
    for (const { logs } of logpb.ButlerLogBundle.decode(bytes).entries) {
      const frames = logs?.map((log) => logpb.LogEntry.encode(log).ldelim().finish()) ?? [];
      keep(Buffer.concat(frames));
    }
  };
}

function open(message: Buffer): { body: Buffer; zlib: boolean; chunkSize: number } {
  // One byte more than needed, so that zlib sees the end without asking for another piece.
  return { ...findBody(message), chunkSize: Math.max(64, inflated(message).length + 1) };
}

/** Keeps the compiler from leaving out unused results. */
function keep(value: unknown): void {
  kept = value;
}
let kept: unknown;
export function lastKept(): unknown {
  return kept;
}

const registersAnything: Coordinator = {
  registerStream: ({ project, path, secret, protoVersion, terminalIndex }) =>
    Promise.resolve({
      ...{ project, path, secret, protoVersion, terminalIndex },
      ...{ id: '', archived: false, purged: false },
    }),
  terminateStream: () => Promise.resolve(),
  close: () => Promise.resolve(),
};

const done = Promise.resolve();
const storesNothing: Storage = {
  put: () => done,
  get: () => {
    throw new Error('nothing is stored');
  },
  tail: () => Promise.resolve(undefined),
  expunge: () => done,
  close: () => done,
};

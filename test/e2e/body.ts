import { createCipheriv, createHash } from 'node:crypto';
import {
  buildBundle,
  buildMessage,
  serializedLogs,
  type StreamSpec,
} from '../../src/testing/message.js';
import { frame } from '../../src/testing/records.js';
import { type PlainRow, plainRowKey } from '../plain/rows.js';

const MAX_BUNDLE_BYTES = 10 * 1024 * 1024;

/** The data of a message, and the rows that it comes to. */
export interface Body {
  readonly data: Buffer;
  readonly rows: readonly PlainRow[];
}

/** A message of one stream. */
export function bodyOf(prefix: string, logs: readonly Uint8Array[], compress = false): Body {
  const stream = streamOf(logs);
  const key = plainRowKey(`test-project/${prefix}/+/out`, BigInt(logs.length - 1), logs.length);
  const value = Buffer.concat(serializedLogs(stream).map(frame));
  return { data: buildMessage({ prefix, streams: [stream], compress }), rows: [{ key, value }] };
}

/** How large a log is that makes a bundle of 10 MiB, alone and with this prefix. */
export function largestLogBytes(prefix: string): number {
  const size = MAX_BUNDLE_BYTES - 1000;
  const around = buildBundle({ prefix, streams: [streamOf([Buffer.alloc(size)])] }).length - size;
  return MAX_BUNDLE_BYTES - around;
}

/** Random bytes, quickly. */
export function manyBytes(seed: number, size: number): Buffer {
  const key = createHash('sha256').update(String(seed)).digest();
  return createCipheriv('aes-256-ctr', key, Buffer.alloc(16)).update(Buffer.alloc(size));
}

function streamOf(logs: readonly Uint8Array[]): StreamSpec {
  return { name: 'out', type: 'binary', logs };
}

import type { Row, Table } from '@google-cloud/bigtable';
import type { Interceptor } from '@grpc/grpc-js';
import { abortReason, onAbort, untilAborted } from '../../common/abort.js';
import { asCollectorError } from '../../common/errors.js';
import { grpc } from './grpc.js';
import { asRpcError, RpcError } from './rpc_error.js';
import { type AttemptOptions, COLUMN, FAMILY, type KeyedRow, type KeyRange } from './table.js';

/** The newest version of the cell: one that was written twice has two until one is collected. */
const CELL = [
  { column: { family: FAMILY, start: COLUMN, end: COLUMN } },
  { column: { cellLimit: 1 } },
];
const KEY = [...CELL, { value: { strip: true } }];

/** Bytes that the library takes for a 64-bit number, whatever they are. */
const NUMBER_BYTES = 8;

/** What is known of a read, beside its stream. */
interface Reading {
  ended: boolean;
  /** What its last attempt failed with. */
  failure: RpcError | undefined;
}

/** Reads and deletes rows through the library's table, which puts rows together and tries again where a call breaks off. */
export class RowTable {
  constructor(private readonly table: Table) {}

  /** As `BigtableTable.readRows`. */
  async *read(
    { start, end }: KeyRange,
    keysOnly: boolean,
    options: AttemptOptions,
  ): AsyncGenerator<KeyedRow, void, void> {
    const reading: Reading = { ended: false, failure: undefined };
    const stream = this.table.createReadStream({
      ranges: [{ start, end: { value: end, inclusive: false } }],
      filter: keysOnly ? KEY : CELL,
      decode: false,
      gaxOptions: { otherArgs: { options: { interceptors: [resumeCancelled(reading)] } } },
    });
    // A stream that was given up may emit its error when nothing reads it any more.
    stream.on('error', () => undefined);
    const { signal, timeoutMs } = options;
    const giveUp = () => stream.destroy(signal && abortReason(signal));
    const stop = signal && onAbort(signal, giveUp);
    if (signal?.aborted === true) giveUp();
    let waiting = true;
    const timer = setTimeout(() => {
      const why = `no answer within ${timeoutMs} ms`;
      // What an attempt failed with says more than that there was no answer.
      if (waiting) stream.destroy(reading.failure ?? new RpcError('DeadlineExceeded', why));
    }, timeoutMs);
    try {
      for await (const row of stream as AsyncIterable<Row>) {
        waiting = false;
        yield rowOf(row);
        waiting = true;
        timer.refresh();
      }
    } catch (thrown) {
      throw failureOf(thrown, options);
    } finally {
      clearTimeout(timer);
      stop?.();
      reading.ended = true;
      // To destroy it leaves its call under way; to end it cancels that.
      stream.end();
      stream.destroy();
    }
  }

  /** As `BigtableTable.deleteRows`. */
  async delete(keys: readonly string[], options: AttemptOptions): Promise<void> {
    const entries = keys.map((key) => ({ key: Buffer.from(key, 'latin1'), method: 'delete' }));
    const gaxOptions = { timeout: options.timeoutMs };
    try {
      // The library has no way to cancel it; it ends by its timeout.
      await untilAborted(
        Promise.resolve(this.table.mutate(entries, { gaxOptions })),
        options.signal,
      );
    } catch (thrown) {
      throw failureOf(thrown, options);
    }
  }
}

/**
 * An interceptor that has the library begin anew where the other side cancels a call: it takes that for the end of the
 * rows, and a reader would miss the rest.
 */
function resumeCancelled(reading: Reading): Interceptor {
  const { InterceptingCall, status } = grpc.get();
  return (options, nextCall) =>
    new InterceptingCall(nextCall(options), {
      start: (metadata, _listener, next) => {
        next(metadata, {
          onReceiveStatus: (received, pass) => {
            if (received.code !== status.OK) reading.failure = asRpcError(received);
            const resume = received.code === status.CANCELLED && !reading.ended;
            pass(resume ? { ...received, code: status.UNAVAILABLE } : received);
          },
        });
      },
    });
}

function rowOf({ id, data }: Row): KeyedRow {
  const cells = (data as Record<string, Record<string, { value: unknown }[]>>)[FAMILY]?.[COLUMN];
  // Keys are bytes; latin1 keeps any.
  return { key: (id as unknown as Buffer).toString('latin1'), value: valueOf(cells?.[0]?.value) };
}

function valueOf(value: unknown): Uint8Array {
  if (value instanceof Uint8Array) return value;
  if (typeof value !== 'number') throw new RpcError('Internal', 'ReadRows: a value is no bytes');
  const bytes = Buffer.alloc(NUMBER_BYTES);
  bytes.writeBigInt64BE(BigInt(value));
  return bytes;
}

function failureOf(thrown: unknown, { signal }: AttemptOptions): Error {
  if (signal?.aborted === true) return abortReason(signal);
  // A mutation of many rows fails with what some of them failed with.
  const [first] = (thrown as { errors?: readonly unknown[] }).errors ?? [];
  return asRpcError(thrown) ?? asRpcError(first) ?? asCollectorError(thrown);
}

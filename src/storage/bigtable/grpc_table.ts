import type { CallOptions, ClientReadableStream } from '@grpc/grpc-js';
import { abortReason, onAbort, untilAborted } from '../../abort.js';
import { asCollectorError, CollectorError } from '../../errors.js';
import { type CellChunk, ChunkReader } from './chunks.js';
import { asRpcError, RpcError, statusError } from './rpc_error.js';
import type { BigtableStub, Call } from './stub.js';
import { emulatorAddress, openStub } from './channel.js';
import { CELLS, KEYS, rowSetOf } from './wire.js';
import { WriteRequests } from './write_requests.js';
import type { AttemptOptions, BigtableTable, KeyedRow, ReadRequest, RowMutation } from './table.js';

/** Which table, and by which app profile: settings BIGTABLE_PROJECT, _INSTANCE, _TABLE and _APP_PROFILE. */
export interface TableName {
  readonly project: string;
  readonly instance: string;
  readonly table: string;
  readonly appProfile: string;
  /** Where the emulator is, `host:port`; the service itself unless told. */
  readonly emulatorHost?: string | undefined;
}

/** A table of the service, or of its emulator. */
export class GrpcTable implements BigtableTable {
  private readonly names: { readonly tableName: string; readonly appProfileId: string };
  private readonly requests: WriteRequests;
  private readonly emulatorHost: string | undefined;
  private opening: Promise<BigtableStub> | undefined;
  private opened: BigtableStub | undefined;
  private closed = false;

  /** @throws CollectorError BAD_SETTINGS where the emulator's address is none */
  constructor({ project, instance, table, appProfile, emulatorHost }: TableName) {
    const tableName = `projects/${project}/instances/${instance}/tables/${table}`;
    this.names = { tableName, appProfileId: appProfile };
    this.requests = new WriteRequests(this.names);
    this.emulatorHost = emulatorHost;
    if (emulatorHost !== undefined) emulatorAddress(emulatorHost);
  }

  async connect(options: AttemptOptions): Promise<void> {
    (await this.open(options)).connect();
  }

  async putRow(row: KeyedRow, options: AttemptOptions): Promise<void> {
    const stub = this.opened ?? (await this.open(options));
    const request = this.requests.checkAndMutateRow(row);
    await new Promise<void>((resolve, reject) => {
      const call = stub.checkAndMutateRow(request, deadline(options), (error) => {
        request.end();
        stop();
        if (error === null) resolve();
        else reject(failureOf(error, options));
      });
      const stop = cancelOnAbort(call, options);
    });
  }

  async mutateRows(
    mutations: readonly RowMutation[],
    options: AttemptOptions,
    settle: (index: number, error: RpcError | undefined) => void,
  ): Promise<void> {
    const stub = this.opened ?? (await this.open(options));
    const request = this.requests.mutateRows(mutations);
    const call = stub.mutateRows(request, deadline(options));
    try {
      for await (const { entries } of messages(call, options)) {
        for (const { index, status } of entries) {
          const code = status?.code ?? 0;
          const error = code === 0 ? undefined : statusError(code, status?.message ?? '');
          settle(Number(index), error);
        }
      }
    } finally {
      request.end();
    }
  }

  async *readRows(
    { from, keysOnly }: ReadRequest,
    options: AttemptOptions,
  ): AsyncGenerator<KeyedRow, void, void> {
    const stub = this.opened ?? (await this.open(options));
    const filter = keysOnly ? KEYS : CELLS;
    // No deadline: a reader may take its time between two answers.
    const call = stub.readRows({ ...this.names, rows: rowSetOf(from), filter }, {});
    const reader = new ChunkReader();
    for await (const { chunks } of messages(call, options)) {
      for (const chunk of chunks) {
        const row = reader.push(chunk as unknown as CellChunk);
        if (row !== undefined) yield row;
      }
    }
    reader.end();
  }

  async close(): Promise<void> {
    this.closed = true;
    const opened = await this.opening?.catch(() => undefined);
    opened?.close();
  }

  /** Opens the channel, once. One that cannot be opened is opened anew by the next call. */
  private async open({ signal, timeoutMs }: AttemptOptions): Promise<BigtableStub> {
    if (this.closed) throw new CollectorError('SHUTTING_DOWN');
    this.opening ??= this.load();
    const timeout = AbortSignal.timeout(timeoutMs);
    try {
      const either = signal === undefined ? timeout : AbortSignal.any([signal, timeout]);
      return await untilAborted(this.opening, either);
    } catch (thrown) {
      if (signal?.aborted === true) throw abortReason(signal);
      if (!timeout.aborted) throw thrown;
      throw new RpcError('DeadlineExceeded', `no credentials within ${timeoutMs} ms`);
    }
  }

  private async load(): Promise<BigtableStub> {
    const { tableName, appProfileId } = this.names;
    const params = { table_name: tableName, app_profile_id: appProfileId };
    try {
      this.opened = await openStub(params, this.emulatorHost);
      return this.opened;
    } catch (thrown) {
      this.opening = undefined;
      throw thrown;
    }
  }
}

/** The messages of an answer; the call is given up when they are read no further, or the next one takes too long. */
async function* messages<T>(
  call: ClientReadableStream<T>,
  options: AttemptOptions,
): AsyncGenerator<T, void, void> {
  // A call that is cancelled still emits its error, when nobody listens any more.
  call.on('error', () => undefined);
  const stop = cancelOnAbort(call, options);
  let waiting = true;
  const timer = setTimeout(() => {
    const why = `no answer within ${options.timeoutMs} ms`;
    if (waiting) call.destroy(new RpcError('DeadlineExceeded', why));
  }, options.timeoutMs);
  try {
    for await (const message of call as AsyncIterable<T>) {
      waiting = false;
      yield message;
      waiting = true;
      timer.refresh();
    }
  } catch (thrown) {
    throw failureOf(thrown, options);
  } finally {
    clearTimeout(timer);
    stop();
    call.cancel();
  }
}

function cancelOnAbort(call: Call, { signal }: AttemptOptions): () => void {
  const cancel = () => {
    call.cancel();
  };
  if (signal?.aborted === false) return onAbort(signal, cancel);
  if (signal !== undefined) cancel();
  return () => undefined;
}

function failureOf(thrown: unknown, { signal }: AttemptOptions): Error {
  if (signal?.aborted === true) return abortReason(signal);
  return asRpcError(thrown) ?? asCollectorError(thrown);
}

function deadline({ timeoutMs }: AttemptOptions): CallOptions {
  return { deadline: Date.now() + timeoutMs };
}

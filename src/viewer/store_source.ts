import { isLoopbackHost } from '../common/loopback.js';
import { logsMethods } from '../local/served/logs.js';
import { PrpcServer } from '../local/served/prpc_server.js';
import { findStream } from '../local/served/reading.js';
import { LocalCoordinator, type StreamRecords } from '../local/coordinator/local_coordinator.js';
import type { CallOptions, Storage, StreamRequest } from '../storage/storage.js';
import type { Log } from '../telemetry/log.js';
import type { LogSource } from './log_source.js';
import { Viewer } from './viewer.js';

interface StoreSourceOptions {
  /** The local Coordinator; or what stands in for records that a remote one has. */
  readonly records: StreamRecords | LocalCoordinator;
  readonly storage: Storage;
  readonly log: Log;
  /** Answers calls; default: a server of its own. */
  readonly call?: LogSource['call'];
}

/** The logs of a store of our own: Bigtable, or the local one. It answers `logdog.Logs` alone. */
export class StoreSource implements LogSource {
  readonly streams: LogSource['streams'];
  readonly revision: LogSource['revision'];
  private server: PrpcServer | undefined;

  constructor(private readonly options: StoreSourceOptions) {
    const { records } = options;
    if (records instanceof LocalCoordinator) {
      this.streams = () => records.streams();
      this.revision = () => records.revision;
    }
  }

  readonly call: LogSource['call'] = (request, response) => {
    const { records, storage, log, call } = this.options;
    if (call !== undefined) return call(request, response);
    this.server ??= new PrpcServer({ methods: logsMethods(records, storage), log });
    return this.server.handle(request, response);
  };

  async *logs({ project, path }: StreamRequest, options: CallOptions): AsyncGenerator<Uint8Array> {
    const { record } = findStream(this.options.records, project, path);
    for await (const { data } of this.options.storage.get(record, options)) yield data;
  }

  /** Takes no more calls, and resolves when those under way are answered, or given up after so long. */
  async close(graceMs: number): Promise<void> {
    await this.server?.close(graceMs);
  }
}

/**
 * Returns the viewer of a store beside the function, which answers its pRPC calls itself.
 *
 * @param host where the function listens: HOST, whose default is loopback with a local backend
 */
export function viewStore(store: StoreSourceOptions, host: string): Viewer {
  const loopback = host === '' || isLoopbackHost(host);
  return new Viewer({ source: new StoreSource(store), loopback });
}

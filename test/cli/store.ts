import { NOT_TERMINATED } from '../../src/coordinator/coordinator.js';
import { LocalCoordinator } from '../../src/local/coordinator/local_coordinator.js';
import { type google, logpb } from '../../src/proto/gen/logpb.js';
import { openEnvironment } from '../../src/local/environment.js';
import { LmdbStorage } from '../../src/local/lmdb.js';
import { frame } from '../../src/testing/records.js';

/** When the streams of these tests begin. */
export const START = Date.UTC(2026, 10, 3, 19, 51, 34, 480);

const START_TIMESTAMP = { seconds: Math.floor(START / 1000), nanos: (START % 1000) * 1e6 };

/** The function's side of a store: registers streams and puts logs. */
export class TestStore {
  private readonly environment;
  private readonly storage;
  private readonly coordinator;

  constructor(directory: string) {
    this.environment = openEnvironment(directory);
    this.storage = new LmdbStorage({ environment: this.environment });
    this.coordinator = new LocalCoordinator({ environment: this.environment });
  }

  /** @param address `PROJECT/PREFIX/+/NAME` */
  async register(
    address: string,
    terminalIndex = NOT_TERMINATED,
    streamType = logpb.StreamType.TEXT,
    timestamp: google.protobuf.Timestamp.$Properties = START_TIMESTAMP,
  ): Promise<void> {
    const { project, path } = split(address);
    const [prefix = '', name = ''] = path.split('/+/');
    const contentType = 'text/plain';
    const descriptor = { prefix, name, streamType, contentType, timestamp };
    await this.coordinator.registerStream(
      { project, path, secret: Buffer.alloc(36, 's'), protoVersion: '1', terminalIndex },
      logpb.LogStreamDescriptor.encode(descriptor).finish(),
      {},
    );
  }

  /** Puts a log of one line for each text, the first with this index. */
  async put(address: string, index: number, ...lines: string[]): Promise<void> {
    const logs = lines.map((text) => ({
      text: { lines: [{ value: Buffer.from(text), delimiter: '\n' }] },
    }));
    await this.putLogs(address, index, ...logs);
  }

  /** Puts logs, the first with this index. */
  async putLogs(
    address: string,
    index: number,
    ...logs: logpb.LogEntry.$Properties[]
  ): Promise<void> {
    const entries = logs.map((log, at) =>
      logpb.LogEntry.encode({ streamIndex: index + at, sequence: index + at, ...log }).finish(),
    );
    await this.putBytes(address, index, ...entries);
  }

  /** Puts what stands for logs. */
  async putBytes(address: string, index: number, ...entries: Uint8Array[]): Promise<void> {
    const request = { ...split(address), index: BigInt(index), count: entries.length };
    await this.storage.put({ ...request, records: Buffer.concat(entries.map(frame)) }, {});
  }

  async close(): Promise<void> {
    await this.storage.close();
    await this.coordinator.close();
    await this.environment.close();
  }
}

function split(address: string): { project: string; path: string } {
  const slash = address.indexOf('/');
  return { project: address.slice(0, slash), path: address.slice(slash + 1) };
}

import { NOT_TERMINATED } from '../../src/coordinator/coordinator.js';
import { LocalCoordinator } from '../../src/local/coordinator/local_coordinator.js';
import { logpb } from '../../src/proto/gen/logpb.js';
import { openEnvironment } from '../../src/local/environment.js';
import { LmdbStorage } from '../../src/local/lmdb.js';
import { frame } from '../bundles.js';

/** When the streams of these tests begin. */
export const START = Date.UTC(2026, 10, 3, 19, 51, 34, 480);

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
  ): Promise<void> {
    const { project, path } = split(address);
    const [prefix = '', name = ''] = path.split('/+/');
    const timestamp = { seconds: Math.floor(START / 1000), nanos: (START % 1000) * 1e6 };
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
    const records = lines.map((text, at) => {
      const streamIndex = index + at;
      const line = { value: Buffer.from(text), delimiter: '\n' };
      const log = { streamIndex, sequence: streamIndex, text: { lines: [line] } };
      return frame(logpb.LogEntry.encode(log).finish());
    });
    const count = lines.length;
    const request = { ...split(address), index: BigInt(index), count };
    await this.storage.put({ ...request, records: Buffer.concat(records) }, {});
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

import { MemoryStorage } from '../../src/storage/memory.js';
import type {
  CallOptions,
  GetRequest,
  PutRequest,
  Storage,
  StoredLog,
  StreamRequest,
} from '../../src/storage/storage.js';

/** What happens on a put; `store` stores the logs. */
export type PutScript = (
  request: PutRequest,
  options: CallOptions,
  store: () => Promise<void>,
) => Promise<void>;

/** A storage whose puts follow a script; all else is the inner storage's own. Default: one in memory. */
export class FakeStorage implements Storage {
  constructor(
    private readonly script: PutScript,
    private readonly inner: Storage = new MemoryStorage(),
  ) {}

  put(request: PutRequest, options: CallOptions): Promise<void> {
    return this.script(request, options, () => this.inner.put(request, options));
  }

  get(request: GetRequest, options: CallOptions): AsyncIterable<StoredLog> {
    return this.inner.get(request, options);
  }

  tail(request: StreamRequest, options: CallOptions): Promise<StoredLog | undefined> {
    return this.inner.tail(request, options);
  }

  expunge(request: StreamRequest, options: CallOptions): Promise<void> {
    return this.inner.expunge(request, options);
  }

  close(): Promise<void> {
    return this.inner.close();
  }
}

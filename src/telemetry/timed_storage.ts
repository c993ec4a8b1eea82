import { asCollectorError, type ErrorCode } from '../common/errors.js';
import type { CallOptions, PutRequest, Storage, StreamRequest } from '../storage/storage.js';

/** Is called with how long a put took, and how it ended. */
export type OnPut = (ms: number, code: ErrorCode | 'OK') => void;

/** A storage whose puts are timed. */
export class TimedStorage implements Storage {
  readonly get: Storage['get'];

  constructor(
    private readonly inner: Storage,
    private readonly onPut: OnPut,
  ) {
    this.get = inner.get.bind(inner);
  }

  async put(request: PutRequest, options: CallOptions): Promise<void> {
    const startMs = performance.now();
    try {
      await this.inner.put(request, options);
      this.onPut(performance.now() - startMs, 'OK');
    } catch (thrown) {
      this.onPut(performance.now() - startMs, asCollectorError(thrown).code);
      throw thrown;
    }
  }

  tail(request: StreamRequest, options: CallOptions) {
    return this.inner.tail(request, options);
  }

  expunge(request: StreamRequest, options: CallOptions): Promise<void> {
    return this.inner.expunge(request, options);
  }

  close(): Promise<void> {
    return this.inner.close();
  }
}

import { type BufferPool, bufferPool, type Buffers } from './buffer_pool.js';

/**
 * Owns the memory of one message: its body, its data and its bundle. Whatever is called for the message may read it until
 * the call has settled, and not longer. All of it is released in one place, by the owner's `releaseAll`, when the message
 * is done with; where a call may still be reading, after an abort, it is left to the garbage collector.
 */
export class MessageMemory implements Buffers {
  private acquired: Uint8Array[] | undefined;
  private bundle: Uint8Array | undefined;

  constructor(private readonly pool: BufferPool = bufferPool) {}

  /** Acquires a buffer of the given size in bytes; its content is undefined. */
  acquire(bytes: number): Buffer {
    const buffer = this.pool.acquire(bytes);
    (this.acquired ??= []).push(buffer);
    return buffer;
  }

  /** Takes over the bytes of the bundle, which nothing else uses, and moves them into the pool if they are large. */
  move(bytes: Buffer): Buffer {
    const buffer = this.pool.move(bytes);
    this.bundle = buffer;
    return buffer;
  }

  /** Releases an acquired buffer before the rest: nothing reads it any more. */
  release(buffer: Uint8Array): void {
    const at = this.acquired?.findIndex((one) => one.buffer === buffer.buffer) ?? -1;
    if (at < 0) return;
    this.acquired!.splice(at, 1);
    this.pool.release(buffer);
  }

  /** Releases everything: nothing reads the message any more. */
  releaseAll(): void {
    const { acquired, bundle } = this;
    this.acquired = undefined;
    this.bundle = undefined;
    if (acquired !== undefined) for (const buffer of acquired) this.pool.release(buffer);
    if (bundle !== undefined) this.pool.releaseOrFree(bundle);
  }
}

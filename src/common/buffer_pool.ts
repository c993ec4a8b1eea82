import * as workerThreads from 'node:worker_threads';

/** What is smaller costs less to make than to keep. */
export const LARGE_BYTES = 256 * 1024;

/** As much as freed memory stays with the process (docs/decisions/0006-memory-kept.md): with less, bursts miss it. */
export const MAX_FREE_BYTES = 128 * 1024 * 1024;

/**
 * Classes of sizes in each power of two: a buffer is at most an eighth larger than what is asked for. Sizes that differ by
 * little are of one class or two, so that a buffer of one serves the other, and the pool does not fill with near misses.
 */
const CLASSES_PER_POWER = 8;

/** Where the memory of a message comes from. */
export interface Buffers {
  acquire(bytes: number): Buffer;
  move(bytes: Buffer): Buffer;
  release(buffer: Uint8Array): void;
}

/**
 * Buffers for large bodies and bundles, which are used again.
 *
 * Hot: V8 marks its whole heap each time that the memory of buffers has grown by some 16 MB, which was half of the CPU of a
 * message of 4 MB (docs/decisions/0013-buffer-pool.md). A buffer that is not released is left to the
 * garbage collector.
 */
export class BufferPool implements Buffers {
  /** The least recently used first. */
  private readonly free: ArrayBufferLike[] = [];
  private readonly checkedOut = new WeakSet<ArrayBufferLike>();
  private bytes = 0;

  /** @param smallest size in bytes of what is used again */
  constructor(private readonly smallest = LARGE_BYTES) {}

  /** How many bytes lie here until they are used again; at most MAX_FREE_BYTES. */
  get freeBytes(): number {
    return this.bytes;
  }

  /** Acquires a buffer of the given size in bytes; its content is undefined. */
  acquire(bytes: number): Buffer {
    if (bytes < this.smallest) return Buffer.allocUnsafe(bytes);
    const size = sizeClass(bytes);
    const memory = this.acquireFree(size) ?? Buffer.allocUnsafeSlow(size).buffer;
    this.checkedOut.add(memory);
    return Buffer.from(memory, 0, bytes);
  }

  /** Releases a buffer that is no longer used, as a whole. Has no effect on a buffer that was not acquired here. */
  release({ buffer: memory }: Uint8Array): void {
    if (!this.checkedOut.delete(memory)) return;
    this.free.push(memory);
    this.bytes += memory.byteLength;
    while (this.bytes > MAX_FREE_BYTES) {
      const oldest = this.free.shift()!;
      this.bytes -= oldest.byteLength;
      free(oldest);
    }
  }

  /**
   * Returns a buffer to the pool, or frees the memory of one that was not taken here. Nothing may look at any of its memory any more.
   *
   * Hot: V8 marks its heap by the bytes of buffers, and what bundles of some kilobytes inflate to is a good part of them.
   */
  releaseOrFree(bytes: Uint8Array): void {
    const { buffer: memory } = bytes;
    if (this.checkedOut.has(memory)) this.release(bytes);
    else if (memory.byteLength >= UNSHARED_BYTES) free(memory);
  }

  /** Moves bytes that nothing else uses into a buffer of the pool, if they are large. */
  move(bytes: Buffer): Buffer {
    if (bytes.length < this.smallest) return bytes;
    const moved = this.acquire(bytes.length);
    bytes.copy(moved);
    if (bytes.length >= LARGE_BYTES) free(bytes.buffer);
    return moved;
  }

  private acquireFree(size: number): ArrayBufferLike | undefined {
    const at = this.free.findLastIndex(({ byteLength }) => byteLength === size);
    if (at < 0) return undefined;
    const [memory] = this.free.splice(at, 1);
    this.bytes -= size;
    return memory;
  }
}

/** Rounds a size up to that of its class, in bytes. */
export function sizeClass(bytes: number): number {
  const power = 2 ** (31 - Math.clz32(bytes));
  const step = Math.max(1, power / CLASSES_PER_POWER);
  return Math.ceil(bytes / step) * step;
}

/** Those of the process. */
export const bufferPool = new BufferPool();

/** Node has smaller ones share their memory. */
const UNSHARED_BYTES = 16 * 1024;

/**
 * Frees the memory of a buffer now, not when garbage is collected, where the buffer is all that lies in it. A later
 * read finds it empty; nothing else, such as the system, may be reading or writing it.
 */
export function freeWhole({ length, buffer }: Buffer): void {
  if (length >= UNSHARED_BYTES && length === buffer.byteLength) free(buffer);
}

/** What `ArrayBuffer` and `node:worker_threads` have from Node 22 on. */
type Transferable = ArrayBuffer & { transfer?: (bytes: number) => ArrayBuffer };
const { isMarkedAsUntransferable } = workerThreads as {
  isMarkedAsUntransferable?: (memory: ArrayBuffer) => boolean;
};

/** Memory that something else has seen to that it stays, is left to the collection of garbage. */
function free(memory: ArrayBufferLike): void {
  const own = memory as Transferable;
  if (own.transfer === undefined) transferToClosedPort(own);
  else if (isMarkedAsUntransferable?.(own) !== true) own.transfer(0);
}

let closedPort: workerThreads.MessagePort | undefined;

/** Node 20 has no other way: what is transferred to a port that is closed, is gone. */
function transferToClosedPort(memory: ArrayBuffer): void {
  if (closedPort === undefined) {
    closedPort = new MessageChannel().port1;
    closedPort.close();
  }
  try {
    closedPort.postMessage(undefined, [memory]);
  } catch {
    // It is marked as not to be transferred.
  }
}

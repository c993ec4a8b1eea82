import type { MessagePort } from 'node:worker_threads';

/** What is smaller costs less to make than to keep. */
export const LARGE_BYTES = 256 * 1024;

/** As much as freed memory stays with the process (docs/decisions/0006-memory-kept.md): with less, bursts miss it. */
export const MAX_FREE_BYTES = 128 * 1024 * 1024;

/** A buffer that is used again may be larger than what is asked for, but by no more than this. */
const MAX_EXCESS = 1.125;

/**
 * Buffers for large bodies and bundles, which are used again.
 *
 * Hot: V8 marks its whole heap each time that the memory of buffers has grown by some 16 MB, which was half of the CPU of a
 * message of 4 MB (docs/decisions/0013-buffer-pool.md). One that is not given back is left to the collection of garbage.
 */
export class BufferPool {
  /** The least recently used first. */
  private readonly free: ArrayBufferLike[] = [];
  private readonly checkedOut = new WeakSet<ArrayBufferLike>();
  private bytes = 0;

  /** @param smallest size in bytes of what is used again */
  constructor(private readonly smallest = LARGE_BYTES) {}

  /** How many bytes lie here until they are used again; at most MAX_IDLE_BYTES. */
  get idleBytes(): number {
    return this.bytes;
  }

  /** A buffer of so many bytes, with anything in it. */
  acquire(bytes: number): Buffer {
    if (bytes < this.smallest) return Buffer.allocUnsafe(bytes);
    const memory = this.acquireFree(bytes) ?? Buffer.allocUnsafeSlow(bytes).buffer;
    this.checkedOut.add(memory);
    return Buffer.from(memory, 0, bytes);
  }

  /** Takes a buffer back that nobody looks at any more, whole. What was not taken here is left alone. */
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

  /** Moves bytes that nobody else looks at into such a buffer, where they are large. */
  move(bytes: Buffer): Buffer {
    if (bytes.length < this.smallest) return bytes;
    const moved = this.acquire(bytes.length);
    bytes.copy(moved);
    if (bytes.length >= LARGE_BYTES) free(bytes.buffer);
    return moved;
  }

  private acquireFree(bytes: number): ArrayBufferLike | undefined {
    const at = this.free.findLastIndex(
      ({ byteLength }) => byteLength >= bytes && byteLength <= bytes * MAX_EXCESS,
    );
    if (at < 0) return undefined;
    const [memory] = this.free.splice(at, 1);
    this.bytes -= memory!.byteLength;
    return memory;
  }
}

/** Those of the process. */
export const bufferPool = new BufferPool();

/** Node has smaller ones share their memory. */
const UNSHARED_BYTES = 16 * 1024;

/**
 * Frees the memory of a buffer now, not when garbage is collected, where the buffer is all that lies in it. Whoever looks
 * at it later finds it empty; nobody else may be reading or writing it, such as the system.
 */
export function freeWhole({ length, buffer }: Buffer): void {
  if (length >= UNSHARED_BYTES && length === buffer.byteLength) free(buffer);
}

let nobody: MessagePort | undefined;

/** What is handed over to a port that is closed, is gone. */
function free(memory: ArrayBufferLike): void {
  if (nobody === undefined) {
    nobody = new MessageChannel().port1;
    nobody.close();
  }
  try {
    nobody.postMessage(undefined, [memory as ArrayBuffer]);
  } catch {
    // Somebody has seen to it that it stays. Garbage is collected all the same.
  }
}

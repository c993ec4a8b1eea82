import { BufferPool } from '../../src/common/buffer_pool.js';

/** Uses everything again, however small, and spoils what is given back: who still looks at it, sees that. */
export class PoisonedBuffers extends BufferPool {
  constructor() {
    super(1);
  }

  override release(bytes: Uint8Array): void {
    const before = this.freeBytes;
    super.release(bytes);
    if (this.freeBytes !== before) new Uint8Array(bytes.buffer).fill(0xdd);
  }
}

import { RpcError } from './rpc_error.js';
import type { KeyedRow } from './table.js';

/** A piece of a row, as ReadRows sends it: bytes of a cell, or the end of a row. */
export interface CellChunk {
  /** Empty where the row is that of the chunk before. */
  readonly rowKey: Uint8Array;
  readonly value: Uint8Array;
  /** Not 0 where the rest of the cell follows in later chunks. */
  readonly valueSize: number;
  /** Which of the next two is set. */
  readonly rowStatus?: 'resetRow' | 'commitRow';
}

/** Puts rows of one cell together from their chunks. */
export class ChunkReader {
  private key = '';
  private parts: Uint8Array[] = [];

  /**
   * Takes the next chunk; returns the row that it ends.
   *
   * @throws RpcError Internal where chunks do not follow one another
   */
  push(chunk: CellChunk): KeyedRow | undefined {
    if (chunk.rowStatus === 'resetRow') {
      this.reset();
      return undefined;
    }
    if (chunk.rowKey.length > 0) {
      const key = Buffer.from(chunk.rowKey).toString('latin1');
      if (this.key !== '' && this.key !== key) throw outOfOrder();
      this.key = key;
    }
    if (this.key === '') throw outOfOrder();
    if (chunk.value.length > 0) this.parts.push(chunk.value);
    if (chunk.rowStatus !== 'commitRow') return undefined;
    if (chunk.valueSize > 0) throw outOfOrder();
    const row = { key: this.key, value: whole(this.parts) };
    this.reset();
    return row;
  }

  /** To be called when no chunk is left. @throws RpcError Internal where a row is cut short */
  end(): void {
    if (this.key !== '') throw outOfOrder();
  }

  private reset(): void {
    this.key = '';
    this.parts = [];
  }
}

function whole(parts: Uint8Array[]): Uint8Array {
  return parts.length === 1 ? parts[0]! : Buffer.concat(parts);
}

function outOfOrder(): RpcError {
  return new RpcError('Internal', 'ReadRows: the pieces of a row do not follow one another');
}

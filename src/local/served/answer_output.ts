import type { Turns } from '../../common/turns.js';

/** Text is put into bytes in pieces of this size, in characters. */
const PIECE_CHARS = 64 * 1024;

/** Where the memory of an answer is counted while it is made. */
export interface AnswerMemory {
  /** @throws CollectorError TOO_MUCH_IN_FLIGHT where that many bytes more are unavailable */
  more(bytes: number): void;
}

export class AnswerOutput {
  readonly chunks: Buffer[] = [];
  private size = 0;
  private text = '';

  /** @param turns divides the encoding of a large answer into pieces */
  constructor(
    private readonly memory: AnswerMemory,
    private readonly turns: Turns,
  ) {}

  /** The bytes of all chunks; text counts when it is flushed. */
  get bytes(): number {
    return this.size;
  }

  /** @throws CollectorError TOO_MUCH_IN_FLIGHT */
  write(text: string): void {
    this.text += text;
    if (this.text.length >= PIECE_CHARS) this.flush();
  }

  /** @throws CollectorError TOO_MUCH_IN_FLIGHT */
  add(bytes: Uint8Array): void {
    if (bytes.length === 0) return;
    this.memory.more(bytes.length);
    this.size += bytes.length;
    this.chunks.push(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length));
  }

  /** To be called when all is written. */
  flush(): void {
    const { text } = this;
    this.text = '';
    this.add(Buffer.from(text));
  }

  /** To be awaited between two parts of an answer, where it returns something. @throws CollectorError as `Turns` */
  turn(): Promise<void> | undefined {
    return this.turns.next();
  }
}

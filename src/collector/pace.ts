import { abortReason, onAbort } from '../common/abort.js';
import { Chain } from '../common/chain.js';
import { Deadlines, type Running } from '../common/deadlines.js';

/** A message below this size has few streams, and is never delayed. */
export const MIN_PACED_BYTES = 32 * 1024;

/** Streams under way from which on a message is delayed: their rows fill the calls of the storage (8 of 100 rows). */
export const MAX_PACED_STREAMS = 1000;

/** A message that is under way for longer than this delays no other: a backend may be slow, or not answer. */
export const PACED_MS = 100;

/** The streams of a message that is under way. */
export interface PacedStreams {
  streams: number;
  running: Running<PacedStreams> | undefined;
}

/**
 * Delays the unpacking of large messages while those before have many streams under way.
 *
 * Hot: each collection of young garbage copies what every stream under way keeps. With 16 bundles of 500 streams at once
 * that was a fifth of their CPU, and more streams than fill the calls of the backends make nothing faster.
 */
export class Pace {
  private streams = 0;
  private readonly waiting = new Chain<() => void>();
  private readonly counted: Deadlines<PacedStreams>;

  constructor(
    private readonly maxStreams = MAX_PACED_STREAMS,
    pacedMs = PACED_MS,
  ) {
    this.counted = new Deadlines(pacedMs, (message) => this.uncount(message));
  }

  /**
   * Waits until a message may be unpacked; returns nothing where it may be at once.
   *
   * @throws CollectorError the signal's reason
   */
  wait(messageBytes: number, signal: AbortSignal | undefined): Promise<void> | undefined {
    if (this.streams < this.maxStreams || messageBytes < MIN_PACED_BYTES) return undefined;
    if (signal?.aborted === true) return Promise.reject(abortReason(signal));
    return new Promise((resolve, reject) => {
      const link = this.waiting.add(() => {
        stop?.();
        this.waiting.remove(link);
        resolve();
      });
      const stop =
        signal &&
        onAbort(signal, () => {
          this.waiting.remove(link);
          reject(abortReason(signal));
        });
    });
  }

  /** Counts the streams of a message, which is unpacked; returns nothing for a small one, which is not counted. */
  begin(messageBytes: number, streams: number): PacedStreams | undefined {
    if (messageBytes < MIN_PACED_BYTES) return undefined;
    const message: PacedStreams = { streams, running: undefined };
    message.running = this.counted.start(message);
    this.streams += streams;
    this.startNext();
    return message;
  }

  /** Ends the message: with nothing where it could not be unpacked. A small one was not counted. */
  end(messageBytes: number, message: PacedStreams | undefined): void {
    if (messageBytes < MIN_PACED_BYTES) return;
    if (message?.running !== undefined) this.counted.stop(message.running);
    this.uncount(message);
  }

  private uncount(message: PacedStreams | undefined): void {
    if (message !== undefined) {
      this.streams -= message.streams;
      message.streams = 0;
    }
    this.startNext();
  }

  /** One at a time: only when it is unpacked, it is known how many streams the next one has. */
  private startNext(): void {
    if (this.streams < this.maxStreams) this.waiting.head?.item();
  }
}

import type { ReadableSpan, SpanProcessor } from '@opentelemetry/sdk-trace-base';

/** The most spans that are held until they are sent; spans in excess are dropped. */
export const MAX_HELD_SPANS = 2048;

/** Holds ended spans until they are taken. */
export class HeldSpans implements SpanProcessor {
  private held: ReadableSpan[] = [];

  onStart(): void {
    // Only what has ended is sent.
  }

  onEnd(span: ReadableSpan): void {
    if (this.held.length < MAX_HELD_SPANS) this.held.push(span);
  }

  /** Whether it is time to take them: another large message might not find room. */
  get isFull(): boolean {
    return this.held.length >= MAX_HELD_SPANS / 4;
  }

  take(): ReadableSpan[] {
    const taken = this.held;
    this.held = [];
    return taken;
  }

  forceFlush(): Promise<void> {
    return Promise.resolve();
  }

  shutdown(): Promise<void> {
    return Promise.resolve();
  }
}

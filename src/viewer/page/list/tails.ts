import { readEntry } from '../../wire.js';
import type { ListedStream } from '../../list_changes.js';
import { logPages, type StreamName } from '../api.js';

/** How many ends are asked for at once: a browser has six connections, and the page needs some. */
const MAX_REQUESTS = 3;

const MAX_KNOWN = 5000;

/** An end that may move is asked for again after that time. */
const FRESH_MS = 2000;

interface Known {
  readonly lastIndex: number | undefined;
  /** Whether it is the end for good. */
  readonly final: boolean;
  readonly atMs: number;
}

/** The ends of the streams that are seen, asked for a few at a time. */
export class Tails {
  private readonly known = new Map<string, Known>();
  private wanted: readonly ListedStream[] = [];
  private requests = 0;

  constructor(private readonly changed: () => void) {}

  /** Returns the index of the last log that no gap comes before; -1 where there is none, undefined where it is unknown. */
  lastIndex({ project, path }: StreamName): number | undefined {
    return this.known.get(`${project}/${path}`)?.lastIndex;
  }

  /** Asks for the ends of these streams; of earlier ones no more. */
  want(streams: readonly ListedStream[]): void {
    const now = performance.now();
    this.wanted = streams.filter((stream) => {
      const known = this.known.get(`${stream.project}/${stream.path}`);
      return known === undefined || (!known.final && now - known.atMs > FRESH_MS);
    });
    while (this.requests < MAX_REQUESTS && this.wanted.length > 0) void this.next();
  }

  private async next(): Promise<void> {
    this.requests++;
    for (let [stream] = this.wanted; stream !== undefined; [stream] = this.wanted) {
      this.wanted = this.wanted.slice(1);
      await this.ask(stream);
    }
    this.requests--;
  }

  /** Never rejects. */
  private async ask(stream: ListedStream): Promise<void> {
    const key = `${stream.project}/${stream.path}`;
    let lastIndex: number | undefined;
    try {
      const [last] = (await logPages(stream).tail()).logs;
      lastIndex = last === undefined ? -1 : readEntry(last).index;
    } catch {
      // It is shown as unknown, and asked for again while it is seen.
    }
    const final = String(lastIndex) === stream.terminalIndex;
    this.known.delete(key);
    this.known.set(key, { lastIndex, final, atMs: performance.now() });
    if (this.known.size > MAX_KNOWN) this.known.delete(this.known.keys().next().value!);
    this.changed();
  }
}

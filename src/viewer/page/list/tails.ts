import { readEntry } from '../../wire.js';
import { tail, type StreamName } from '../api.js';

/** What the end of a stream tells. */
export interface TailInfo {
  /** The index of the last log that no gap comes before; -1 where there is none. */
  readonly lastIndex: number;
  /** In milliseconds since the stream began. */
  readonly lastOffsetMs: number;
}

/** How many ends are asked for at once: a browser has six connections, and the page needs some. */
const MAX_REQUESTS = 3;

/** How many ends are remembered. */
const MAX_KNOWN = 5000;

/** An end that may move is asked for again after that time. */
const FRESH_MS = 2000;

interface Known {
  readonly info: TailInfo | undefined;
  /** Whether it is the end for good. */
  readonly final: boolean;
  readonly atMs: number;
}

/** The ends of the streams that are seen, asked for a few at a time. */
export class Tails {
  private readonly known = new Map<string, Known>();
  private wanted: readonly (StreamName & { readonly terminalIndex: string })[] = [];
  private requests = 0;

  constructor(private readonly changed: () => void) {}

  get({ project, path }: StreamName): TailInfo | undefined {
    return this.known.get(`${project}/${path}`)?.info;
  }

  /** Asks for the ends of these streams; of earlier ones no more. */
  want(streams: readonly (StreamName & { readonly terminalIndex: string })[]): void {
    const now = performance.now();
    this.wanted = streams.filter((stream) => {
      const known = this.known.get(`${stream.project}/${stream.path}`);
      return known === undefined || (!known.final && now - known.atMs > FRESH_MS);
    });
    while (this.requests < MAX_REQUESTS && this.wanted.length > 0) void this.next();
  }

  private async next(): Promise<void> {
    this.requests++;
    try {
      for (let [stream] = this.wanted; stream !== undefined; [stream] = this.wanted) {
        this.wanted = this.wanted.slice(1);
        await this.ask(stream);
      }
    } finally {
      this.requests--;
    }
  }

  private async ask(stream: StreamName & { readonly terminalIndex: string }): Promise<void> {
    const key = `${stream.project}/${stream.path}`;
    let info: TailInfo | undefined;
    try {
      const { logs } = await tail(stream);
      const last = logs[0] === undefined ? undefined : readEntry(logs[0]);
      info = { lastIndex: last?.index ?? -1, lastOffsetMs: last?.offsetMs ?? 0 };
    } catch {
      // It is shown as unknown, and asked for again while it is seen.
    }
    const final = info !== undefined && String(info.lastIndex) === stream.terminalIndex;
    this.known.delete(key);
    this.known.set(key, { info, final, atMs: performance.now() });
    if (this.known.size > MAX_KNOWN) this.known.delete(this.known.keys().next().value!);
    this.changed();
  }
}

import { logpb } from '../../../src/proto/gen/logpb.js';
import type { LogPages } from '../../../src/viewer/page/model/log_pages.js';
import type { LogsAnswer, StreamState } from '../../../src/viewer/wire.js';

/** A log of a stream that a test makes up. */
export interface MadeLog {
  readonly index: number;
  readonly data: Uint8Array;
}

export function madeLog(entry: logpb.LogEntry.$Properties): MadeLog {
  return { index: Number(entry.streamIndex), data: logpb.LogEntry.encode(entry).finish() };
}

/** Logs as a Coordinator gives them; what is added later is there from then on. */
export class MadePages implements LogPages {
  logs: MadeLog[] = [];
  terminalIndex = -1;
  requests = 0;

  constructor(private readonly type: number) {}

  add(...logs: MadeLog[]): void {
    this.logs = [...this.logs, ...logs].sort((one, other) => one.index - other.index);
  }

  get({ index, byteCount = 0, logCount = 0 }: Parameters<LogPages['get']>[0]): Promise<LogsAnswer> {
    this.requests++;
    const logs: Uint8Array[] = [];
    let bytes = 0;
    let [low, high] = [0, this.logs.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.logs[middle]!.index < index) low = middle + 1;
      else high = middle;
    }
    for (const log of this.logs.slice(low, low + 10_000)) {
      if (logCount > 0 && logs.length === logCount) break;
      bytes += log.data.length;
      if (byteCount > 0 && bytes > byteCount && logs.length > 0) break;
      logs.push(log.data);
    }
    return Promise.resolve({ ...this.about(), logs });
  }

  tail(): Promise<LogsAnswer> {
    let next = 0;
    while (this.logs[next]?.index === next) next++;
    const last = this.logs[next - 1];
    return Promise.resolve({ ...this.about(), logs: last === undefined ? [] : [last.data] });
  }

  private about(): Omit<LogsAnswer, 'logs'> {
    const state: StreamState = {
      terminalIndex: String(this.terminalIndex),
      created: 1000,
      archived: false,
      purged: false,
    };
    const { type } = this;
    const rest = { contentType: '', started: 2000, tags: [] };
    return { state, descriptor: { name: 'made', type, ...rest } };
  }
}

export interface FlusherOptions {
  /** Sends what has come together. What it rejects with is for `onFailure`. */
  readonly send: () => Promise<void>;
  /** The least time between two sends, in milliseconds. */
  readonly intervalMs: number;
  /** Is called after every send, with why it failed. */
  readonly onSent: (failure?: unknown) => void;
  /** The time in milliseconds; default: `performance.now`. */
  readonly now?: () => number;
}

/** A push waits so long for figures to be sent, once an interval: they are worth less than its answer. */
const WAIT_MS_MAX = 500;
/** A send that has not ended by now never will: another one may begin. The exporters themselves give up after 10 s. */
const SEND_MS_MAX = 30_000;
/** At the end of the process: what is under way, and what is left. It fits into the grace of a shutdown. */
const CLOSE_MS_MAX = 500;

/** Sends at a bounded rate, within requests and without a timer of its own: an idle instance has no CPU for one. */
export class Flusher {
  private readonly now: () => number;
  private lastMs: number;
  private underWay: Promise<void> | undefined;

  constructor(private readonly options: FlusherOptions) {
    this.now = options.now ?? (() => performance.now());
    this.lastMs = this.now();
  }

  /**
   * Sends, where it is time to; undefined where it is not, or a send is under way. What it returns never rejects, and
   * resolves after WAIT_MS_MAX at the latest, though the send goes on.
   *
   * @param full whether too much has been collected to wait: then it is sent in any case, and the caller does not wait
   */
  flush(full = false): Promise<void> | undefined {
    const sinceMs = this.now() - this.lastMs;
    if (this.underWay !== undefined && sinceMs < SEND_MS_MAX) return undefined;
    if (sinceMs >= this.options.intervalMs) return within(WAIT_MS_MAX, this.send());
    if (full) void this.send();
    return undefined;
  }

  /** Sends what is left, once what is under way has ended: all within CLOSE_MS_MAX. Never rejects. */
  close(): Promise<void> {
    const last = (this.underWay ?? Promise.resolve()).then(() => this.send());
    return within(CLOSE_MS_MAX, last);
  }

  private send(): Promise<void> {
    const { send, onSent } = this.options;
    this.lastMs = this.now();
    const sending = send()
      .then(() => onSent(), onSent)
      .finally(() => {
        if (this.underWay === sending) this.underWay = undefined;
      });
    this.underWay = sending;
    return sending;
  }
}

function within(ms: number, work: Promise<void>): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    void work.finally(() => {
      clearTimeout(timer);
      resolve();
    });
  });
}

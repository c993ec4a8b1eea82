import type { IncomingHttpHeaders } from 'node:http';
import type { ProcessResult } from '../collector/result.js';
import type { CollectorError } from '../common/errors.js';
import type { Storage } from '../storage/storage.js';
import type { Stopwatch } from '../common/stopwatch.js';

/** A push that has been processed, before its response is sent. */
export interface EndedPush {
  /** Pub/Sub's id of the message, where it has one. */
  readonly messageId?: string | undefined;
  readonly result: ProcessResult;
  /** Where the dead letter of the message is kept. */
  readonly deadLetter?: string | undefined;
  /** Why the authenticator rejected the request, where it did. */
  readonly rejection?: CollectorError | undefined;
  /** The times of the message, where they were measured. */
  readonly times?: Stopwatch | undefined;
}

/** Metrics and traces, where they are enabled. Nothing of it fails a push. */
export interface Telemetry {
  ended(push: EndedPush, headers: IncomingHttpHeaders): void;

  /**
   * Sends what has come together, where it is time to: an idle instance has no CPU, so this is asked within requests.
   * What it returns never rejects, and resolves after a bounded time, whatever the receiver does.
   */
  flush(): Promise<void> | undefined;

  /** Returns the metrics in the text format of Prometheus; undefined where that is not enabled. */
  metricsText(): Promise<string> | undefined;

  /** The puts of a storage, timed. */
  timePuts(storage: Pick<Storage, 'put'>): Pick<Storage, 'put'>;

  /** Sends what is left, within a bounded time. Never rejects. */
  close(): Promise<void>;
}

/** Figures that are kept elsewhere, and asked for when metrics are sent. */
export interface Gauges {
  readonly inFlightBytes: () => number;
  /** The state cache: streams in it, and how often it had an answer or not. */
  readonly cache: () => { size: number; hits: number; misses: number };
}

import type { OutgoingHttpHeaders } from 'node:http';

/** One request to send to the function. */
export interface StallRequest {
  readonly path: string;
  readonly headers: OutgoingHttpHeaders;
  readonly body: Buffer;
}

/** One request whose cost is measured, with what comes before it. */
export interface StallCase {
  /** Reads alone, as a line of the table. */
  readonly name: string;
  /** The path of the URL: `/` for a push, `/prpc/...` for a call. */
  readonly path: string;
  readonly headers: OutgoingHttpHeaders;
  /** Requests to send before the measured one; their cost is not measured. */
  readonly prepare?: (run: number) => readonly StallRequest[];
  /**
   * Makes the body of the measured request.
   *
   * @param run from 0; each case is measured several times by one process. A case that registers streams names them
   *   after the run, so that they are new each time.
   */
  readonly make: (run: number) => Buffer;
  /** Settings of the function in addition to the defaults; cases with the same settings share a process. */
  readonly settings?: Readonly<Record<string, string>>;
  /** The status of the right answer. */
  readonly status: number;
  /** Text of the right answer's body. Default: any. */
  readonly says?: string;
  /** Whether the short form in the test suite has it. Default: no. */
  readonly short?: boolean;
}

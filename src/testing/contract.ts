import { CollectorError } from '../common/errors.js';

/** A rule that every implementation of an interface keeps, as a test of its own. */
export interface ContractCase {
  /** Reads alone: what is asked for, and what comes of it. */
  readonly name: string;
  /** Rejects with an AssertionError where the rule is broken. */
  readonly run: () => Promise<void>;
}

/** Opens what a case tests. */
export interface CaseRun<T, Settings> {
  start(settings?: Settings): Promise<T>;
  /** Closes it and removes its data. */
  end(): Promise<void>;
}

/** Collects the cases of a contract; each gets what it tests newly opened, and a run of its own, which ends with it. */
export class Contract<T, Settings, R extends CaseRun<T, Settings>> {
  readonly cases: ContractCase[] = [];

  constructor(private readonly begin: () => R) {}

  add(name: string, body: (tested: T, run: R) => Promise<void>): void {
    this.addWith(undefined, name, body);
  }

  addWith(
    settings: Settings | undefined,
    name: string,
    body: (tested: T, run: R) => Promise<void>,
  ): void {
    const run = async () => {
      const begun = this.begin();
      try {
        await body(await begun.start(settings), begun);
      } finally {
        await begun.end();
      }
    };
    this.cases.push({ name, run });
  }
}

/** The error that a call rejects with; a call that does not reject, or throws at once, fails. */
export async function rejectionOf(call: () => unknown): Promise<CollectorError> {
  const answer = call();
  try {
    await answer;
  } catch (thrown) {
    if (thrown instanceof CollectorError) return thrown;
    throw thrown;
  }
  throw new Error('the call did not reject');
}

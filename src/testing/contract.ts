import { CollectorError } from '../common/errors.js';

/** A rule that every implementation of an interface keeps, as a test of its own. */
export interface ContractCase {
  /** Reads alone: what is asked for, and what comes of it. */
  readonly name: string;
  /** Rejects with an AssertionError where the rule is broken. */
  readonly run: () => Promise<void>;
}

/** What a case tests. */
export interface Opened<T> {
  readonly tested: T;
  /** Closes it and opens it again on the same data. */
  reopen(): Promise<T>;
  /** Closes it and removes its data. */
  end(): Promise<void>;
}

type CaseBody<T> = (tested: T, reopen: () => Promise<T>) => Promise<void>;

/** Collects the cases of a contract; each gets what it tests newly opened, and ends it. */
export class Contract<T, Settings extends object> {
  readonly cases: ContractCase[] = [];

  constructor(private readonly open: (settings: Partial<Settings>) => Promise<Opened<T>>) {}

  add(name: string, body: CaseBody<T>): void {
    this.addWith({}, name, body);
  }

  addWith(settings: Partial<Settings>, name: string, body: CaseBody<T>): void {
    const run = async () => {
      const opened = await this.open(settings);
      try {
        await body(opened.tested, () => opened.reopen());
      } finally {
        await opened.end();
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

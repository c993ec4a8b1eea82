/** A rule that every implementation of an interface keeps, as a test of its own. */
export interface ContractCase {
  /** Reads alone: what is asked for, and what comes of it. */
  readonly name: string;
  /** Rejects with an AssertionError where the rule is broken. */
  readonly run: () => Promise<void>;
}

/** Opens what is tested, and closes it when the case has ended. */
export interface CaseRun {
  /** Closes it and removes its data. */
  end(): Promise<void>;
}

/** Collects the cases of a contract; each gets a run of its own, which is ended with the case. */
export class Contract<R extends CaseRun> {
  readonly cases: ContractCase[] = [];

  constructor(private readonly begin: () => R) {}

  add(name: string, body: (run: R) => Promise<void>): void {
    const run = async () => {
      const begun = this.begin();
      try {
        await body(begun);
      } finally {
        await begun.end();
      }
    };
    this.cases.push({ name, run });
  }
}

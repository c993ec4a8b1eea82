import type { Coordinator } from '../coordinator/coordinator.js';
import type { CaseRun, Contract } from './contract.js';

/** What a case asks of the Coordinator that it tests; default: as the implementation has it. */
export interface CoordinatorSettings {
  /** Refuses streams of prefixes that are not registered. */
  readonly strict?: boolean;
  /** How long after its registration a prefix takes new streams, in milliseconds. */
  readonly prefixExpirationMs?: number;
  /** Milliseconds since 1970. */
  readonly now?: () => number;
}

/** A Coordinator that a contract tests. */
export interface CoordinatorUnderTest {
  /** Knows no streams. */
  readonly coordinator: Coordinator;
  /** Closes it and opens another one on the same data; not called where the contract is not `durable`. */
  reopen(): Promise<CoordinatorUnderTest>;
  /** Closes it and removes its data. */
  destroy(): Promise<void>;
}

/** Opens a Coordinator that knows no streams. */
export type OpenCoordinator = (settings: CoordinatorSettings) => Promise<CoordinatorUnderTest>;

export type CoordinatorCases = Contract<Coordinator, CoordinatorSettings, CoordinatorRun>;

export class CoordinatorRun implements CaseRun<Coordinator, CoordinatorSettings> {
  private underTest: CoordinatorUnderTest | undefined;

  constructor(
    private readonly open: OpenCoordinator,
    private readonly durable: boolean,
  ) {}

  async start(settings: CoordinatorSettings = {}): Promise<Coordinator> {
    this.underTest = await this.open(settings);
    return this.underTest.coordinator;
  }

  /** Opens it again where it is durable; one that is not goes on as it is. */
  async restart(): Promise<Coordinator> {
    if (this.durable) this.underTest = await this.underTest!.reopen();
    return this.underTest!.coordinator;
  }

  async end(): Promise<void> {
    await this.underTest?.destroy();
  }
}

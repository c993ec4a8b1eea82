import type { DeadLetter } from '../../src/dead_letters/dead_letter.js';
import { DeadLetterTable } from '../../src/local/dead_letter_table.js';
import type { Environment } from '../../src/local/environment.js';
import type { Fault } from './cells.js';

/** A table of refused messages whose transactions go wrong as they are told, while they are told to. */
export class FaultyRefused {
  struck = 0;
  fault: Fault | undefined;
  private readonly table: DeadLetterTable;

  constructor(private readonly environment: Environment) {
    const transaction = (change: () => void) => this.transaction(change);
    const faulty = new Proxy(environment, {
      get: (target, name) => {
        if (name === 'transaction') return transaction;
        const value: unknown = Reflect.get(target, name);
        return typeof value === 'function' ? (value.bind(target) as unknown) : value;
      },
    });
    this.table = new DeadLetterTable(faulty);
  }

  put(deadLetter: DeadLetter, signal: AbortSignal): Promise<string> {
    return this.table.put(deadLetter, signal);
  }

  /** The data of all messages. */
  deadLetters(): Buffer[] {
    return [...this.table.entries()].map((entry) => Buffer.from(this.table.read(entry)!));
  }

  private async transaction(change: () => void): Promise<void> {
    const kind = this.fault?.kind;
    if (kind !== undefined) this.struck++;
    if (kind === 'hang') await new Promise<never>(() => undefined);
    if (kind === 'slow') await new Promise((resolve) => setImmediate(resolve));
    if (kind !== 'reset before') await this.environment.transaction(change);
    if (kind?.startsWith('reset') === true) throw new Error('told to fail');
  }
}

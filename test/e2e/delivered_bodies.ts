import { resolve } from 'node:path';
import { isMessageLine, readLines, type Row } from '../golden/line.js';
import { bodyOf, largestLogBytes, manyBytes } from './body.js';
import type { Cells } from './cells.js';
import { hashOf } from './mixed_messages.js';

const GOLDEN = resolve(__dirname, '../../../test/golden/data/butler.jsonl.gz');
/** Of a log, where it is not what makes a bundle of 10 MiB. */
const LOG_BYTES = { small: 1000, middle: 1_000_000 };
export type BodySize = keyof typeof LOG_BYTES | 'largest';

/** Messages, and the rows that they come to: keys, and hashes of values. */
export class DeliveredBodies {
  readonly messages: Buffer[] = [];
  readonly rows = new Map<string, string>();

  /** A message of random bytes. */
  addRandom(size: BodySize, prefix: string, seed: number): void {
    const bytes = size === 'largest' ? largestLogBytes(prefix) : LOG_BYTES[size];
    const { data, rows } = bodyOf(prefix, [manyBytes(seed, bytes)]);
    this.messages.push(data);
    for (const { key, value } of rows) this.rows.set(key, hashOf(value));
  }

  /** What real Butlers have published, and the rows of the reference. */
  async addReal(): Promise<void> {
    for await (const text of readLines(GOLDEN)) {
      const line: unknown = JSON.parse(text);
      if (!isMessageLine(line)) continue;
      this.messages.push(Buffer.from(line.message, 'base64'));
      for (const row of line.expect.rows) this.rows.set(row.key, goldenHash(row));
    }
  }

  addAll({ messages, rows }: DeliveredBodies): void {
    this.messages.push(...messages);
    for (const [key, hash] of rows) this.rows.set(key, hash);
  }

  /** What is not there, not so, or of none of the messages. */
  wrongRows(cells: Cells): string[] {
    const wrong = [...cells.keys()].filter((key) => !this.rows.has(key));
    for (const [key, hash] of this.rows) {
      const versions = cells.get(key) ?? [];
      if (versions.length !== 1 || hashOf(versions[0]!.value) !== hash) wrong.push(key);
    }
    return wrong;
  }
}

function goldenHash({ value, sha256 = '' }: Row): string {
  if (value !== undefined) return hashOf(Buffer.from(value, 'base64'));
  return Buffer.from(sha256, 'hex').toString('base64');
}

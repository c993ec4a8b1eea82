import type { Storage } from '../../src/storage/storage.js';
import { BigtableStorage } from '../../src/storage/bigtable/bigtable.js';
import { GrpcTable, type TableName } from '../../src/storage/bigtable/grpc_table.js';
import { delimited } from '../plain/encode.js';
import type { Cells } from './cells.js';
import {
  contentOf,
  hashOf,
  type MixedMessage,
  type MixedMessages,
  type MixedStream,
  pathOf,
} from './mixed_messages.js';

/** The rows of messages that are not in the table. */
export function findMissing(cells: Cells, messages: readonly MixedMessage[]): string[] {
  return messages.flatMap(({ keys }) => keys.filter((key) => !cells.has(key)));
}

/** What is not exactly what the messages come to: each row once, in one version, with its value. */
export function findWrongRows(cells: Cells, { rows }: MixedMessages): string[] {
  const wrong: string[] = [];
  for (const [key, hash] of rows) {
    const versions = cells.get(key);
    if (versions === undefined) wrong.push(`${key}: missing`);
    else if (versions.length > 1) wrong.push(`${key}: ${versions.length} versions`);
    else if (hashOf(versions[0]!.value) !== hash) wrong.push(`${key}: another value`);
  }
  for (const key of cells.keys()) if (!rows.has(key)) wrong.push(`${key}: of no message`);
  return wrong;
}

/** What was added, changed or taken away; a row that was written again has another time. */
export function findChanged(before: Cells, after: Cells): string[] {
  const keys = new Set([...before.keys(), ...after.keys()]);
  return [...keys].filter((key) => {
    const [was, is] = [before.get(key) ?? [], after.get(key) ?? []];
    return (
      was.length !== is.length ||
      was.some((cell, version) => {
        const { timestampMicros, value } = is[version]!;
        return cell.timestampMicros !== timestampMicros || !cell.value.equals(value);
      })
    );
  });
}

/** The streams of which get and tail do not give each log once, in order, byte for byte. */
export async function findUnreadable(table: TableName, mixed: MixedMessages): Promise<string[]> {
  const storage = new BigtableStorage({ table: new GrpcTable(table), writes: 'conditional' });
  const unreadable: string[] = [];
  for (const stream of mixed.streams) {
    const problem = await problemOf(storage, stream);
    if (problem !== undefined) unreadable.push(`${pathOf(stream)}: ${problem}`);
  }
  await storage.close();
  return unreadable;
}

async function problemOf(storage: Storage, stream: MixedStream): Promise<string | undefined> {
  const { project, logs } = stream;
  const path = pathOf(stream);
  const records: Buffer[] = [];
  for await (const { index, data } of storage.get({ project, path }, {})) {
    if (index !== BigInt(records.length)) return `log ${index} stands at ${records.length}`;
    records.push(delimited(data));
  }
  if (records.length !== logs.length) return `${records.length} of ${logs.length} logs`;
  if (!Buffer.concat(records).equals(contentOf(stream))) return 'other bytes';
  const last = await storage.tail({ project, path }, {});
  return last?.index === BigInt(logs.length - 1) ? undefined : `the tail is ${last?.index}`;
}

// A process that opens the local store in the directory of its first argument, and does what the second one says:
// `fill` makes a store, `read` counts all that is in it, `hold` takes so many places of readers until it is killed.
import * as lmdb from 'lmdb';
import { openLocal } from '../../src/local/local.js';
import { asCollectorError } from '../../src/common/errors.js';
import { openEnvironment } from '../../src/local/environment.js';
import { registrationOf } from '../../src/testing/coordinator_requests.js';
import { recordsOf } from '../../src/testing/records.js';

const STREAMS = 200;

async function fill(dir: string): Promise<void> {
  const local = openLocal(dir);
  const { coordinator, storage } = local;
  const paths = Array.from({ length: STREAMS }, (_, n) => `p/+/${n}`);
  await Promise.all(
    paths.map(async (path) => {
      await coordinator.registerStream(registrationOf({ path }), Buffer.alloc(300), {});
      const records = recordsOf([Buffer.alloc(10_000)]);
      await storage.put({ project: 'project', path, index: 0n, count: 1, records }, {});
    }),
  );
  await local.close();
}

async function read(dir: string): Promise<void> {
  const local = openLocal(dir);
  const { coordinator, storage } = local;
  let logs = 0;
  for (const { project, path } of coordinator.streams()) {
    for await (const { index } of storage.get({ project, path }, {})) logs += Number(index) + 1;
  }
  await local.close();
  process.stdout.write(`${logs} logs\n`);
}

/** Prints how many places it has got. */
function hold(dir: string, places: number): void {
  const { root } = openEnvironment(dir) as unknown as { root: { env: unknown } };
  const { Txn } = (lmdb as unknown as { nativeAddon: Lmdb }).nativeAddon;
  const held: unknown[] = [];
  try {
    while (held.length < places) held.push(new Txn(root.env, 0x20000));
  } catch {
    // No more are left.
  }
  process.stdout.write(`${held.length} places\n`);
  process.stdin.resume();
  process.stdin.on('end', () => held.splice(0));
}

interface Lmdb {
  readonly Txn: new (env: unknown, flags: number) => unknown;
}

async function main([dir, what, places]: string[]): Promise<void> {
  try {
    if (what === 'fill') await fill(dir!);
    else if (what === 'read') await read(dir!);
    else hold(dir!, Number(places));
  } catch (thrown) {
    const { code, message } = asCollectorError(thrown);
    process.stdout.write(`${code}: ${message}\n`);
    process.exitCode = 1;
  }
}

void main(process.argv.slice(2));

// Reads a stream that another process writes, as `tail -f` does, until it has as many logs as it is told.
import { openEnvironment } from '../../src/local/environment.js';
import { LmdbStorage } from '../../src/local/lmdb.js';
import { logsOf } from '../../src/testing/storage_cases.js';

async function main(dir: string, count: number): Promise<void> {
  const environment = openEnvironment(dir);
  const storage = new LmdbStorage({ environment });
  let next = 0;
  while (next < count) {
    const logs = storage.get(
      { project: 'project', path: 'prefix/+/name', index: BigInt(next) },
      {},
    );
    for await (const { index, data } of logs) {
      const text = Buffer.from(data).toString().trim();
      if (Number(index) !== next || text !== logsOf(next, 1)[0]!.trim())
        throw new Error(`log ${index} instead of ${next}`);
      next++;
    }
  }
  await environment.close();
  process.stdout.write(`read ${next} logs\n`);
}

void main(process.argv[2]!, Number(process.argv[3]));

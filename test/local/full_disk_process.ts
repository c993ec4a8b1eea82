// Puts rows until one fails, then what still fits. That nothing else fails shows that every promise has an owner.
import { asCollectorError, type CollectorError } from '../../src/common/errors.js';
import { openEnvironment } from '../../src/local/environment.js';
import { LmdbStorage } from '../../src/local/lmdb.js';
import { recordsOf } from '../../src/testing/records.js';

const STREAM = { project: 'project', path: 'prefix/+/name' };

async function main(dir: string): Promise<void> {
  const environment = openEnvironment(dir);
  const storage = new LmdbStorage({ environment });
  const put = async (index: number, bytes: number): Promise<CollectorError | undefined> => {
    const records = recordsOf([Buffer.alloc(bytes)]);
    try {
      await storage.put({ ...STREAM, index: BigInt(index), count: 1, records }, {});
      return undefined;
    } catch (thrown) {
      return asCollectorError(thrown);
    }
  };
  let failure: CollectorError | undefined;
  for (let i = 0; failure === undefined; i += 2) {
    const puts = await Promise.all([put(i, 300_000), put(i + 1, 300_000)]);
    failure = puts.find((error) => error !== undefined);
  }
  const after = await put(1000, 100);
  await storage.close();
  await environment.close();
  process.stdout.write(`${failure.code} ${failure.retryable}, then ${after?.code ?? 'stored'}\n`);
}

void main(process.argv[2]!);

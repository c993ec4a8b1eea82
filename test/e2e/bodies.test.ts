import { createCipheriv, createHash } from 'node:crypto';
import { buildBundle, buildMessage, frame, serializedLogs } from '../bundles.js';
import { plainRowKey, type PlainRow } from '../plain/rows.js';
import { Random } from '../random.js';
import { CONTENT_TYPES } from './content_types.js';
import { FunctionProcess, LAUNCHERS, type Reply, temporaryFolder } from './function.js';
import { readStored } from './stored.js';

const MAX_BUNDLE_BYTES = 10 * 1024 * 1024;

/** A body, and the rows that it comes to. */
interface Body {
  readonly data: Buffer;
  readonly rows: readonly PlainRow[];
}

/** A message of one stream. */
function bodyOf(prefix: string, logs: readonly Uint8Array[], compress = false): Body {
  const stream = { name: 'out', type: 'binary', logs } as const;
  const key = plainRowKey(`test-project/${prefix}/+/out`, BigInt(logs.length - 1), logs.length);
  const value = Buffer.concat(serializedLogs(stream).map(frame));
  return { data: buildMessage({ prefix, streams: [stream], compress }), rows: [{ key, value }] };
}

/** What a bundle has around one log of this size, where its prefix is as long as ours. */
function around(size: number): number {
  const logs = [Buffer.alloc(size)];
  return (
    buildBundle({ prefix: LARGEST(0), streams: [{ name: 'out', type: 'binary', logs }] }).length -
    size
  );
}

const LARGEST = (number: number) => `bodies/${number}/largest`;
const AROUND = around(MAX_BUNDLE_BYTES - 1000);

/** What a form's parser takes for thousands of fields, between bytes that are no text. */
function fields(random: Random): Buffer {
  const field = () => Buffer.concat([random.bytes(random.between(0, 9)), Buffer.from('&=%')]);
  return Buffer.concat(Array.from({ length: 5000 }, field));
}

/** Random bytes, quickly. */
function manyBytes(size: number): Buffer {
  const key = createHash('sha256').update(String(seed)).digest();
  return createCipheriv('aes-256-ctr', key, Buffer.alloc(16)).update(Buffer.alloc(size));
}

const seed = Number(process.env.SEED ?? Date.now() % 1_000_000_000);

describe.each(LAUNCHERS)('an unwrapped push to the function, started by %s,', (launcher) => {
  const folder = temporaryFolder();
  const random = new Random(seed);
  const largest = manyBytes(MAX_BUNDLE_BYTES - AROUND);
  let collect: FunctionProcess;

  beforeAll(async () => {
    console.info(`bodies: SEED=${seed}`);
    collect = await FunctionProcess.start(launcher, folder.path);
  });

  afterAll(async () => {
    await collect.end('SIGKILL');
    folder.remove();
  });

  function push({ data }: Body, type?: string): Promise<Reply> {
    const headers = { 'x-goog-pubsub-message-id': '1', 'content-type': type ?? [] };
    return collect.send(data, headers);
  }

  test.each(CONTENT_TYPES.map((type, number) => ({ type, number })))(
    'comes through whole, its content type being $name',
    async ({ type, number }) => {
      const prefix = `bodies/${number}`;
      const lines = Array.from({ length: 500 }, (_, at) => Buffer.from(`line ${at} & more=%20`));
      const bodies = [
        bodyOf(`${prefix}/fields`, [fields(random)]),
        bodyOf(`${prefix}/lines`, lines),
        bodyOf(`${prefix}/compressed`, lines, true),
        bodyOf(LARGEST(number), [largest]),
      ];
      for (const body of bodies) expect(await push(body, type)).toEqual({ status: 204, text: '' });
      await readStored(folder.path, (stored) => {
        for (const { key, value } of bodies.flatMap(({ rows }) => rows)) {
          expect([key, stored.row(key)?.equals(value)]).toEqual([key, true]);
        }
      });
    },
  );

  test('is refused where its bundle has one byte more than 10 MiB', async () => {
    const { status, text } = await push(
      bodyOf(LARGEST(9), [Buffer.concat([largest, Buffer.from('x')])]),
    );
    expect([status, text]).toEqual([200, expect.stringContaining('FRAME_TOO_LARGE')]);
  });
});

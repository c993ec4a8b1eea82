import { Random } from '../../src/testing/random.js';
import { type Body, bodyOf, largestLogBytes, manyBytes } from './body.js';
import { CONTENT_TYPES } from './content_types.js';
import { FunctionProcess, LAUNCHERS, type Reply, temporaryFolder } from './function.js';
import { readStored } from './stored.js';

const LARGEST = (number: number) => `bodies/${number}/largest`;

/** What a form's parser takes for thousands of fields, between bytes that are no text. */
function fields(random: Random): Buffer {
  const field = () => Buffer.concat([random.bytes(random.between(0, 9)), Buffer.from('&=%')]);
  return Buffer.concat(Array.from({ length: 5000 }, field));
}

const seed = Number(process.env.SEED ?? Date.now() % 1_000_000_000);

describe.each(LAUNCHERS)('an unwrapped push to the function, started by %s,', (launcher) => {
  const folder = temporaryFolder();
  const random = new Random(seed);
  const largest = manyBytes(seed, largestLogBytes(LARGEST(0)));
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

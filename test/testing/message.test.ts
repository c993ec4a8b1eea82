import { unpack } from '../../src/bundle/unpack.js';
import { buildMessage, SECRET, serializedLogs } from '../../src/testing/message.js';

describe('the bundle builder', () => {
  test.each([false, true])('builds what unpack reads (compressed: %s)', async (compress) => {
    const text = { name: 'out', logs: ['one', 'two'], index: 5, terminalIndex: 6 };
    const binary = { name: 'dump', type: 'binary' as const, logs: [Uint8Array.of(0, 255)] };
    const bundle = await unpack(buildMessage({ streams: [text, binary], compress }));
    expect(bundle).toMatchObject({ project: 'test-project', prefix: 'test/prefix' });
    expect(SECRET.equals(bundle.secret)).toBe(true);
    const [first, second] = bundle.entries;
    expect(first).toMatchObject({ path: 'test/prefix/+/out', index: 5n, terminalIndex: 6n });
    expect(second).toMatchObject({ path: 'test/prefix/+/dump', index: 0n, terminalIndex: -1n });
    if (second?.kind !== 'stream') throw new Error('not a stream');
    const log = serializedLogs(binary)[0]!;
    expect(Buffer.from(second.records).equals(Buffer.from([log.length, ...log]))).toBe(true);
  });
});

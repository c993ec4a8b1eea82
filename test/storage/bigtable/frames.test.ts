import { once } from 'node:events';
import { constants, createServer, type Http2Server, type ServerHttp2Stream } from 'node:http2';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { GrpcTable } from '../../../src/storage/bigtable/grpc_table.js';
import type { AttemptOptions, RowWrite } from '../../../src/storage/bigtable/table.js';
import { RowRequest } from '../../../src/storage/bigtable/row_requests.js';

const ATTEMPT = { signal: undefined, timeoutMs: 10_000 };
const KB = 1024;

let server: Http2Server;
let table: GrpcTable;
let serve: (stream: ServerHttp2Stream) => Promise<void> | void;
/** What requests were written into. */
let frames: Buffer[];
let row: RowWrite;

beforeEach(async () => {
  server = createServer();
  server.on('stream', (stream) => void serve(stream));
  server.on('session', (session) => session.on('error', () => undefined));
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const { port } = server.address() as AddressInfo;
  const names = { project: 'p', instance: 'i', table: 't', appProfile: 'a' };
  table = new GrpcTable({ ...names, emulatorHost: `127.0.0.1:${port}` });
  frames = [];
  const copy = Object.getOwnPropertyDescriptor(RowRequest.prototype, 'copy')!
    .value as RowRequest['copy'];
  jest.spyOn(RowRequest.prototype, 'copy').mockImplementation(function (
    this: RowRequest,
    target,
    start,
  ) {
    frames.push(target);
    copy.call(this, target, start);
  });
});

afterEach(async () => {
  jest.restoreAllMocks();
  await table.close();
  server.close();
});

/** An empty answer of gRPC, and its status. */
function answer(stream: ServerHttp2Stream, status: number): void {
  const headers = { ':status': 200, 'content-type': 'application/grpc' };
  stream.on('error', () => undefined);
  stream.respond(headers, { waitForTrailers: true });
  stream.on('wantTrailers', () => {
    stream.sendTrailers({ 'grpc-status': String(status) });
  });
  stream.end(Buffer.alloc(5));
}

/** Writes the row. */
const WRITES = {
  putRow: (options: AttemptOptions) => table.putRow(row, options),
  setRow: (options: AttemptOptions) => table.setRow(row, options),
  setRows: (options: AttemptOptions) => table.setRows([row], options, () => undefined),
};

const CASES = (['putRow', 'setRow', 'setRows'] as const).flatMap((method) =>
  // One that is larger than what gRPC keeps for retries, and one that is smaller.
  [300 * KB, 2048 * KB].map((bytes) => [method, bytes] as const),
);

describe.each(CASES)('large requests: %s of %i bytes', (method, bytes) => {
  const write = WRITES[method];

  beforeEach(() => {
    row = { key: 'key', value: Buffer.alloc(bytes, 'log'), timestampMicros: 1000 };
  });

  test('the frame of a large row is freed when the row is written', async () => {
    let received = Buffer.alloc(0);
    serve = async (stream) => {
      received = await buffer(stream);
      answer(stream, 0);
    };
    await write(ATTEMPT);
    expect(received.includes(Buffer.from(row.value))).toBe(true);
    expect(frames.map(({ length }) => length)).toEqual([0]);
  });

  test('a frame is not freed while it is being sent, also where the server does not wait for it', async () => {
    serve = (stream) => {
      answer(stream, 0);
    };
    await write(ATTEMPT);
    expect(frames.map(({ length }) => length > bytes)).toEqual([true]);
  });

  test('the frame of a row that is not written is left to the collection of garbage', async () => {
    serve = async (stream) => {
      await buffer(stream);
      answer(stream, 13);
    };
    await expect(write(ATTEMPT)).rejects.toThrow();
    expect(frames.map(({ length }) => length > bytes)).toEqual([true]);
  });

  test.each<[string, (stream: ServerHttp2Stream) => void]>([
    [
      'the call is broken off',
      (stream) => {
        stream.close(constants.NGHTTP2_INTERNAL_ERROR);
      },
    ],
    [
      'the connection is broken off',
      (stream) => {
        stream.session?.destroy();
      },
    ],
    ['no peer reads it', () => undefined],
  ])('a frame is not freed where, while it is sent, %s', async (_what, serveIt) => {
    serve = (stream) => {
      stream.on('error', () => undefined);
      serveIt(stream);
    };
    const attempt = { signal: undefined, timeoutMs: 500 };
    await expect(write(attempt)).rejects.toThrow();
    expect(frames.map(({ length }) => length > bytes)).toEqual([true]);
  });

  test('a frame is not freed where its call is given up while it is sent', async () => {
    const giveUp = new AbortController();
    serve = (stream) => {
      stream.on('error', () => undefined);
      giveUp.abort();
    };
    const attempt = { signal: giveUp.signal, timeoutMs: 10_000 };
    await expect(write(attempt)).rejects.toThrow();
    expect(frames.map(({ length }) => length > bytes)).toEqual([true]);
  });
});

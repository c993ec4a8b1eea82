import { spawnSync } from 'node:child_process';
import type { ServerResponse } from 'node:http';
import { join } from 'node:path';
import { INSTRUMENTS, type Instrument } from '../../src/telemetry/instruments.js';
import { buildMessage, type MessageSpec } from '../../src/testing/message.js';
import { FunctionProcess, temporaryFolder, wrap } from './function.js';
import { OtlpReceiver, type ReceivedMetric } from './otlp_receiver.js';

/** Never within a test: what comes then is what the end of the process sends. */
const NEVER = '86400000';
const TRACE = '0123456789abcdef'.repeat(2);
const SPAN = 'fedcba9876543210';

const GOOD = { name: 'good', logs: ['one', 'two'] };
const BAD = { name: 'bad', type: 'binary', logs: [''] } as const;
const JUNK = { name: 'junk', type: 'datagram' } as const;
const OTHERS = [
  { name: 'bytes', type: 'binary', logs: ['1', '2', '3'] },
  { name: 'grams', type: 'datagram', logs: ['4'], terminalIndex: 0 },
] as const;

/** Pushes of every kind of end. */
const PUSHES: [what: string, status: number, spec: MessageSpec | string][] = [
  ['good', 204, { streams: [GOOD] }],
  ['known, and compressed', 204, { streams: [GOOD], compress: true }],
  ['of other types', 204, { streams: OTHERS }],
  ['mixed', 200, { streams: [{ ...GOOD, name: 'good2' }, BAD] }],
  ['nothing but junk', 204, { streams: [JUNK] }],
  ['of a wrong secret', 200, { secret: Buffer.alloc(36, 1), streams: [{ ...GOOD, name: 'late' }] }],
  ['broken', 200, 'x'],
  ['of too many streams', 503, { streams: [GOOD, GOOD, GOOD, GOOD] }],
];

async function pushAll(collect: FunctionProcess): Promise<void> {
  for (const [what, status, spec] of PUSHES) {
    const data = typeof spec === 'string' ? Buffer.from(spec) : buildMessage(spec);
    const headers = { traceparent: `00-${TRACE}-${SPAN}-01` };
    const reply = await collect.send(wrap(data), headers);
    expect([what, reply.status]).toEqual([what, status]);
  }
  expect((await collect.send(Buffer.from('no push'))).status).toBe(400);
}

describe('the metrics of a set of pushes, sent at the end,', () => {
  const folder = temporaryFolder();
  const receiver = new OtlpReceiver();
  let metrics: Map<string, ReceivedMetric>;

  beforeAll(async () => {
    await receiver.listen();
    const collect = await FunctionProcess.start('start', folder.path, {
      MAX_STREAMS: '3',
      OTEL_EXPORTER_OTLP_ENDPOINT: receiver.url,
      OTEL_METRIC_EXPORT_INTERVAL: NEVER,
      OTEL_TRACES_EXPORTER: 'otlp',
      OTEL_RESOURCE_ATTRIBUTES: 'deployment.environment.name=test',
    });
    await pushAll(collect);
    expect(receiver.requests.size).toBe(0);
    expect(await collect.end('SIGTERM')).toBe(0);
    metrics = new Map(receiver.metrics.map((metric) => [metric.name, metric]));
  });

  afterAll(async () => {
    await receiver.close();
    folder.remove();
  });

  function counts({ name }: Instrument): Record<string, number> {
    const points = metrics.get(name)?.points ?? [];
    return Object.fromEntries([...points].map(([labels, { count }]) => [labels, count]));
  }

  test('have the names, kinds, units, labels and help of the table', () => {
    const shown = [...metrics.values()].map(({ name, kind, unit, labels, help }) => {
      return { name, kind, unit, labels, help };
    });
    const byName = (one: { name: string }, other: { name: string }) =>
      one.name.localeCompare(other.name);
    expect(shown.sort(byName)).toEqual(Object.values<Instrument>(INSTRUMENTS).sort(byName));
  });

  test.each([
    [
      'pushes, by result',
      INSTRUMENTS.pushes,
      { 'result=success': 4, 'result=failure': 3, 'result=transient_failure': 2 },
    ],
    [
      'drops, by code',
      INSTRUMENTS.drops,
      { 'code=BAD_LOG': 1, 'code=BAD_FRAME': 1, 'code=COORDINATOR_REFUSED': 1 },
    ],
    ['retries, by code', INSTRUMENTS.retries, { 'code=TOO_MANY_STREAMS': 1, 'code=NOT_A_PUSH': 1 }],
    ['bundles', INSTRUMENTS.bundles, { '': 8 }],
    ['logs', INSTRUMENTS.logs, { '': 2 + 2 + 4 + 2 }],
    [
      'entries, by type',
      INSTRUMENTS.entries,
      // Of a bundle with too many, those up to the bound.
      { 'stream=TEXT': 7, 'stream=BINARY': 2, 'stream=DATAGRAM': 2 },
    ],
    [
      'times of entries, by type',
      INSTRUMENTS.entryTime,
      { 'stream=TEXT': 4, 'stream=BINARY': 2, 'stream=DATAGRAM': 2 },
    ],
    ['times of pushes', INSTRUMENTS.pushTime, { '': 9 }],
    ['sizes of bundles', INSTRUMENTS.bundleSize, { '': 8 }],
    ['entries a bundle', INSTRUMENTS.entriesPerBundle, { '': 7 }],
    ['times to inflate', INSTRUMENTS.inflateTime, { '': 1 }],
    ['times to store', INSTRUMENTS.storeTime, { 'code=OK': 5 }],
    ['hits and misses of the cache', INSTRUMENTS.cache, { 'hit=true': 1, 'hit=false': 5 }],
    ['streams in the cache', INSTRUMENTS.cacheSize, { '': 4 }],
    ['bytes under way', INSTRUMENTS.inFlightBytes, { '': 0 }],
  ])('count %s', (_what, instrument, expected) => {
    expect(counts(instrument)).toEqual(expected);
  });

  test('have the sum of the sizes, as they came', () => {
    const sizes = PUSHES.map(([, , spec]) =>
      typeof spec === 'string' ? 1 : buildMessage(spec).length,
    );
    const sum = sizes.reduce((one, other) => one + other);
    expect(metrics.get(INSTRUMENTS.bundleSize.name)!.points.get('')!.sum).toBe(sum);
  });

  test('name the sending instance', () => {
    expect(receiver.resources).toEqual([
      expect.objectContaining({
        'service.name': 'logdog-collector',
        'service.version': expect.stringMatching(/^\d/) as string,
        'service.instance.id': expect.stringMatching(/^[\da-f-]{36}$/) as string,
        'deployment.environment.name': 'test',
      }),
    ]);
  });

  test('come with a trace per message: a child of the request, with a child per stream', () => {
    const messages = receiver.spans.filter(({ name }) => name === 'logdog.collect');
    const streams = receiver.spans.filter(({ name }) => name === 'logdog.stream');
    expect(messages).toHaveLength(PUSHES.length + 1);
    expect(streams).toHaveLength(8);
    const [good] = messages;
    expect(good).toMatchObject({ traceId: TRACE, parentSpanId: SPAN });
    expect(streams[0]).toMatchObject({
      traceId: TRACE,
      parentSpanId: good!.spanId,
      attributes: {
        'logdog.path': 'test/prefix/+/good',
        'logdog.outcome': 'stored',
        'logdog.logs': 2,
      },
    });
  });
});

async function pushGood(collect: FunctionProcess, times: number): Promise<void> {
  for (let push = 0; push < times; push++) {
    expect((await collect.push(buildMessage({ streams: [GOOD] }))).status).toBe(204);
  }
}

describe('metrics within requests', () => {
  const folder = temporaryFolder();
  let receiver: OtlpReceiver | undefined;

  afterEach(async () => {
    await receiver?.close();
    receiver = undefined;
  });

  afterAll(() => {
    folder.remove();
  });

  function start(endpoint: string): Promise<FunctionProcess> {
    return FunctionProcess.start('start', folder.path, {
      OTEL_EXPORTER_OTLP_ENDPOINT: endpoint,
      OTEL_METRIC_EXPORT_INTERVAL: '1',
    });
  }

  test('are sent before the answer', async () => {
    receiver = await new OtlpReceiver().listen();
    const collect = await start(receiver.url);
    await collect.push(buildMessage({ streams: [GOOD] }));
    const pushes = receiver.metrics.find(({ name }) => name === INSTRUMENTS.pushes.name);
    expect(pushes?.points.get('result=success')?.count).toBe(1);
    await collect.end('SIGKILL');
  });

  const BAD_RECEIVERS: [what: string, answer: (response: ServerResponse) => void][] = [
    ['never answers', () => undefined],
    [
      'breaks the connection',
      (response) => {
        response.destroy();
      },
    ],
  ];
  test.each(BAD_RECEIVERS)(
    'fail no push, and not the end either, where the receiver %s',
    async (_what, answer) => {
      receiver = await new OtlpReceiver(answer).listen();
      const collect = await start(receiver.url);
      await pushGood(collect, 20);
      // While one send is under way, or is tried again, there is no other.
      expect(receiver.requests.get('/v1/metrics')).toBeLessThan(20);
      expect(await collect.end('SIGTERM')).toBe(0);
    },
  );

  test('fail no push where the receiver refuses them, and say so once', async () => {
    receiver = await new OtlpReceiver((response) => {
      response.writeHead(400).end();
    }).listen();
    const collect = await start(receiver.url);
    await pushGood(collect, 5);
    expect(receiver.requests.get('/v1/metrics')).toBeGreaterThan(1);
    expect(await collect.end('SIGTERM')).toBe(0);
    expect(collect.output.match(/metrics and traces do not reach/g)).toHaveLength(1);
  });

  test('fail no push where no receiver listens', async () => {
    const gone = await new OtlpReceiver().listen();
    const { url } = gone;
    await gone.close();
    const collect = await start(url);
    await pushGood(collect, 20);
    expect(await collect.end('SIGTERM')).toBe(0);
  });
});

describe('a function with metrics', () => {
  test.each([
    ['without telemetry loads none of its packages', {}, /opentelemetry/],
    [
      'with metrics alone loads no package of traces',
      { OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:1' },
      /exporter-trace-otlp-http|sdk-trace/,
    ],
  ])('%s', (_what, settings, unwanted) => {
    const folder = temporaryFolder();
    const main = join(__dirname, '../../dist/index.js');
    const script = `require(${JSON.stringify(main)}); console.log(JSON.stringify(Object.keys(require.cache))); process.exit(0)`;
    const env = { PATH: process.env.PATH, DATA_DIR: folder.path, ...settings };
    const { stdout, stderr } = spawnSync(process.execPath, ['-e', script], {
      env,
      encoding: 'utf8',
    });
    folder.remove();
    expect(stderr).toBe('');
    expect((JSON.parse(stdout) as string[]).filter((path) => unwanted.test(path))).toEqual([]);
  });
});

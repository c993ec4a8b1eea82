import type { WriteMode } from '../../src/storage/bigtable/bigtable.js';
import {
  buildBundle,
  buildMessage,
  serializedLogs,
  type StreamSpec,
} from '../../src/testing/message.js';
import { FakeCoordinator } from '../fakes/coordinator.js';
import { servePrpc } from '../fakes/coordinator_server.js';
import { type PlainRow, plainRows } from '../plain/rows.js';
import { bigtableSettings } from './bigtable_function.js';
import { describeOnEmulator } from './emulator.js';
import { FunctionProcess } from './function.js';

/** More pushes, and both ways of writing each bundle, are for `LOAD=full npx jest e2e/sizes`. */
const FULL = process.env.LOAD === 'full';
const PUSHES = FULL ? 16 : 3;
const onLinux = process.platform === 'linux';
const MiB = 1024 * 1024;
const MAX_BUNDLE_BYTES = 10 * MiB;
/** Of Node's own memory, which it fills at its leisure where it may. */
const HEAP_MIB = 128;
/** All of the process: what Node takes when it starts, that heap, and some times the bundle, as it comes and goes. */
const MAX_PEAK_BYTES = 320 * MiB;
/** What the later half of the pushes may take on top of the first one. */
const MAX_GROWTH_BYTES = 32 * MiB;

interface SizedBundle {
  readonly name: string;
  readonly rowLimit: number;
  readonly streams: readonly StreamSpec[];
  /** How it is written where that is not both ways. */
  readonly writes: WriteMode;
}

const ONE_STREAM = filled([streamOf(0, 10_000, 1000)]);
const BUNDLES: readonly SizedBundle[] = [
  { name: 'one stream', rowLimit: 10 * MiB, streams: ONE_STREAM, writes: 'conditional' },
  {
    name: '5,000 streams',
    rowLimit: 10 * MiB,
    streams: filled(Array.from({ length: 5000 }, (_, number) => streamOf(number, 2, 900))),
    writes: 'grouped',
  },
  {
    name: 'one stream in rows of 64 KiB',
    rowLimit: 64 * 1024,
    streams: ONE_STREAM,
    writes: 'conditional',
  },
];
const RUNS = BUNDLES.flatMap((bundle) =>
  FULL ? (['conditional', 'grouped'] as const).map((writes) => ({ ...bundle, writes })) : [bundle],
);

/** Logs of all sizes up to twice the one told. */
function streamOf(number: number, count: number, bytes: number): StreamSpec {
  const size = (at: number) => ((at * 7919) % (2 * bytes)) + 1;
  const logs = Array.from({ length: count }, (_, at) => `${number} ${at} `.padEnd(size(at), '&'));
  return { name: `stream/${number}`, logs };
}

/** The streams, and one that makes them a bundle of 10 MiB. */
function filled(streams: readonly StreamSpec[]): StreamSpec[] {
  let bytes = 0;
  for (;;) {
    const logs = 'x'.repeat(bytes).match(/.{1,1000}/g) ?? [];
    const all = [...streams, { name: 'filling', logs }];
    const size = buildBundle({ prefix: prefixOf(0), streams: all }).length;
    if (size === MAX_BUNDLE_BYTES) return all;
    bytes += MAX_BUNDLE_BYTES - size;
  }
}

/** Of the same length for each push. */
function prefixOf(push: number): string {
  return `push/${String(push).padStart(3, '0')}`;
}

function rowsOf(push: number, { streams, rowLimit }: SizedBundle): PlainRow[] {
  return streams.flatMap((stream) => {
    const path = `test-project/${prefixOf(push)}/+/${stream.name}`;
    return plainRows(path, 0n, serializedLogs(stream), rowLimit).rows;
  });
}

/** Pushes a bundle again and again, each time of another prefix; tells how much memory each push took at most. */
async function pushAll(collect: FunctionProcess, { streams }: SizedBundle): Promise<number[]> {
  const peaks: number[] = [];
  for (let push = 0; push < PUSHES; push++) {
    const message = buildMessage({ prefix: prefixOf(push), streams, compress: true });
    if (onLinux) collect.forgetPeak();
    expect(await collect.push(message)).toEqual({ status: 204, text: '' });
    peaks.push(onLinux ? collect.peakBytes() : 0);
  }
  return peaks;
}

describeOnEmulator('a bundle of 10 MiB', (emulator) => {
  test.each(RUNS)(
    'with $name, by $writes writes, comes to the right rows, in flat memory',
    async (run) => {
      const table = await emulator().createTable();
      const coordinator = await servePrpc(new FakeCoordinator());
      const collect = await FunctionProcess.start('functions-framework', 'none', {
        ...bigtableSettings(table, run.writes),
        COORDINATOR_HOST: coordinator.host,
        PUSH_AUTH: 'off',
        ROW_LIMIT_BYTES: String(run.rowLimit),
        // Full after one push of many streams: it is to grow no further.
        STATE_CACHE_SIZE: '5000',
        NODE_OPTIONS: `--max-old-space-size=${HEAP_MIB}`,
      });
      const peaks = await pushAll(collect, run);
      await collect.end('SIGKILL');
      await coordinator.stop();
      const figures = peaks.map((bytes) => Math.round(bytes / MiB)).join(' ');
      console.info(`${run.name}, ${run.writes} writes: at most ${figures} MiB in each push`);

      const cells = await emulator().cells(table);
      const rows = Array.from({ length: PUSHES }, (_, push) => rowsOf(push, run)).flat();
      const right = rows.filter(({ key, value }) => {
        const versions = cells.get(key) ?? [];
        return versions.length === 1 && versions[0]!.value.equals(value);
      });
      expect([cells.size, right.length]).toEqual([rows.length, rows.length]);
      const half = Math.ceil(PUSHES / 2);
      const later = Math.max(...peaks.slice(half));
      expect(later).toBeLessThan(MAX_PEAK_BYTES);
      if (FULL) expect(later).toBeLessThan(Math.max(...peaks.slice(0, half)) + MAX_GROWTH_BYTES);
    },
    10 * 60_000,
  );
});

import { status } from '@grpc/grpc-js';
import { buildMessage, serializedLogs } from '../../src/testing/message.js';
import { frame } from '../../src/testing/records.js';
import { plainRowKey } from '../plain/rows.js';
import { bigtableSettings } from './bigtable_function.js';
import { BigtableGate } from './bigtable_gate.js';
import { CANARY, CANARY_LOG, expectNoCanary } from './canary.js';
import { describeOnEmulator } from './emulator.js';
import { FunctionProcess, temporaryFolder } from './function.js';
import { TcpProxy } from './tcp_proxy.js';

const DEADLINE_MS = 2500;
/** What a loaded machine adds. */
const SLACK_MS = 5000;
/** More than go out one by one when rows are grouped. */
const STREAMS = 5;

/** The ways to break the table of a function: a table that is there, a gate before it, a way to the gate. */
interface Parts {
  readonly gate: BigtableGate;
  readonly proxy: TcpProxy;
  readonly makeTable: () => Promise<unknown>;
}

interface Outage {
  readonly what: string;
  readonly begin: (parts: Parts) => void | Promise<void>;
  readonly mend: (parts: Parts) => unknown;
  readonly says: RegExp;
}

function answered(what: string, code: status, details: string, says: RegExp): Outage {
  return {
    what,
    begin: ({ gate }) => {
      gate.fault = { code, details };
    },
    mend: ({ gate }) => {
      gate.fault = undefined;
    },
    says,
  };
}

/** In this order: the first finds a table that has never been there. */
const OUTAGES: readonly Outage[] = [
  {
    what: 'the table is missing',
    begin: () => undefined,
    mend: ({ makeTable }) => makeTable(),
    says: /NotFound.*BIGTABLE_TABLE/,
  },
  answered(
    'permission is denied',
    status.PERMISSION_DENIED,
    'Access denied. Missing IAM permission: bigtable.tables.mutateRows.',
    /PermissionDenied.*roles\/bigtable\.user/,
  ),
  answered(
    'the app profile is unknown',
    status.NOT_FOUND,
    'App profile projects/project/instances/instance/appProfiles/collector not found',
    /NotFound: .*App profile .*BIGTABLE_APP_PROFILE/,
  ),
  answered(
    'the app profile does not allow single-row transactions',
    status.FAILED_PRECONDITION,
    'Single-row transactions are not allowed by this app profile',
    /FailedPrecondition.*BIGTABLE_APP_PROFILE.*single-row transactions/,
  ),
  answered(
    'there are no credentials that it takes',
    status.UNAUTHENTICATED,
    'Request had invalid authentication credentials',
    /Unauthenticated.*service account/,
  ),
  {
    what: 'nothing listens',
    begin: ({ proxy }) => proxy.set('closed'),
    mend: ({ proxy }) => proxy.set('open'),
    says: /cannot be reached: check the network/,
  },
  {
    what: 'it takes connections and says nothing',
    begin: ({ proxy }) => proxy.set('hole'),
    mend: ({ proxy }) => proxy.set('open'),
    says: /does not answer|cannot be reached/,
  },
];

describeOnEmulator('a Bigtable that does not take rows', (emulator) => {
  describe.each(['conditional', 'grouped'] as const)('by %s writes', (writes) => {
    const folder = temporaryFolder();
    let gate: BigtableGate;
    let proxy: TcpProxy;
    let collect: FunctionProcess;
    const table = () => emulator().table(`outages-${writes}`);

    beforeAll(async () => {
      gate = await BigtableGate.start(emulator().host);
      proxy = await TcpProxy.start(gate.port);
      const reached = { ...table(), emulatorHost: `127.0.0.1:${proxy.port}` };
      collect = await FunctionProcess.start('functions-framework', folder.path, {
        ...bigtableSettings(reached, writes),
        MESSAGE_DEADLINE: `${DEADLINE_MS}ms`,
      });
    });

    afterAll(async () => {
      await collect.end('SIGKILL');
      await proxy.close();
      gate.stop();
      folder.remove();
      expectNoCanary(collect.output);
    });

    test.each(OUTAGES)(
      'where $what, nacks in time and says what to do; when mended, all lands',
      async ({ what, begin, mend, says }) => {
        const prefix = what.replaceAll(/\W+/g, '-');
        const streams = Array.from({ length: STREAMS }, (_, number) => ({
          name: `stream/${number}`,
          logs: [CANARY_LOG, `of ${number}`],
        }));
        const message = buildMessage({ prefix, secret: CANARY, streams });
        const parts = {
          gate,
          proxy,
          makeTable: () => emulator().createTable(['log'], table().table),
        };

        await begin(parts);
        try {
          const begun = performance.now();
          const { status, text } = await collect.push(message);
          expect(performance.now() - begun).toBeLessThan(DEADLINE_MS + SLACK_MS);
          const { code, message: said } = JSON.parse(text) as { code: string; message: string };
          // Where some rows are tried after others, the time may run out first; then it says what failed before.
          expect(status).toBe(503);
          expect(code).toMatch(/^(STORAGE_FAILED|DEADLINE)$/);
          expect(said).toMatch(says);
        } finally {
          await mend(parts);
        }

        await collect.until(async () => (await collect.push(message)).status === 204);
        const cells = await emulator().cells(table());
        for (const stream of streams) {
          const key = plainRowKey(`test-project/${prefix}/+/${stream.name}`, 1n, 2);
          const value = Buffer.concat(serializedLogs(stream).map(frame));
          expect(cells.get(key)?.map((cell) => cell.value)).toEqual([value]);
        }
      },
    );
  });
});

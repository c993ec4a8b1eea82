import { GRPC_CODES } from '../../src/common/errors.js';
import type { TableName } from '../../src/storage/bigtable/grpc_table.js';
import { buildMessage } from '../../src/testing/message.js';
import { bigtableSettings } from '../e2e/bigtable_function.js';
import { BigtableGate } from '../e2e/bigtable_gate.js';
import type { Emulator } from '../e2e/emulator.js';
import { FunctionProcess, wrap } from '../e2e/function.js';
import { FakeCoordinator } from '../fakes/coordinator.js';
import { servePrpc } from '../fakes/coordinator_server.js';
import type { HttpServer } from '../fakes/http_server.js';
import { plainRowKey } from '../plain/rows.js';
import { COLLECTOR_DEPARTURES } from './departures.js';
import type { MessageLine, Script } from './line.js';
import { rewrite } from './message_line.js';
import { predict } from './model.js';
import { differences, type Expected } from './observation.js';
import { coordinatorScript } from './scripted.js';

/** Of the answers to pushes, what they mean. */
const OUTCOMES: Readonly<Record<number, string>> = {
  204: 'success',
  200: 'failure',
  503: 'transient_failure',
};

const WARM_UP = buildMessage({ streams: [{ name: 'warm-up', logs: ['x'] }] });
/** The row of no line. */
export const WARM_UP_KEY = plainRowKey('test-project/test/prefix/+/warm-up', 0n, 1);

/** How a function is started for a line. */
export interface Wants {
  /** ROW_LIMIT_BYTES. */
  readonly maxRowSize?: number | undefined;
  /** MESSAGE_DEADLINE. */
  readonly deadline: string;
}

export function wantsOf({ script }: MessageLine): Wants {
  // What may pass is tried for half that time. A line without a failure may take long on a busy machine.
  const deadline = script?.putCode === 'Unavailable' ? '400ms' : '20s';
  return { maxRowSize: script?.maxRowSize, deadline };
}

/** What a line is to lead to, and where its rows are known by. */
export interface Pushed {
  readonly name: string;
  readonly expected: Expected;
  /** Keys of rows that were there before. */
  readonly planted: readonly string[];
  /** What was not as expected of the answer and of the Coordinator's calls. */
  readonly differences: readonly string[];
}

/**
 * A function in a process of its own, over a table of the emulator and a Coordinator that follows the script of the line
 * which is pushed. What a script says of the storage is said by a gate before the emulator, or lies in the table before.
 */
export class GoldenFunction {
  /** The calls of the line before. */
  private earlier = new Set<string>();

  private constructor(
    private readonly func: FunctionProcess,
    private readonly coordinator: FakeCoordinator,
    private readonly server: HttpServer,
    private readonly gate: BigtableGate,
    private readonly emulator: Emulator,
    private readonly table: TableName,
  ) {}

  static async start(
    emulator: Emulator,
    table: TableName,
    { maxRowSize, deadline }: Wants,
  ): Promise<GoldenFunction> {
    const coordinator = new FakeCoordinator();
    const server = await servePrpc(coordinator);
    const gate = await BigtableGate.start(emulator.host);
    const reached = { ...table, emulatorHost: `127.0.0.1:${gate.port}` };
    const collect = await FunctionProcess.start('functions-framework', 'none', {
      ...bigtableSettings(reached, 'conditional'),
      COORDINATOR_HOST: server.host,
      PUSH_AUTH: 'off',
      // No line finds what another one has cached.
      STATE_CACHE_SIZE: '1',
      STATE_CACHE_EXPIRATION: '1ms',
      MESSAGE_DEADLINE: deadline,
      ...(maxRowSize !== undefined && { ROW_LIMIT_BYTES: String(maxRowSize) }),
    });
    // The first message of a process takes longer, for it loads the clients.
    await collect.until(async () => (await collect.push(WARM_UP)).status === 204);
    return new GoldenFunction(collect, coordinator, server, gate, emulator, table);
  }

  /** Pushes a line's message, and looks at all but the rows. */
  async push(line: MessageLine): Promise<Pushed> {
    const { name, script = {} } = line;
    const message = Buffer.from(line.message, 'base64');
    const { expected, doubts } = rewrite(line, message, script);
    const planted = script.putExists === true ? keysOf(message, script) : [];
    for (const key of planted) await this.emulator.setCells(this.table, key, [['log', 'data']]);
    const calls: string[] = [];
    this.coordinator.script = coordinatorScript(script, calls);
    const code = script.putCode && GRPC_CODES.indexOf(script.putCode);
    this.gate.fault = code === undefined ? undefined : { code, details: 'as the script says' };
    // What a line is to lead to can take longer to find than the function keeps a connection.
    const { status } = await this.func.send(wrap(message), { connection: 'close' });
    const outcome = OUTCOMES[status] ?? `status ${status}`;
    // On a busy machine, a call of a slow Batch is sent once more by itself, and may come when the next line is pushed.
    const isLate = (call: string) => this.earlier.has(call) && !expected.calls.includes(call);
    const once = [...new Set(calls)].filter((call) => !isLate(call));
    this.earlier = new Set(calls);
    const observed = { outcome, calls: once, rows: new Map<string, Uint8Array>() };
    const found = [...doubts, ...differences({ ...expected, rows: [] }, observed)];
    // The state cache, which the files know nothing of, spares calls; what is called has to be expected.
    const told = found.filter((text) => !text.startsWith('call missing'));
    return { name, expected, planted, differences: told };
  }

  async stop(): Promise<void> {
    await this.func.end('SIGKILL');
    await this.server.stop();
    this.gate.stop();
  }
}

/** The rows of a message, were they not there already. */
function keysOf(message: Buffer, script: Script): string[] {
  const { rows } = predict(message, { ...script, putExists: false }, new Set(COLLECTOR_DEPARTURES));
  return [...rows.keys()];
}

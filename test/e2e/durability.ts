import type { Topic } from '@google-cloud/pubsub';
import type { WriteMode } from '../../src/storage/bigtable/bigtable.js';
import { bigtableSettings } from './bigtable_function.js';
import { FunctionProcess, type Launcher, temporaryFolder } from './function.js';
import { KillableTable } from './killable_table.js';
import { type MixedMessage, MixedMessages, type Volume } from './mixed_messages.js';
import { publish, type Pubsub, PUSH_FORMS } from './pubsub.js';
import { PushRelay } from './push_relay.js';
import { findChanged, findMissing, findUnreadable, findWrongRows } from './table_checks.js';

export interface DurabilityOptions extends Volume {
  readonly launcher: Launcher;
  /** How the messages are stored first. */
  readonly writes: WriteMode;
  readonly functionKills: number;
  readonly tableKills: number;
  /** Hears of what happens. */
  readonly tell: (text: string) => void;
}

export interface DurabilityReport {
  /** Pushes that were not acked while things were killed. */
  readonly nacks: number;
  /** Rows of acked messages that were not there when something was killed, and afterwards. */
  readonly lost: readonly string[];
  /** Rows that are not as the messages say, and rows that no message says. */
  readonly wrong: readonly string[];
  /** Streams that cannot be read from their first log to their last, each once and in order. */
  readonly unreadable: readonly string[];
  /** Rows that were added or changed when all messages came again. */
  readonly changed: readonly string[];
  /** As `unreadable`, after the logs came again in other stretches. */
  readonly unreadableRecut: readonly string[];
  readonly output: string;
}

/** Topics, each with a subscription that has two pushes under way on this emulator. */
const TOPICS = 8;
/** The time for a message: so short that some are given up while the table is away. */
const DEADLINE = '6s';

/** Publishes messages while the function and the table are killed, then all of them again, and looks at what is stored. */
export async function runDurability(
  pubsub: Pubsub,
  options: DurabilityOptions,
): Promise<DurabilityReport> {
  const rig = await Rig.start(pubsub, options);
  try {
    return await rig.run();
  } finally {
    await rig.stop();
  }
}

class Rig {
  private readonly folder = temporaryFolder();
  private readonly mixed: MixedMessages;
  private readonly topics: Topic[] = [];
  private output = '';
  private func: FunctionProcess | undefined;

  private constructor(
    private readonly pubsub: Pubsub,
    private readonly options: DurabilityOptions,
    private readonly table: KillableTable,
    private readonly relay: PushRelay,
  ) {
    this.mixed = new MixedMessages(options);
  }

  static async start(pubsub: Pubsub, options: DurabilityOptions): Promise<Rig> {
    return new Rig(pubsub, options, await KillableTable.start(), await PushRelay.start());
  }

  async run(): Promise<DurabilityReport> {
    const { relay, table, mixed, options } = this;
    for (let topic = 0; topic < TOPICS; topic++) {
      const form = PUSH_FORMS[topic % PUSH_FORMS.length]!;
      this.topics.push(await this.pubsub.topic(relay.endpoint(form)));
    }
    await this.startFunction(options.writes);
    const lost = await this.deliverThroughKills();
    const nacks = relay.nacks;
    const before = await table.cells();
    const wrong = findWrongRows(before, mixed);
    const unreadable = await findUnreadable(table.name, mixed);
    const changed: string[] = [];
    // Grouped writes give a row that conditional ones wrote a second version: docs/differences.md.
    const { writes } = options;
    for (const time of ['once more', 'twice more']) {
      await this.restartFunction(writes);
      await this.deliver(mixed.shuffled(), `again, ${time}, ${writes} writes`);
      changed.push(...findChanged(before, await table.cells()));
    }
    await this.deliver(mixed.cutDifferently(), 'the same logs, cut differently');
    const unreadableRecut = await findUnreadable(table.name, mixed);
    return { nacks, lost, wrong, unreadable, changed, unreadableRecut, output: this.output };
  }

  async stop(): Promise<void> {
    await this.killFunction();
    await this.relay.stop();
    await this.table.stop();
    this.folder.remove();
  }

  /** @returns the rows of acked messages that are not there when something is killed, or in the end */
  private async deliverThroughKills(): Promise<string[]> {
    const { relay, mixed, table, options } = this;
    const { functionKills, tableKills, tell } = options;
    const { length } = mixed.messages;
    const published = publish(
      this.topics,
      mixed.messages.map(({ data }) => data),
    );
    const byId = published.then((ids) => new Map(ids.map((id, at) => [id, mixed.messages[at]!])));
    const lost: string[] = [];
    for (const kill of schedule(functionKills, tableKills)) {
      await relay.until(() => relay.acked.size >= kill.at * length);
      tell(`${relay.acked.size} of ${length} messages acked: kill -9 of the ${kill.what}`);
      if (kill.what === 'function') await this.restartFunction(options.writes);
      else lost.push(...findMissing(await table.kill(), await ackedOf(byId, relay)));
    }
    await relay.ackedOf(await published);
    lost.push(...findMissing(await table.cells(), mixed.messages));
    tell(`${length} of ${length} messages acked, ${relay.nacks} pushes came again`);
    return lost;
  }

  private async deliver(messages: readonly Buffer[], what: string): Promise<void> {
    const { relay, topics, options } = this;
    await relay.ackedOf(await publish(topics, messages));
    options.tell(`${messages.length} messages acked: ${what}`);
  }

  private async restartFunction(writes: WriteMode): Promise<void> {
    await this.killFunction();
    await this.startFunction(writes);
  }

  private async startFunction(writes: WriteMode): Promise<void> {
    const env = { ...bigtableSettings(this.table.name, writes), MESSAGE_DEADLINE: DEADLINE };
    this.func = await FunctionProcess.start(this.options.launcher, this.folder.path, env);
    this.relay.port = this.func.port;
  }

  private async killFunction(): Promise<void> {
    const { func } = this;
    this.func = undefined;
    this.relay.port = undefined;
    await func?.end('SIGKILL');
    this.output += func?.output ?? '';
  }
}

interface Kill {
  readonly what: 'function' | 'table';
  /** After which part of the messages. */
  readonly at: number;
}

/** Both kinds spread evenly over the messages, at different times. */
function schedule(functionKills: number, tableKills: number): Kill[] {
  const evenly = (what: Kill['what'], count: number, offset: number) =>
    Array.from({ length: count }, (_, kill) => ({ what, at: (kill + offset) / count }));
  const kills = [...evenly('function', functionKills, 0.4), ...evenly('table', tableKills, 0.55)];
  return kills.sort((a, b) => a.at - b.at);
}

/** The messages that are acked by now: when a table was just killed, none of them can have been stored in the next one. */
async function ackedOf(
  byId: Promise<Map<string, MixedMessage>>,
  { acked }: PushRelay,
): Promise<MixedMessage[]> {
  const ids = [...acked];
  const messages = await byId;
  return ids.map((id) => messages.get(id)!);
}

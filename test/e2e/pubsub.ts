import { PubSub, type Topic } from '@google-cloud/pubsub';
import { credentials } from '@grpc/grpc-js';
import { findEmulator, PubsubEmulator } from '../../src/cli/dev/emulator.js';
import { testIo } from '../cli/io.js';
import { describeOnEmulator, type Emulator } from './emulator.js';

/** How messages are pushed: in Pub/Sub's JSON, or the data as it is, with what else there is as headers. */
export const PUSH_FORMS = ['wrapped', 'unwrapped'] as const;
export type PushForm = (typeof PUSH_FORMS)[number];

const PROJECT = 'local';
/** Longer than the function takes for a message in any test. */
const ACK_DEADLINE_SECONDS = 60;
/** So many publications are under way at once. */
const AT_ONCE = 64;

/** The Pub/Sub emulator of the Google Cloud SDK, and the official client of it. */
export class Pubsub {
  private topics = 0;

  private constructor(
    private readonly emulator: PubsubEmulator,
    private readonly client: PubSub,
  ) {}

  static async start(): Promise<Pubsub> {
    const found = findEmulator(process.env);
    if ('missing' in found) throw new Error(`no Pub/Sub emulator: ${found.missing}`);
    const emulator = await PubsubEmulator.start(found.path, testIo({ env: process.env }));
    try {
      await emulator.ready();
    } catch (error) {
      await emulator.close();
      throw error;
    }
    const client = new PubSub({
      projectId: PROJECT,
      apiEndpoint: emulator.host,
      emulatorMode: true,
      sslCreds: credentials.createInsecure(),
      // Else credentials are looked for.
      universeDomain: 'googleapis.com',
    });
    return new Pubsub(emulator, client);
  }

  /**
   * A topic of its own, with a subscription that pushes to an endpoint.
   *
   * @param form the emulator's own unwrapped push is good for messages that are UTF-8 only: other bytes it replaces by
   *   those of U+FFFD; `PushRelay` unwraps as the service does
   */
  async topic(endpoint: string, form: PushForm = 'wrapped'): Promise<Topic> {
    const name = `topic-${++this.topics}`;
    const [topic] = await this.client.createTopic(name);
    const noWrapper = form === 'unwrapped' ? { noWrapper: { writeMetadata: true } } : {};
    await topic.createSubscription(`${name}-push`, {
      ackDeadlineSeconds: ACK_DEADLINE_SECONDS,
      pushConfig: { pushEndpoint: endpoint, ...noWrapper },
    });
    return topic;
  }

  async stop(): Promise<void> {
    await this.client.close();
    await this.emulator.close();
  }
}

/** Publishes messages, the first to the first topic and so on round. @returns their ids, in order */
export async function publish(
  topics: readonly Topic[],
  messages: readonly Buffer[],
  attributes: Readonly<Record<string, string>> = {},
): Promise<string[]> {
  const ids = new Array<string>(messages.length);
  let next = 0;
  const work = async () => {
    while (next < messages.length) {
      const number = next++;
      const topic = topics[number % topics.length]!;
      ids[number] = await topic.publishMessage({ data: messages[number]!, attributes });
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return ids;
}

/** Tests on the emulators of Pub/Sub and Bigtable: skipped where either is missing, but not under CI. */
export function describeOnPubsub(
  name: string,
  body: (pubsub: () => Pubsub, emulator: () => Emulator) => void,
): void {
  const found = findEmulator(process.env);
  if ('missing' in found && process.env.CI !== 'true') {
    describe.skip(`${name}: skipped, for there is no Pub/Sub emulator: ${found.missing}`, () => {
      body(skipped, skipped);
    });
    return;
  }
  describeOnEmulator(name, (emulator) => {
    let pubsub: Pubsub | undefined;
    beforeAll(async () => {
      pubsub = await Pubsub.start();
    });
    afterAll(() => pubsub?.stop());
    body(() => pubsub!, emulator);
  });
}

function skipped(): never {
  throw new Error('skipped');
}

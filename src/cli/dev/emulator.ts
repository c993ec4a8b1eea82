import { spawn } from 'node:child_process';
import { existsSync, realpathSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { freePort, ChildServer } from '../child_function.js';
import type { Io } from '../io.js';

/** Where the emulator is in the Google Cloud SDK. */
const EMULATOR = 'platform/pubsub-emulator/bin/cloud-pubsub-emulator';

const REQUEST_MS_MAX = 10_000;
/** So much of an answer is reported. */
const ANSWER_CHARS = 2000;

/** For a process that does not run for hours: it starts sooner, and spends less on compiling. */
const JAVA_OPTS = '-XX:TieredStopAtLevel=1 -XX:+UseSerialGC';

/** Longer than the function takes for a message at most (MESSAGE_DEADLINE). */
const ACK_DEADLINE_SECONDS = 90;

/** Finds the emulator of the Google Cloud SDK that PATH leads to. @returns its path, or why there is none */
export function findEmulator(env: NodeJS.ProcessEnv): { path: string } | { missing: string } {
  const gcloud = which('gcloud', env);
  if (gcloud === undefined) return { missing: 'there is no gcloud on PATH' };
  const path = join(dirname(dirname(realpathSync(gcloud))), EMULATOR);
  if (!existsSync(path)) {
    return { missing: 'this gcloud has none: gcloud components install pubsub-emulator' };
  }
  return which('java', env) === undefined ? { missing: 'it needs java on PATH' } : { path };
}

function which(program: string, { PATH = '' }: NodeJS.ProcessEnv): string | undefined {
  const folders = PATH.split(delimiter).filter((folder) => folder !== '');
  return folders.map((folder) => join(folder, program)).find((path) => existsSync(path));
}

/** A Pub/Sub emulator in a process of its own. */
export class PubsubEmulator extends ChildServer {
  static async start(path: string, io: Io, preferredPort?: number): Promise<PubsubEmulator> {
    const port = await freePort(preferredPort);
    const child = spawn(path, ['--host=127.0.0.1', `--port=${port}`], {
      env: { PATH: io.env.PATH, JAVA_HOME: io.env.JAVA_HOME, HOME: io.env.HOME, JAVA_OPTS },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const url = new URL(`http://127.0.0.1:${port}/v1/projects/local/topics`);
    return new PubsubEmulator('the Pub/Sub emulator', url, child, io);
  }

  /** For PUBSUB_EMULATOR_HOST. */
  get host(): string {
    return this.url.host;
  }

  /** Makes a topic, and pushes what is published there. @throws CollectorError COMMAND_FAILED */
  async connect(topic: string, endpoint: URL): Promise<void> {
    await this.ready();
    await this.put(topic, {});
    const subscription = topic.replace(/\/topics\/.*$/, '/subscriptions/logdog-collector');
    await this.put(subscription, {
      topic,
      ackDeadlineSeconds: ACK_DEADLINE_SECONDS,
      pushConfig: { pushEndpoint: endpoint.href },
    });
  }

  private async put(resource: string, content: object): Promise<void> {
    const response = await fetch(new URL(`/v1/${resource}`, this.url), {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(content),
      signal: AbortSignal.any([this.io.signal, AbortSignal.timeout(REQUEST_MS_MAX)]),
    });
    const said = await response.text();
    if (!response.ok) {
      throw this.failure(`refuses ${resource}: ${response.status} ${said.slice(0, ANSWER_CHARS)}`);
    }
  }
}

import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, realpathSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { CollectorError } from '../../common/errors.js';
import { freePort } from '../child_function.js';
import { stopChild, waitForAnswer, waitForEnd } from '../child_process.js';
import type { Io } from '../io.js';

/** Where the emulator is in the Google Cloud SDK. */
const EMULATOR = 'platform/pubsub-emulator/bin/cloud-pubsub-emulator';

const START_MS_MAX = 60_000;
const REQUEST_MS_MAX = 10_000;
/** How many of the last characters of its output are kept, to report if it does not start. */
const PRINTED_CHARS = 2000;

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
export class PubsubEmulator {
  private printed = '';

  private constructor(
    private readonly child: ChildProcess,
    /** For PUBSUB_EMULATOR_HOST. */
    readonly host: string,
    private readonly io: Io,
  ) {
    for (const output of [child.stdout, child.stderr]) {
      output?.on('data', (chunk: Buffer) => {
        this.printed = (this.printed + chunk.toString()).slice(-PRINTED_CHARS);
      });
    }
    // It cannot be run at all.
    child.on('error', (error) => {
      this.printed += `${error.message}\n`;
    });
  }

  static async start(path: string, io: Io, preferredPort?: number): Promise<PubsubEmulator> {
    const port = await freePort(preferredPort);
    const child = spawn(path, ['--host=127.0.0.1', `--port=${port}`], {
      env: { PATH: io.env.PATH, JAVA_HOME: io.env.JAVA_HOME, HOME: io.env.HOME, JAVA_OPTS },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    return new PubsubEmulator(child, `127.0.0.1:${port}`, io);
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

  /** Resolves when it answers. @throws CollectorError COMMAND_FAILED */
  async ready(): Promise<void> {
    const url = this.urlOf('projects/local/topics');
    const why = await waitForAnswer(this.child, url, START_MS_MAX, this.io.signal);
    if (why !== undefined) throw this.failure(why);
  }

  /** Rejects when it ends by itself; resolves when the command is interrupted. */
  async ended(): Promise<void> {
    const { signal } = this.io;
    await waitForEnd(this.child, signal);
    if (!signal.aborted) throw this.failure('has ended');
  }

  stop(): Promise<void> {
    return stopChild(this.child);
  }

  private async put(resource: string, content: object): Promise<void> {
    const response = await fetch(this.urlOf(resource), {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(content),
      signal: AbortSignal.any([this.io.signal, AbortSignal.timeout(REQUEST_MS_MAX)]),
    });
    const said = await response.text();
    if (!response.ok) {
      throw this.failure(`refuses ${resource}: ${response.status} ${said.slice(0, PRINTED_CHARS)}`);
    }
  }

  private urlOf(resource: string): URL {
    return new URL(`http://${this.host}/v1/${resource}`);
  }

  private failure(what: string): CollectorError {
    const printed = this.printed.trim();
    const said = printed === '' ? '' : `:\n${printed}`;
    return new CollectorError('COMMAND_FAILED', `the Pub/Sub emulator ${what}${said}`);
  }
}

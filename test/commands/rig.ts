import { cpSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { findEmulator, PubsubEmulator } from '../../src/cli/dev/emulator.js';
import { GrpcTable } from '../../src/storage/bigtable/grpc_table.js';
import { testIo } from '../cli/io.js';
import type { Emulator } from '../e2e/emulator.js';
import { FunctionProcess, temporaryFolder } from '../e2e/function.js';
import { offline } from '../e2e/gcloud.js';
import { GoogleApis } from '../e2e/google_apis.js';
import { Shell } from './shell.js';

const ROOT = join(__dirname, '../../..');

/** The names of docs/operations.md. */
export const PROJECT = 'my-project';
const INSTANCE = 'logdog';
const TOPIC = `projects/${PROJECT}/topics/logdog-bundles`;
const SUBSCRIPTION = `projects/${PROJECT}/subscriptions/logdog-collector`;

/** What the commands of the documents need: a function on a laptop, one as it is deployed, and the services of Google. */
export interface Rig {
  readonly shell: Shell;
  readonly laptop: FunctionProcess;
  readonly deployed: FunctionProcess;
  readonly pubsub: PubsubEmulator;
  stop(): Promise<void>;
}

export async function startRig(bigtable: Emulator): Promise<Rig> {
  const folder = temporaryFolder();
  const dataDir = join(folder.path, '.logdog');
  for (const name of ['function.yaml', 'docs']) {
    cpSync(join(ROOT, name), join(folder.path, name), { recursive: true });
  }
  mkdirSync(dataDir);
  const pubsub = await startPubsub();
  const apis = await GoogleApis.start();
  const laptop = await FunctionProcess.start('start', dataDir);
  const deployed = await FunctionProcess.start(
    'functions-framework',
    join(folder.path, 'records'),
    {
      BIGTABLE_PROJECT: PROJECT,
      BIGTABLE_INSTANCE: INSTANCE,
      BIGTABLE_EMULATOR_HOST: bigtable.host,
    },
  );
  const shell = new Shell(folder.path, {
    ...offline(join(folder.path, 'gcloud')),
    ...apis.env,
    CLOUDSDK_API_ENDPOINT_OVERRIDES_PUBSUB: `http://${pubsub.host}/`,
    BIGTABLE_EMULATOR_HOST: bigtable.host,
    PUBSUB_EMULATOR_HOST: pubsub.host,
    FUNCTION_URL: `http://127.0.0.1:${laptop.port}/`,
    DEPLOYED_URL: `http://127.0.0.1:${deployed.port}/`,
  });
  const stop = async () => {
    await Promise.all([
      laptop.end('SIGKILL'),
      deployed.end('SIGKILL'),
      pubsub.close(),
      apis.stop(),
    ]);
    folder.remove();
  };
  return { shell, laptop, deployed, pubsub, stop };
}

async function startPubsub(): Promise<PubsubEmulator> {
  const found = findEmulator(process.env);
  if ('missing' in found) throw new Error(`no Pub/Sub emulator: ${found.missing}`);
  const pubsub = await PubsubEmulator.start(found.path, testIo({ env: process.env }));
  await pubsub.connect('projects/local/topics/logs', new URL('http://127.0.0.1:1/'));
  return pubsub;
}

/** Publishes messages, in base64, as Butlers do. */
export async function publish(rig: Rig, messages: readonly string[]): Promise<void> {
  await call(rig, `${TOPIC}:publish`, { messages: messages.map((data) => ({ data })) });
}

/** The subscription as Pub/Sub has it. */
export async function describeSubscription({ pubsub }: Rig): Promise<unknown> {
  return (await fetch(`http://${pubsub.host}/v1/${SUBSCRIPTION}`)).json();
}

/** Has the subscription push wrapped messages: what the emulator does not wrap, it sends as text, and breaks it. */
export async function wrapPushes(rig: Rig): Promise<void> {
  const pushConfig = { pushEndpoint: `http://127.0.0.1:${rig.deployed.port}/` };
  await call(rig, `${SUBSCRIPTION}:modifyPushConfig`, { pushConfig });
}

async function call({ pubsub }: Rig, method: string, request: object): Promise<void> {
  const headers = { 'content-type': 'application/json' };
  const init = { method: 'POST', headers, body: JSON.stringify(request) };
  const response = await fetch(`http://${pubsub.host}/v1/${method}`, init);
  if (!response.ok) throw new Error(await response.text());
}

/** A table of the documents. */
export function openTable(bigtable: Emulator, table: string): GrpcTable {
  return new GrpcTable({ ...bigtable.table(table), project: PROJECT, instance: INSTANCE });
}

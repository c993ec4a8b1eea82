import { randomBytes } from 'node:crypto';
import { join, resolve } from 'node:path';
import {
  openBigtable,
  openRemote,
  usesBigtable,
  usesLocal,
  usesRemote,
} from '../service/backends.js';
import type { Config } from '../service/config.js';
import { probeCoordinator } from '../service/readiness.js';
import { openLocal } from '../local/local.js';
import { CollectorError } from '../common/errors.js';
import { Pubsub } from '../dead_letters/pubsub.js';
import { checkTopic } from '../dead_letters/topic_check.js';
import { fetchGoogleKeys } from '../push/auth/google_keys.js';
import { makeFolders, removeFolders } from '../common/folders.js';
import { whileOpen } from './while_open.js';
import { unusable } from '../local/unusable.js';
import { environmentExists } from '../local/environment.js';
import type { Storage } from '../storage/storage.js';

/** Tries something. @returns what was done: "answers". @throws Error whose message says what does not work, and what to do */
type Attempt = (config: Config, signal: AbortSignal) => Promise<string>;

export interface Check {
  readonly what: string;
  readonly attempt: Attempt;
}

/** One log that is nothing, as a recordio frame. */
const NO_LOG = Buffer.of(0);

const READ_AND_WRITTEN = 'was read, and written: a row was put and removed';

/** What can be tried of the settings; nothing is left of it behind. */
export function checksOf(config: Config): Check[] {
  const { bigtableProject, bigtableInstance, bigtableTable, dataDir, coordinatorHost } = config;
  const table = `projects/${bigtableProject}/instances/${bigtableInstance}/tables/${bigtableTable}`;
  const topic = config.deadLetterTopic;
  const checks: Check[] = [];
  const add = (what: string, attempt: Attempt) => checks.push({ what, attempt });
  if (usesBigtable(config)) add(`the table ${table}`, checkTable);
  if (usesLocal(config)) add(`the folder ${absolute(dataDir)} (DATA_DIR)`, checkData);
  if (usesRemote(config)) add(`the Coordinator at ${coordinatorHost}`, checkCoordinator);
  if (config.pushAuth === 'token') add('the keys of push tokens', checkKeys);
  if (topic !== '') add(`the topic ${topic} (DEAD_LETTER_TOPIC)`, checkDeadLetterTopic);
  return checks;
}

function checkTable(config: Config, signal: AbortSignal): Promise<string> {
  return whileOpen(openBigtable(config), async (storage) => {
    await readAndWrite(storage, signal);
    return `${READ_AND_WRITTEN} through the app profile ${config.bigtableAppProfile}`;
  });
}

async function checkData({ dataDir }: Config, signal: AbortSignal): Promise<string> {
  if (!environmentExists(dataDir)) {
    checkFolder(dataDir);
    return 'can be written: there is no store yet, and the first start makes it';
  }
  await whileOpen(openLocal(dataDir), ({ storage }) => readAndWrite(storage, signal));
  return READ_AND_WRITTEN;
}

/** The path as it is, where the current folder was removed: what is tried says that. */
function absolute(path: string): string {
  try {
    return resolve(path);
  } catch {
    return path;
  }
}

/** Whether the store can be made that is not there yet: makes a folder where it would be, and removes it. */
function checkFolder(dataDir: string): void {
  try {
    const folder = join(resolve(dataDir), `check-config.${randomBytes(8).toString('hex')}`);
    removeFolders(makeFolders(folder, 0o700));
  } catch (cause) {
    throw unusable(dataDir, cause);
  }
}

/** Writes a row of a random stream, reads it, and removes it. */
async function readAndWrite(storage: Storage, signal: AbortSignal): Promise<void> {
  const path = `${randomBytes(16).toString('hex')}/+/check`;
  const stream = { project: 'check-config', path };
  await storage.tail(stream, { signal });
  await storage.put({ ...stream, index: 0n, count: 1, records: NO_LOG }, { signal });
  await storage.expunge(stream, { signal });
}

async function checkCoordinator(config: Config, signal: AbortSignal): Promise<string> {
  const opened = openRemote(config, () => undefined);
  await whileOpen(opened, (coordinator) => probeCoordinator(coordinator, signal));
  return 'answers';
}

async function checkKeys(): Promise<string> {
  try {
    await fetchGoogleKeys();
    return 'can be fetched';
  } catch (cause) {
    const why = `Google's keys are unavailable: ${(cause as Error).message}; check the network, or choose PUSH_AUTH=platform`;
    throw new CollectorError('KEYS_UNREACHABLE', why, { cause });
  }
}

async function checkDeadLetterTopic(
  { deadLetterTopic, pubsubEmulatorHost }: Config,
  signal: AbortSignal,
): Promise<string> {
  const emulated = pubsubEmulatorHost !== '';
  await checkTopic(new Pubsub(pubsubEmulatorHost), deadLetterTopic, emulated, signal);
  return 'may be published to';
}

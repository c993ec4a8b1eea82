import { type Config, type GivenSetting, givenSettings, loadConfig } from '../service/config.js';
import { CollectorError } from '../common/errors.js';
import { printableJson, printableLines } from '../common/printable.js';
import { type Io, print, whileOpen } from './io.js';
import { parseSettingFlags, SETTINGS_HELP } from './setting_flags.js';
import { randomBytes } from 'node:crypto';
import { join, resolve } from 'node:path';
import {
  openBigtable,
  openRemote,
  usesBigtable,
  usesLocal,
  usesRemote,
} from '../service/backends.js';
import { probeCoordinator } from '../service/readiness.js';
import { openLocal } from '../local/local.js';
import { Pubsub } from '../dead_letters/pubsub.js';
import { checkTopic } from '../dead_letters/topic_check.js';
import { fetchGoogleKeys } from '../push/auth/google_keys.js';
import { makeFolders, removeFolders } from '../common/folders.js';
import { unusable } from '../local/unusable.js';
import { environmentExists } from '../local/environment.js';
import type { Storage } from '../storage/storage.js';

export const help = `Usage: logdog-collector check-config [--port N] [any other setting]

Prints the settings and where each comes from, then tries the backends with the available
credentials. It reads the table or the local store, writes a row and removes it; asks the
Coordinator about an unknown stream; and asks Pub/Sub whether refused messages may be published,
without publishing one. Exits with 1 if something does not work, and says what to do.

${SETTINGS_HELP}`;

const CHECK_MS_MAX = 15_000;

export async function run(args: readonly string[], io: Io): Promise<number> {
  const flags = parseSettingFlags(args);
  const given = givenSettings(io.env, flags);
  const width = Math.max(...given.map(({ setting }) => setting.name.length));
  await print(io, given.map((one) => `${describe(one, width)}\n`).join(''));
  const config = loadConfig(io.env, flags);
  // Half of the time: the clients try again, and then say why it is of no use.
  const messageDeadlineMs = Math.min(config.messageDeadlineMs, CHECK_MS_MAX / 2);
  const tried = { ...config, messageDeadlineMs };
  const results = await Promise.all(checksOf(tried).map((check) => attempt(check, tried, io)));
  await print(io, `\n${results.map(({ line }) => `${printableLines(line)}\n`).join('')}`);
  return results.every(({ well }) => well) ? 0 : 1;
}

function describe({ setting, text, source }: GivenSetting, width: number): string {
  // Quoted only where it could be taken for something else.
  const plain = /^[^\s"\p{C}]+$/u.test(text) ? text : printableJson(text);
  return `${setting.name.padEnd(width)}  ${plain} (${source})`;
}

async function attempt(
  check: Check,
  config: Config,
  io: Io,
): Promise<{ well: boolean; line: string }> {
  const timeout = AbortSignal.timeout(CHECK_MS_MAX);
  try {
    const done = await check.attempt(config, AbortSignal.any([io.signal, timeout]));
    return { well: true, line: `ok       ${check.what} ${done}` };
  } catch (thrown) {
    io.signal.throwIfAborted();
    if (!(thrown instanceof CollectorError) || thrown.code === 'INTERNAL') throw thrown;
    const late = `no answer within ${CHECK_MS_MAX / 1000} s: check the network`;
    const why = timeout.aborted && thrown.code === 'CANCELLED' ? late : thrown.message;
    return { well: false, line: `problem  ${check.what}: ${why}` };
  }
}

/** Tries something. @returns what was done: "answers". @throws Error whose message says what does not work, and what to do */
type Attempt = (config: Config, signal: AbortSignal) => Promise<string>;

interface Check {
  readonly what: string;
  readonly attempt: Attempt;
}

/** One log that is nothing, as a recordio frame. */
const NO_LOG = Buffer.of(0);

const READ_AND_WRITTEN = 'was read, and written: a row was put and removed';

/** What can be tried of the settings; nothing is left of it behind. */
function checksOf(config: Config): Check[] {
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

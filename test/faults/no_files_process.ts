import { closeSync, openSync } from 'node:fs';
import { openRemote } from '../../src/coordinator/prpc/open.js';
import { openLocal } from '../../src/local/local.js';
import { asCollectorError } from '../../src/common/errors.js';
import { fetchGoogleKeys } from '../../src/push/auth/google_keys.js';
import { KeySet } from '../../src/push/auth/key_set.js';
import { openTopic } from '../../src/dead_letters/topic.js';
import { recordsOf } from '../../src/testing/records.js';

/**
 * A process without a file left, which calls each backend: `node no_files_process.js DIR`, under a limit of open files. It
 * prints the outcome of each call, without files and with them again.
 */

/** Nothing listens there. */
const NOWHERE = '127.0.0.1:9';
const CALL_MS_MAX = 5000;

const signal = () => AbortSignal.timeout(CALL_MS_MAX);

const coordinator = openRemote({ host: NOWHERE, insecure: true });
const topic = openTopic('projects/p-1/topics/refused', NOWHERE);
// Loaded by a large message; what is tried here is the call.
require('../../src/dead_letters/grpc_publish.js');
const local = openLocal(process.argv[2]!);

const stream = { project: 'p', path: 'a/+/b' };

/** Time goes on, so that keys are asked for at each round. */
let clockMs = 0;
const keys = new KeySet(
  () => fetchGoogleKeys(`http://${NOWHERE}/`),
  () => (clockMs += 60_000),
);

const CALLS: Readonly<Record<string, () => Promise<unknown>>> = {
  coordinator: async () =>
    coordinator.registerStream(
      { ...stream, secret: Buffer.alloc(36), protoVersion: '1', terminalIndex: -1n },
      Buffer.alloc(4),
      { signal: signal() },
    ),
  keys: () => keys.find('id', signal()),
  topic: () => topic.put({ data: Buffer.of(1), attributes: {} }, signal()),
  'topic, large': () => topic.put({ data: Buffer.alloc(8_000_000), attributes: {} }, signal()),
  store: () =>
    local.storage.put(
      { ...stream, index: 0n, count: 1, records: recordsOf(['one']) },
      { signal: signal() },
    ),
  refused: () => local.deadLetters.put({ data: Buffer.of(1), attributes: { a: 'b' } }, signal()),
};

async function round(name: string): Promise<void> {
  for (const [call, make] of Object.entries(CALLS)) {
    const outcome = await make().then(
      () => ({ code: 'OK', retryable: true, message: '' }),
      (thrown: unknown) => {
        const { code, retryable, message } = asCollectorError(thrown);
        return { code, retryable, message };
      },
    );
    console.log(JSON.stringify({ round: name, call, ...outcome }));
  }
}

async function main(): Promise<void> {
  const files: number[] = [];
  try {
    for (;;) files.push(openSync('/dev/null', 'r'));
  } catch {
    // None is left.
  }
  await round('without files');
  for (const file of files) closeSync(file);
  await round('with files');
  await coordinator.close();
  await local.close();
}

void main();

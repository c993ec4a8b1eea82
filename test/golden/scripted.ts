import { coordinatorError, storageError } from '../../src/common/errors.js';
import { formatRowKey, rowKeyPrefix } from '../../src/storage/row_key.js';
import { MAX_ROW_BYTES, putInRows } from '../../src/storage/rows.js';
import type { CoordinatorScript } from '../fakes/coordinator.js';
import { FakeStorage } from '../fakes/storage.js';
import { decode } from '../plain/message.js';
import { DESCRIPTOR } from '../plain/schema.js';
import type { Script } from './line.js';
import { callText } from './observation.js';

/** What a Coordinator does by a line's script. @param calls gets a note of every call */
export function coordinatorScript(script: Script, calls: string[]): CoordinatorScript {
  const { registerCode, terminateCode, secretMismatch, archived, purged } = script;
  return {
    register: (registration, _options, descriptor) => {
      const { project, path, protoVersion, secret } = registration;
      const call = { project, path, protoVersion, ...printable(registration) };
      calls.push(callText({ op: 'register', ...call }, decode(DESCRIPTOR, descriptor)));
      if (registerCode !== undefined) throw coordinatorError(registerCode, 'as the script says');
      return {
        secret: secretMismatch === true ? secret.map((byte) => ~byte) : secret,
        archived: archived === true,
        purged: purged === true,
      };
    },
    terminate: (request) => {
      const { project, path, id } = request;
      calls.push(callText({ op: 'terminate', project, path, id, ...printable(request) }));
      if (terminateCode !== undefined) throw coordinatorError(terminateCode, 'as the script says');
    },
  };
}

/** A storage that does what a line's script says. @param rows gets every row that is written */
export function scriptedStorage(script: Script, rows: Map<string, Uint8Array>): FakeStorage {
  const { putCode, putExists, maxRowSize } = script;
  return new FakeStorage((request) => {
    const prefix = rowKeyPrefix(request.project, request.path);
    return putInRows(request, maxRowSize ?? MAX_ROW_BYTES, (some) => {
      for (const row of some) {
        if (putCode !== undefined)
          return Promise.reject(storageError(putCode, 'as the script says'));
        const key = formatRowKey(prefix, row);
        if (putExists !== true && !rows.has(key)) rows.set(key, Buffer.from(row.value));
      }
      return Promise.resolve();
    });
  });
}

function printable({ secret, terminalIndex }: { secret: Uint8Array; terminalIndex: bigint }): {
  secret: string;
  terminalIndex: string;
} {
  return { secret: Buffer.from(secret).toString('hex'), terminalIndex: terminalIndex.toString() };
}

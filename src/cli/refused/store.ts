import { openLocalToRead } from '../../local/local.js';
import { CollectorError } from '../../common/errors.js';
import type { DeadLetterTable } from '../../local/dead_letter_table.js';
import { environmentExists } from '../../local/environment.js';
import { dataDirectory } from '../stores.js';

/** Does something with the refused messages of the local store, also while the function runs; undefined without one. @param open default: to read them */
export async function withRefused<T>(
  env: NodeJS.ProcessEnv,
  use: (refused: DeadLetterTable | undefined) => Promise<T>,
  open = openLocalToRead,
): Promise<T> {
  const directory = dataDirectory(env);
  if (!environmentExists(directory)) return use(undefined);
  const local = open(directory);
  try {
    return await use(local.deadLetters);
  } finally {
    await local.close();
  }
}

export function noSuchMessage(id: string): CollectorError {
  const advice = 'logdog-collector refused ls lists them';
  return new CollectorError('NOT_FOUND', `no refused message has the id ${id}; ${advice}`);
}

import { CollectorError } from '../../common/errors.js';
import type { DeadLetterTable } from '../../local/dead_letter_table.js';
import { environmentExists } from '../../local/environment.js';
import { openLocalToRead } from '../../local/local.js';
import { dataDirectory } from '../stores.js';
import { whileOpen } from '../while_open.js';

/** Does something with the refused messages of the local store, also while the function runs; undefined without one. @param open default: to read them */
export async function withRefused<T>(
  env: NodeJS.ProcessEnv,
  use: (refused: DeadLetterTable | undefined) => Promise<T>,
  open = openLocalToRead,
): Promise<T> {
  const directory = dataDirectory(env);
  if (!environmentExists(directory)) return use(undefined);
  return whileOpen(open(directory), ({ deadLetters }) => use(deadLetters));
}

export function noSuchMessage(id: string): CollectorError {
  const advice = 'logdog-collector refused ls lists them';
  return new CollectorError('NOT_FOUND', `no refused message has the id ${id}; ${advice}`);
}

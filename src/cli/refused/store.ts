import { openEmbedded } from '../../local/local.js';
import { CollectorError } from '../../common/errors.js';
import type { RefusedTable } from '../../local/dead_letter_table.js';
import { environmentExists } from '../../local/environment.js';
import { dataDirectory } from '../stores.js';

/** Does something with the refused messages of the embedded store, also while the function runs; undefined without one. */
export async function withRefused<T>(
  env: NodeJS.ProcessEnv,
  use: (refused: RefusedTable | undefined) => Promise<T>,
): Promise<T> {
  const directory = dataDirectory(env);
  if (!environmentExists(directory)) return use(undefined);
  const embedded = openEmbedded(directory);
  try {
    return await use(embedded.refused);
  } finally {
    await embedded.close();
  }
}

export function noSuchMessage(id: string): CollectorError {
  const advice = 'logdog-collector refused ls lists those there are';
  return new CollectorError('NOT_FOUND', `no one refused message has the id ${id}; ${advice}`);
}

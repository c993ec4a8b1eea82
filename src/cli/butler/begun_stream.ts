import { boundedFetch } from '../../http/bounded_fetch.js';
import { usesBigtable } from '../../service/backends.js';
import { loadUsed } from '../../service/config.js';
import type { StreamRequest } from '../../storage/storage.js';
import type { Io } from '../io.js';
import { openStores, recordOf } from '../stores.js';
import { whileOpen } from '../while_open.js';
import type { PushTarget } from './pusher.js';

export interface BegunStream {
  /** From the first one to the first gap. */
  readonly logs: bigint;
  readonly ended: boolean;
}

/** `unknown` where there is nothing to ask, or it does not answer. */
export type Asked = BegunStream | 'absent' | 'unknown';

/** A function on this machine answers within milliseconds; one that does not serve a Coordinator need not answer at all. */
const ASK_MS_MAX = 5_000;
/** The largest log there is, in base64, with its stream. */
const ANSWER_BYTES_MAX = 16 * 1024 * 1024;

/** The codes with which a Coordinator says that it has no such stream, or no such prefix. */
const ABSENT: readonly (string | undefined)[] = ['5', '7'];

interface ReadAnswer {
  readonly state?: { readonly terminalIndex?: string };
  readonly logs?: readonly { readonly streamIndex?: string }[];
}

/** Asks the Coordinator that the function itself serves, if it does. */
export async function askFunction(
  target: PushTarget,
  { project, path }: StreamRequest,
): Promise<Asked> {
  // Without logs, so that whether there is a stream does not hang on the size of one.
  const found = await call(target, 'Get', { project, path, state: true, logCount: -1 });
  if (found === 'absent' || found === 'unknown') return found;
  const tail = await call(target, 'Tail', { project, path });
  const last = typeof tail === 'string' ? undefined : tail.logs?.[0];
  const logs = last === undefined ? 0n : BigInt(last.streamIndex ?? 0) + 1n;
  return { logs, ended: BigInt(found.state?.terminalIndex ?? 0) >= 0n };
}

async function call(
  { url, headers: more }: PushTarget,
  method: string,
  request: object,
): Promise<ReadAnswer | 'absent' | 'unknown'> {
  const type = 'application/json';
  const init = {
    method: 'POST',
    headers: { 'content-type': type, accept: type, ...more },
    body: JSON.stringify(request),
    signal: AbortSignal.timeout(ASK_MS_MAX),
  };
  try {
    const address = new URL(`/prpc/logdog.Logs/${method}`, url).href;
    const { headers, body } = await boundedFetch(address, init, ANSWER_BYTES_MAX);
    const code = headers.get('x-prpc-grpc-code') ?? undefined;
    if (ABSENT.includes(code)) return 'absent';
    if (code !== '0') return 'unknown';
    // The first line keeps the answer from being a script.
    return JSON.parse(body.toString().replace(/^\)\]\}'\n/, '')) as ReadAnswer;
  } catch {
    return 'unknown';
  }
}

/** Looks into the stores of the settings. That they have no such stream says nothing: the function may have others. */
export async function askStores(io: Io, stream: StreamRequest): Promise<Asked> {
  const stores = openStores(io.env);
  if (stores === undefined) return 'unknown';
  return whileOpen(stores, async ({ storage }) => {
    const record = recordOf(stores, stream);
    const tail = await storage.tail(stream, {});
    if (record === undefined && tail === undefined) return 'unknown';
    const logs = tail === undefined ? 0n : tail.index + 1n;
    return { logs, ended: record !== undefined && record.terminalIndex >= 0n };
  });
}

/** Whether the settings name the table of a function that may be elsewhere. */
export function namesTable(io: Io): boolean {
  const { BIGTABLE_PROJECT, BIGTABLE_INSTANCE } = io.env;
  if (!BIGTABLE_PROJECT || !BIGTABLE_INSTANCE) return false;
  return usesBigtable(loadUsed(io.env, 'bigtableProject', 'bigtableInstance'));
}

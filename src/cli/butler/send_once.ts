import { join } from 'node:path';
import { isLoopbackHost } from '../../common/loopback.js';
import { CollectorError } from '../../common/errors.js';
import type { StreamRequest } from '../../storage/storage.js';
import { type Io, whileOpen } from '../io.js';
import { inDataDir } from '../input.js';
import { dataDirectory, openStores, recordOf } from '../stores.js';
import type { PushTarget } from './pusher.js';
import { type EarlierClaim, StreamClaim } from './stream_claim.js';
import { boundedFetch } from '../../http/bounded_fetch.js';
import { usesBigtable } from '../../service/backends.js';
import { loadUsed } from '../../service/config.js';

/** By then the first message of a stream is acked, or its command has given up: a claim without an ack is void. */
const FIRST_MESSAGE_MS_MAX = 2 * 60_000;

/**
 * Keeps a stream from being sent a second time: the logs of the second would stand between those of the first. Nothing is
 * sent of a stream that has begun, ended or not, and of several commands at once one alone sends.
 */
export class SendOnce {
  private claiming: Promise<void> | undefined;
  private confirming: Promise<void> | undefined;
  private isMine = false;

  private constructor(
    private readonly target: PushTarget,
    private readonly stream: StreamRequest,
    private readonly io: Io,
    private readonly claim: StreamClaim,
  ) {}

  /** @throws CollectorError COMMAND_FAILED where the stream has begun, as far as can be known by now */
  static async open(target: PushTarget, stream: StreamRequest, io: Io): Promise<SendOnce> {
    const dataDir = dataDirectory(io.env);
    const owner = [target.url.href, stream.project, stream.path];
    const claim = await inDataDir(dataDir, () => new StreamClaim(join(dataDir, 'sent'), owner));
    const once = new SendOnce(target, stream, io, claim);
    const asked = await once.ask();
    const earlier = await once.kept(() => claim.earlier());
    if (asked === 'unknown' && earlier !== undefined) throw once.claimed(earlier, asked);
    return once;
  }

  /** Claims the stream, before its first message. @throws CollectorError COMMAND_FAILED where another command has begun it */
  begin(): Promise<void> {
    this.claiming ??= this.kept(() => this.takeClaim());
    return this.claiming;
  }

  /** A message of the stream was acked. */
  acked(): Promise<void> {
    this.confirming ??= this.kept(() => this.claim.confirm());
    return this.confirming;
  }

  /** Gives the claim back where nothing of the stream can have been stored: it can be sent again then. */
  async release(): Promise<void> {
    if (this.isMine) await this.kept(() => this.claim.release());
  }

  private kept<T>(work: () => Promise<T>): Promise<T> {
    return inDataDir(dataDirectory(this.io.env), work);
  }

  private async takeClaim(): Promise<void> {
    this.isMine = await this.claim.take();
    if (this.isMine) return;
    const earlier = await this.claim.earlier();
    // Asked after that: what the other command has sent is there by now.
    const asked = await this.ask();
    const isVoid =
      earlier === undefined || earlier.acked || Date.now() - earlier.madeMs > FIRST_MESSAGE_MS_MAX;
    if (asked === 'absent' && isVoid) {
      this.isMine = await (earlier ? this.claim.takeOver(earlier) : this.claim.take());
    }
    if (!this.isMine) throw this.claimed(earlier, asked);
  }

  /** @throws CollectorError COMMAND_FAILED where the stream is there */
  private async ask(): Promise<Asked> {
    const { target, stream, io } = this;
    let asked = await askFunction(target, stream);
    if (asked === 'unknown' && (isLoopbackHost(target.url.hostname) || namesTable(io))) {
      asked = await askStores(io, stream);
    }
    if (typeof asked === 'object') throw this.begun(asked);
    return asked;
  }

  private begun({ logs, ended }: BegunStream): CollectorError {
    const has = ended ? 'has been sent already' : 'has begun already';
    const there = `it has ${logs} ${logs === 1n ? 'log' : 'logs'}, and ${ended ? 'has ended' : 'has not ended'}`;
    return this.refusal(`${has}: ${there}`);
  }

  private claimed(earlier: EarlierClaim | undefined, asked: Asked): CollectorError {
    if (earlier === undefined) return this.refusal('has begun already: another command sends it');
    const since = new Date(earlier.madeMs).toISOString();
    if (asked === 'absent') {
      const again = `is taken again ${FIRST_MESSAGE_MS_MAX / 60_000} minutes later if none comes`;
      return this.refusal(`was begun by another command at ${since}, has no log yet, and ${again}`);
    }
    const acked = earlier.acked ? ', with logs that the function has taken' : '';
    const unknown = `how far it came, ${this.target.url.origin} does not say`;
    return this.refusal(`has begun already, at ${since}${acked}; ${unknown}`);
  }

  private refusal(why: string): CollectorError {
    const what = `${this.stream.project}/${this.stream.path} ${why}`;
    const advice = 'nothing was sent; choose another --name or --prefix';
    return new CollectorError('COMMAND_FAILED', `${what}; ${advice}`);
  }
}

interface BegunStream {
  /** From the first one to the first gap. */
  readonly logs: bigint;
  readonly ended: boolean;
}

/** `unknown` where there is nothing to ask, or it does not answer. */
type Asked = BegunStream | 'absent' | 'unknown';

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
async function askFunction(target: PushTarget, { project, path }: StreamRequest): Promise<Asked> {
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
async function askStores(io: Io, stream: StreamRequest): Promise<Asked> {
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
function namesTable(io: Io): boolean {
  const { BIGTABLE_PROJECT, BIGTABLE_INSTANCE } = io.env;
  if (!BIGTABLE_PROJECT || !BIGTABLE_INSTANCE) return false;
  return usesBigtable(loadUsed(io.env, 'bigtableProject', 'bigtableInstance'));
}

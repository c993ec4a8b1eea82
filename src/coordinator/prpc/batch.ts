import { Reader, Writer } from 'protobufjs/minimal.js';
import { logdog } from '../../proto/gen/services.js';
import type { PendingItem } from '../../common/batch.js';
import { type Failure, type Reply, withoutSecrets } from './answer.js';
import { type Answer, type Call, entryFailure, isRefusal, secretOf } from './call.js';
import type { PrpcClient } from './client.js';

type Caller = Pick<PrpcClient, 'call'>;

export type WaitingCall = PendingItem<Call, Answer>;

/** How often a call is sent that the answers leave out. Each answer must have brought something, or it ends sooner. */
export const SENDS_MAX = 4;

/** What a call takes in a Batch beyond its request: the tags and lengths of two messages. */
export const ENTRY_BYTES_MAX = 12;

/**
 * Sends a batch of calls, and settles each. A call that is alone goes as it is: its error is then a plain status, and
 * nothing of the answer can be left out.
 *
 * @param warn is called with answers that belong to no call
 * @throws CollectorError the signal's reason
 */
export async function sendCalls(
  batch: readonly WaitingCall[],
  client: Caller,
  signal: AbortSignal,
  warn: (message: string) => void,
): Promise<void> {
  const sending = { client, signal, settle: settler(batch) };
  if (batch.length === 1) await sendAlone(batch[0]!, sending);
  else await sendBatch(batch, sending, warn);
}

/** Sends a call of a Batch once more, by itself. What is retryable may be answered by the Batch yet. */
export async function sendHedge(
  waiting: WaitingCall,
  client: Caller,
  signal: AbortSignal,
): Promise<void> {
  const settleAny = settler([waiting]);
  const settle: Settle = (_, answer) => {
    if (answer.kind !== 'failed' || isRefusal(answer.failure)) settleAny(waiting, answer);
  };
  await sendAlone(waiting, { client, signal, settle });
}

type Settle = (waiting: WaitingCall, answer: Answer) => void;

/** What calls are sent with. */
interface Sending {
  readonly client: Caller;
  readonly signal: AbortSignal;
  readonly settle: Settle;
}

/** Takes the secrets of all calls out of a failed answer, which may repeat any of its Batch: those that are settled too. */
function settler(batch: readonly WaitingCall[]): Settle {
  let secrets: Uint8Array[] | undefined;
  return (waiting, answer) => {
    if (answer.kind !== 'failed') {
      waiting.resolve(answer);
      return;
    }
    secrets ??= batch.map(({ item }) => secretOf(item));
    waiting.resolve(failed(withoutSecrets(answer.failure, secrets)));
  };
}

async function sendAlone(waiting: WaitingCall, sending: Sending): Promise<void> {
  const { method, body } = waiting.item;
  const reply = await sending.client.call(method, body, sending.signal);
  const answer = 'failure' in reply ? failed(reply.failure) : decodeAnswer(method, reply.body);
  sending.settle(waiting, answer);
}

async function sendBatch(
  batch: readonly WaitingCall[],
  sending: Sending,
  warn: (message: string) => void,
): Promise<void> {
  const { client, signal, settle } = sending;
  let left = batch;
  for (let sends = 1; left.length > 0; sends++) {
    const reply = await client.call('Batch', encodeBatch(left), signal);
    // Refused as a whole, it tells nothing of each: one of them may be to blame, and the others are not.
    if ('failure' in reply && isRefusal(reply.failure)) {
      await Promise.all(left.map((waiting) => sendAlone(waiting, sending)));
      return;
    }
    const end = settleBatch(left, reply, warn, settle);
    left = left.filter(({ settled }) => !settled);
    const why = end ?? (sends === SENDS_MAX ? leftOut(sends) : undefined);
    if (why === undefined) continue;
    for (const waiting of left) settle(waiting, failed(why));
    return;
  }
}

/** Settles what the answer has, and tells why to send none of the rest again. */
function settleBatch(
  sent: readonly WaitingCall[],
  reply: Reply,
  warn: (message: string) => void,
  settle: Settle,
): Failure | undefined {
  if ('failure' in reply) return reply.failure;
  const entries = decodeBatch(reply.body);
  if (entries === undefined) return { status: 'Internal', detail: 'the answer is no Batch answer' };
  const seen = new Set<number>();
  let strays = 0;
  for (const entry of entries) {
    const index = entry.index ?? 0;
    const waiting = sent[index];
    if (waiting === undefined || seen.has(index)) strays++;
    else settle(waiting, entryAnswer(entry));
    if (waiting !== undefined) seen.add(index);
  }
  if (strays > 0) {
    const what = `a Batch of ${sent.length} calls with ${strays} that belong to none`;
    warn(`the Coordinator answers ${what}`);
  }
  if (seen.size > 0) return undefined;
  return { status: 'Internal', detail: `the answer has none of ${sent.length} calls` };
}

function entryAnswer({ err, registerStream }: logdog.BatchResponse.Entry.$Properties): Answer {
  if (err != null) return failed(entryFailure(err));
  if (registerStream == null) return { kind: 'empty' };
  return { kind: 'registered', response: new logdog.RegisterStreamResponse(registerStream) };
}

/** The requests are serialized already: only their tags and lengths are to be put before them. */
function encodeBatch(batch: readonly WaitingCall[]): Uint8Array {
  const writer = Writer.create();
  for (const { item } of batch) {
    const tag = item.method === 'RegisterStream' ? 0x0a : 0x1a;
    writer.uint32(0x0a).fork().uint32(tag).bytes(item.body).ldelim();
  }
  return writer.finish();
}

function decodeBatch(body: Uint8Array): logdog.BatchResponse.Entry.$Properties[] | undefined {
  try {
    return logdog.BatchResponse.decode(body).resp;
  } catch {
    return undefined;
  }
}

function decodeAnswer(method: Call['method'], body: Uint8Array): Answer {
  try {
    if (method === 'RegisterStream') {
      return { kind: 'registered', response: logdog.RegisterStreamResponse.decode(body) };
    }
    // Of an Empty only the form can be wrong.
    const reader = Reader.create(body);
    while (reader.pos < reader.len) reader.skipType(reader.uint32() & 7);
    return { kind: 'empty' };
  } catch {
    return failed({ status: 'Internal', detail: `the answer is no ${method} answer` });
  }
}

function leftOut(sends: number): Failure {
  return { status: 'Internal', detail: `left out of ${sends} Batch answers` };
}

function failed(failure: Failure): Answer {
  return { kind: 'failed', failure };
}

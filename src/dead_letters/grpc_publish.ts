import { Client, credentials, Metadata, type ServiceError } from '@grpc/grpc-js';
import { Reader, Writer } from 'protobufjs/minimal.js';
import { onAbort, abortReason } from '../common/abort.js';
import type { DeadLetter } from './dead_letter.js';
import { grpcProxyFor } from '../http/proxy.js';
import type { Pubsub } from './pubsub.js';

const METHOD = '/google.pubsub.v1.Publisher/Publish';

/** google.pubsub.v1.PublishRequest, PubsubMessage and PublishResponse: the numbers of their fields. */
const REQUEST = { topic: 1, messages: 2 };
const MESSAGE = { data: 1, attributes: 2 };
const RESPONSE = { messageIds: 1 };

/** The tag of a length-delimited field. */
const delimited = (field: number): number => (field << 3) | 2;

/**
 * Publishes one message by gRPC: JSON with base64 would be larger than the REST interface takes. Seldom needed, so that
 * the connection is made for it alone.
 *
 * @throws the signal's reason; else an Error whose message says why
 */
export async function publishByGrpc(
  pubsub: Pick<Pubsub, 'token'>,
  emulatorHost: string,
  topic: string,
  deadLetter: DeadLetter,
  signal: AbortSignal,
): Promise<void> {
  const metadata = new Metadata();
  const token = await pubsub.token(signal);
  if (token !== undefined) metadata.set('authorization', `Bearer ${token}`);
  const secure = emulatorHost === '';
  const host = secure ? 'pubsub.googleapis.com:443' : emulatorHost;
  const client = new Client(host, secure ? credentials.createSsl() : credentials.createInsecure(), {
    'grpc.enable_http_proxy': grpcProxyFor(`${secure ? 'https' : 'http'}://${host}`) ? 1 : 0,
  });
  try {
    await publish(client, metadata, encodeRequest(topic, deadLetter), signal);
  } finally {
    client.close();
  }
}

function publish(
  client: Client,
  metadata: Metadata,
  request: Buffer,
  signal: AbortSignal,
): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal.aborted) {
      reject(abortReason(signal));
      return;
    }
    const done = (error: ServiceError | null, answer?: Buffer) => {
      stop();
      if (error !== null) reject(signal.aborted ? abortReason(signal) : new Error(error.details));
      else if (hasId(answer)) resolve();
      else reject(new Error('Pub/Sub answers without the id of a message'));
    };
    const asIs = (bytes: Buffer) => bytes;
    const call = client.makeUnaryRequest(METHOD, asIs, asIs, request, metadata, {}, done);
    const stop = onAbort(signal, () => {
      call.cancel();
    });
  });
}

function encodeRequest(topic: string, { data, attributes }: DeadLetter): Buffer {
  const writer = Writer.create().uint32(delimited(REQUEST.topic)).string(topic);
  writer.uint32(delimited(REQUEST.messages)).fork();
  writer.uint32(delimited(MESSAGE.data)).bytes(data);
  for (const [key, value] of Object.entries(attributes)) {
    writer.uint32(delimited(MESSAGE.attributes)).fork();
    writer.uint32(delimited(1)).string(key).uint32(delimited(2)).string(value).ldelim();
  }
  return Buffer.from(writer.ldelim().finish());
}

/** An answer without an id is no proof. */
function hasId(answer: Uint8Array = new Uint8Array(0)): boolean {
  try {
    const reader = Reader.create(answer);
    while (reader.pos < reader.len) {
      const tag = reader.uint32();
      if (tag !== delimited(RESPONSE.messageIds)) reader.skipType(tag & 7);
      else if (reader.string() !== '') return true;
    }
  } catch {
    // It is none of Pub/Sub's.
  }
  return false;
}

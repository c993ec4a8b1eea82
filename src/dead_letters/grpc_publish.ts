import { Client, credentials, Metadata, type ServiceError } from '@grpc/grpc-js';
import { Field, MapField, Type } from 'protobufjs/light.js';
import { onAbort, abortReason } from '../common/abort.js';
import type { DeadLetter } from './dead_letter.js';
import { grpcProxyFor } from '../http/proxy.js';
import type { Pubsub } from './pubsub.js';

const METHOD = '/google.pubsub.v1.Publisher/Publish';

/** The parts of google.pubsub.v1 that publishing needs. */
const MESSAGE = new Type('PubsubMessage')
  .add(new Field('data', 1, 'bytes'))
  .add(new MapField('attributes', 2, 'string', 'string'));
const REQUEST = new Type('PublishRequest')
  .add(new Field('topic', 1, 'string'))
  .add(new Field('messages', 2, 'PubsubMessage', 'repeated'))
  .add(MESSAGE);
const RESPONSE = new Type('PublishResponse').add(new Field('messageIds', 1, 'string', 'repeated'));

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
  if (signal.aborted) throw abortReason(signal);
  if (token !== undefined) metadata.set('authorization', `Bearer ${token}`);
  const secure = emulatorHost === '';
  const host = secure ? 'pubsub.googleapis.com:443' : emulatorHost;
  const client = new Client(host, secure ? credentials.createSsl() : credentials.createInsecure(), {
    'grpc.enable_http_proxy': grpcProxyFor(`${secure ? 'https' : 'http'}://${host}`) ? 1 : 0,
  });
  try {
    const request = REQUEST.encode(REQUEST.create({ topic, messages: [deadLetter] })).finish();
    await publish(client, metadata, Buffer.from(request), signal);
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
    const done = (error: ServiceError | null, answer?: Buffer) => {
      stop();
      if (error !== null) reject(signal.aborted ? abortReason(signal) : new Error(error.details));
      else if (hasId(answer)) resolve();
      else reject(new Error('Pub/Sub answers without the id of a message'));
    };
    const asIs = (bytes: Buffer) => bytes;
    const call = client.makeUnaryRequest(METHOD, asIs, asIs, request, metadata, {}, done);
    const stop = onAbort(signal, () => call.cancel());
  });
}

/** An answer without an id is no proof. */
function hasId(answer: Uint8Array = new Uint8Array(0)): boolean {
  try {
    const { messageIds } = RESPONSE.toObject(RESPONSE.decode(answer), { arrays: true });
    return (messageIds as string[]).some((id) => id !== '');
  } catch {
    // It is none of Pub/Sub's.
    return false;
  }
}

import type { IncomingHttpHeaders } from 'node:http';

/** What is sent with a push. */
export interface Sent {
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

/** A wrapped push, as far as is needed here. */
export interface PubsubJson {
  readonly message: {
    readonly data?: string;
    readonly attributes?: Readonly<Record<string, string>>;
    readonly messageId: string;
    readonly publishTime: string;
  };
  readonly subscription: string;
}

/**
 * What the service makes of a message without its wrapper (`noWrapper.writeMetadata`): the data as it is; names, ids and
 * attributes as headers; a content type only where an attribute is one.
 */
export function unwrap(wrapped: Buffer): Sent {
  const { message, subscription } = JSON.parse(wrapped.toString()) as PubsubJson;
  const body = Buffer.from(message.data ?? '', 'base64');
  const headers = {
    'content-length': String(body.length),
    'x-goog-pubsub-message-id': message.messageId,
    'x-goog-pubsub-publish-time': message.publishTime,
    'x-goog-pubsub-subscription-name': subscription,
    ...message.attributes,
  };
  return { headers, body };
}

import { createServer } from 'node:http';
import { inflateSync } from 'node:zlib';
import type { PubsubJson } from '../test/e2e/unwrapped.js';
import { findBody } from './message_body.js';

/**
 * Answers a push with the least work that a server in Node can do for it: reads the body, takes the message out of its
 * wrapper where it has one, inflates the bundle, and answers 204. It neither validates nor stores anything.
 */

/** Bytes out per byte in of the message before, which belongs to the same workload: one piece then holds all output. */
let ratio = 4;
const SLACK_RATIO = 1.02;
const SLACK_BYTES = 64;

function inflateMessage(message: Buffer): void {
  const { body, zlib } = findBody(message);
  if (!zlib) return;
  const chunkSize = Math.ceil(body.length * ratio * SLACK_RATIO) + SLACK_BYTES;
  ratio = inflateSync(body, { chunkSize }).length / body.length;
}

function unwrapped(body: Buffer): Buffer {
  const { message } = JSON.parse(body.toString()) as PubsubJson;
  return Buffer.from(message.data ?? '', 'base64');
}

createServer((request, response) => {
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', () => {
    if (request.method !== 'POST') {
      response.writeHead(200).end();
      return;
    }
    const body = Buffer.concat(chunks);
    const isWrapped = request.headers['x-goog-pubsub-message-id'] === undefined;
    inflateMessage(isWrapped ? unwrapped(body) : body);
    response.writeHead(204).end();
  });
}).listen(Number(process.env.PORT), '127.0.0.1');

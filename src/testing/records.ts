import { Writer } from 'protobufjs/minimal.js';

/** Recordio frames, back to back: logs as `PutRequest.records` has them, or the metadata and the bundle of a message. */
export function recordsOf(contents: readonly (string | Uint8Array)[]): Buffer {
  return Buffer.concat(contents.map((content) => frame(Buffer.from(content))));
}

/** A recordio frame: a varint length, then the bytes. */
export function frame(content: Uint8Array): Buffer {
  return Buffer.from(Writer.create().bytes(content).finish());
}

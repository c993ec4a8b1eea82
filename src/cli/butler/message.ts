import { deflateSync } from 'node:zlib';
import { Writer } from 'protobufjs/minimal.js';
import { logpb } from '../../proto/gen/logpb.js';

/** Bundles of this many bytes and more are compressed, as the Butler does (protocol section 1). */
const COMPRESS_BYTES_MIN = 860;

/** The data of a Pub/Sub message that carries this bundle: metadata and bundle, each a recordio frame (protocol section 1). */
export function buildMessage(bundle: logpb.ButlerLogBundle.$Properties): Buffer {
  const raw = logpb.ButlerLogBundle.encode(bundle).finish();
  const compress = raw.length >= COMPRESS_BYTES_MIN;
  const { ContentType, Compression } = logpb.ButlerMetadata;
  const metadata = logpb.ButlerMetadata.encode({
    type: ContentType.ButlerLogBundle,
    compression: compress ? Compression.ZLIB : Compression.NONE,
    protoVersion: '1',
  }).finish();
  const data = compress ? deflateSync(raw) : raw;
  return Buffer.from(Writer.create().bytes(metadata).bytes(data).finish());
}

import { deflateSync } from 'node:zlib';
import { Writer } from 'protobufjs/minimal.js';
import { logpb } from '../../proto/gen/logpb.js';

/** Bundles of this many bytes and more are compressed, as the Butler does (protocol section 1). */
const COMPRESS_BYTES_MIN = 860;

/** The data of a Pub/Sub message that carries this bundle. */
export function buildMessage(bundle: logpb.ButlerLogBundle.$Properties): Buffer {
  const raw = logpb.ButlerLogBundle.encode(bundle).finish();
  return frameMessage(raw, { compress: raw.length >= COMPRESS_BYTES_MIN });
}

/** The data of a Pub/Sub message: metadata and a serialized bundle, each a recordio frame (protocol section 1). */
export function frameMessage(
  bundle: Uint8Array,
  { compress = false, protoVersion = '1' }: { compress?: boolean; protoVersion?: string },
): Buffer {
  const { ContentType, Compression } = logpb.ButlerMetadata;
  const metadata = logpb.ButlerMetadata.encode({
    type: ContentType.ButlerLogBundle,
    compression: compress ? Compression.ZLIB : Compression.NONE,
    protoVersion,
  }).finish();
  const data = compress ? deflateSync(bundle) : bundle;
  return Buffer.from(Writer.create().bytes(metadata).bytes(data).finish());
}

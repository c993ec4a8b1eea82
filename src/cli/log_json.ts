import { durationJson } from '../common/proto_time.js';
import type { logpb } from '../proto/gen/logpb.js';

type Integer = logpb.LogEntry.$Properties['sequence'];
type Json = Record<string, unknown>;

/**
 * A LogEntry in proto3 JSON: 64-bit integers as strings, bytes in base64, a Duration as `1.5s`; a field that has its
 * default value is left out, and so is a Duration that JSON cannot have.
 */
export function logToJson(log: logpb.LogEntry.$Properties): Json {
  return {
    ...(log.timeOffset && { timeOffset: durationJson(log.timeOffset) }),
    ...integer('prefixIndex', log.prefixIndex),
    ...integer('streamIndex', log.streamIndex),
    ...integer('sequence', log.sequence),
    ...(log.text && { text: textToJson(log.text) }),
    ...(log.binary && { binary: bytes('data', log.binary.data) }),
    ...(log.datagram && { datagram: datagramToJson(log.datagram) }),
  };
}

function textToJson({ lines }: logpb.Text.$Properties): Json {
  if (!lines?.length) return {};
  return {
    lines: lines.map(({ value, delimiter }) => ({
      ...bytes('value', value),
      ...(delimiter && { delimiter }),
    })),
  };
}

function datagramToJson({ data, partial }: logpb.Datagram.$Properties): Json {
  return {
    ...bytes('data', data),
    ...(partial && {
      partial: {
        ...(partial.index && { index: partial.index }),
        ...integer('size', partial.size),
        ...(partial.last && { last: true }),
      },
    }),
  };
}

function integer(name: string, value: Integer): Json {
  const text = String(value ?? 0);
  return text === '0' ? {} : { [name]: text };
}

function bytes(name: string, value: Uint8Array | null | undefined): Json {
  if (!value?.length) return {};
  return {
    [name]: Buffer.from(value.buffer, value.byteOffset, value.length).toString('base64'),
  };
}

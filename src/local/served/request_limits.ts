import { MAX_DESCRIPTOR_BYTES } from '../../bundle/limits.js';
import type { Format } from './format.js';

const KiB = 1024;
const MiB = 1024 * KiB;

/**
 * The most bytes of a request without a descriptor: names of up to 4 KiB, 36 bytes of secret, and some fifty of the
 * largest tags of a Query.
 */
export const MAX_SMALL_REQUEST_BYTES = 256 * KiB;

/** The most bytes of a request with one descriptor. */
const MAX_REGISTRATION_BYTES = MAX_DESCRIPTOR_BYTES + MAX_SMALL_REQUEST_BYTES;

/** The most bytes of a Batch, which clients keep under 9 MB (protocol section 4). */
export const MAX_BATCH_BYTES = 10 * MiB;

/**
 * The most bytes of a Batch in JSON, which costs ten times the CPU of one in binary. Collectors send binary; people who
 * try a call by hand send a few kilobytes.
 */
export const MAX_JSON_BATCH_BYTES = 2 * MiB;

/** The most entries of a Batch; clients send 20 (protocol section 4). Each may cost a write of the local store. */
export const MAX_BATCH_ENTRIES = 1000;

/**
 * The most fields of a request, with those of the messages in it: enough for a Batch of MAX_BATCH_ENTRIES registrations,
 * which have 7 each. A field becomes objects of some 100 bytes.
 */
export const MAX_REQUEST_FIELDS = 10_000;

/** The most braces, brackets, colons and commas of a request in JSON: a field has two, in a message of its own four. */
export const MAX_JSON_MARKS = 4 * MAX_REQUEST_FIELDS;

/** The deepest nesting of a request in JSON: the protocol's requests have 4 levels. */
export const MAX_JSON_DEPTH = 32;

/** The largest request that a method takes, in bytes, as it comes and as it inflates. */
export function maxRequestBytes(method: string, format: Format): number {
  switch (method) {
    case 'logdog.Services/Batch':
      return format === 'json' ? MAX_JSON_BATCH_BYTES : MAX_BATCH_BYTES;
    case 'logdog.Services/RegisterStream':
      // A descriptor is base64 in JSON.
      return format === 'json' ? 2 * MAX_REGISTRATION_BYTES : MAX_REGISTRATION_BYTES;
    default:
      return MAX_SMALL_REQUEST_BYTES;
  }
}

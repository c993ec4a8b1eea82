const MiB = 1024 * 1024;

/** The most that Pub/Sub carries in one message, with room for a frame that is 10 MiB itself. */
const MAX_DATA_BYTES = 10 * MiB + 1024;
/** base64 makes four characters of three bytes. */
const MAX_DATA_CHARS = 4 * Math.ceil(MAX_DATA_BYTES / 3);
/** Pub/Sub allows 100 attributes of 256 + 1024 bytes; JSON may spell a byte as `\u0000`, in six characters. */
const MAX_ATTRIBUTES_CHARS = 100 * (256 + 1024) * 6;
/** The names of subscription and fields, ids, times, white space, and what CloudEvents adds: generously. */
const MAX_REST_CHARS = 256 * 1024;

/** The largest body that can be a Pub/Sub push, in bytes: about 14.4 MiB. */
export const MAX_BODY_BYTES = MAX_DATA_CHARS + MAX_ATTRIBUTES_CHARS + MAX_REST_CHARS;

/** What a push takes beyond its body: request, response, timer and promises, generously. It bounds how many there are. */
export const PUSH_BYTES = 16 * 1024;

/**
 * The most `{`, `[` and `,` that an envelope can have: the attributes and the rest may be nothing else, base64 has none.
 * Parsed JSON takes up to 60 times its text: without this bound, 14 MiB of brackets would be 800 MiB of objects.
 */
export const MAX_ENVELOPE_MARKS = 100 * (256 + 1024) + 4096;

/**
 * The most of them outside of strings: Pub/Sub sends some 100 attributes and a dozen other fields. V8 parses more than
 * 100,000 names of their own in 100 ms.
 */
export const MAX_ENVELOPE_VALUES = 4096;

/**
 * The depth of JSON in the place of a message's data, which Pub/Sub never sends: deeper JSON could be read, but not be
 * written to where refused messages are kept.
 */
export const MAX_DATA_DEPTH = 100;

/** The most refused entries that a report lists, and the most streams that a log line names. */
export const MAX_REPORTED = 100;
export const MAX_LOGGED_STREAMS = 10;

/** Cloud Run kills 10 s after SIGTERM: by then the answers must be out and the backends closed too. */
export const DRAIN_MS = 8000;

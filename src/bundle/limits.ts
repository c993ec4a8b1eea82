/** The largest recordio frame, and the largest inflated bundle: 10 MiB, inclusive (protocol section 1). */
export const MAX_FRAME_BYTES = 10 * 1024 * 1024;

/** How deep unknown groups may nest: far more than any schema needs, far less than a call stack holds. */
export const MAX_GROUP_DEPTH = 100;

/** The length of a prefix's secret (protocol section 2). */
export const SECRET_BYTES = 36;

/** The longest project-independent name: a prefix, or a stream's name (protocol section 2). */
export const MAX_STREAM_NAME_BYTES = 4096;

/** The longest key of a tag. */
export const MAX_TAG_KEY_BYTES = 64;

/** The longest value of a tag. */
export const MAX_TAG_VALUE_BYTES = 4096;

/**
 * The longest serialized LogStreamDescriptor, in bytes: what a stream is registered with, and what is kept of it. A Butler
 * has its streams' names, content types and tags from their programs, in kilobytes at most; Cloud Datastore, where the
 * Coordinator of LUCI keeps descriptors, takes entities of 1 MiB, so a longer one could not be registered there either.
 */
export const MAX_DESCRIPTOR_BYTES = 1024 * 1024;

/**
 * The most fields that one message may have, where it is no list of logs or of lines: a log, a line, a time, a descriptor
 * with its tags. The schema has seven, and some dozens of tags; a message in five million fields, each unknown or replaced
 * by the next, would hold the event loop.
 */
export const MAX_FIELDS = 10_000;

/**
 * What the paths of a bundle's streams may come to, in bytes for each stream that a bundle may have: 2.5 MB in all, where
 * MAX_STREAMS is 10,000. A real path takes some 100; each is copied and hashed several times, and with long ones the local
 * store would take seconds.
 */
export const MEAN_PATH_BYTES = 256;

/** The least that paths may come to in all, in bytes, however few streams a bundle may have: 600 of the longest names. */
export const MIN_PATHS_BYTES = 2.5 * 1024 * 1024;

/** The longest first frame: a ButlerMetadata takes ten bytes. */
export const MAX_METADATA_BYTES = 64 * 1024;

/**
 * How much of a bundle is scanned before the clock is read, and the event loop has a turn where it is time: the costliest
 * bytes, empty logs, take 4 ms (`npm run stalls`).
 */
export const SLICE_BYTES = 128 * 1024;

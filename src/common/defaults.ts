const MiB = 1024 * 1024;
const HOUR_MS = 3_600_000;

/** What options of the library and settings of the function have by default, by the name of the setting in `Config`. */
export const DEFAULTS = {
  stateCacheSize: 100_000,
  // As in the reference, as are the stores of one message.
  stateCacheExpirationMs: HOUR_MS / 6,
  maxMessageWorkers: 4,
  messageDeadlineMs: 60_000,
  maxInFlightBytes: 256 * MiB,
  maxUnpackedBytes: 128 * MiB,
  maxStreams: 10_000,
  // Each takes a call of its own, and a quarter of a millisecond of CPU.
  rowByRowMaxStreams: 3000,
  coordinatorMaxCalls: 8,
  // Five of the largest bundles; a bundle's descriptors are bounded by its own size.
  coordinatorMaxQueue: 100_000,
  coordinatorMaxQueueBytes: 64 * MiB,
  coordinatorPrefixExpirationMs: 24 * HOUR_MS,
  // Far more than a bundle's workers and an instance's pushes make; each takes some 10 kB besides its row.
  bigtableMaxCalls: 1000,
  bigtableMaxGroups: 8,
  // Rows are stretches of bundles that are held anyway: this bounds a backlog, and the largest bundle fits.
  bigtableMaxQueue: 100_000,
  bigtableMaxQueueBytes: 256 * MiB,
  deadLetterMaxCalls: 16,
  deadLetterMaxBytes: 32 * MiB,
} as const;

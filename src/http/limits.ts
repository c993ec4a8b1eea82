const MiB = 1024 * 1024;

/**
 * How much of a body is read before memory for all of it is reserved: a sender that announces a large body and does not
 * send it must not block others.
 */
export const FIRST_BODY_BYTES = 64 * 1024;

/** How much of an unwanted body is drained, so that its sender sees the answer: several of the largest pushes. */
export const MAX_DRAINED_BYTES = 64 * MiB;

/** The time for the peer to read an answer: less than a process has that is shutting down. */
export const ANSWER_MS_MAX = 5000;

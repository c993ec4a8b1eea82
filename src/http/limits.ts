const MiB = 1024 * 1024;

/**
 * So much of a body is read before there is room for all of it: a sender that announces a large one and does not send it
 * must not keep others out.
 */
export const FIRST_BODY_BYTES = 64 * 1024;

/** So much of a body that nobody wants is passed over, so that its sender sees the answer: several of the largest pushes. */
export const MAX_PASSED_BYTES = 64 * MiB;

/** The time to take an answer: less than a process that ends has. */
export const ANSWER_MS_MAX = 5000;

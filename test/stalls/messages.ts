import type { StallCase } from './case.js';
import { DESCRIPTOR_CASES } from './descriptors.js';
import { LOG_CASES } from './logs.js';
import { PUSH_CASES } from './pushes.js';

/** The worst messages and pushes. */
export const MESSAGE_CASES: readonly StallCase[] = [
  ...DESCRIPTOR_CASES,
  ...LOG_CASES,
  ...PUSH_CASES,
];

import type { StallCase } from './case.js';

/** The worst calls of the served Coordinator. */
export const CALL_CASES: readonly StallCase[] = [];

import type { StallCase } from './case.js';
import { LOG_CALL_CASES } from './log_calls.js';
import { SERVICE_CASES } from './service_calls.js';

/** The worst calls of the served Coordinator. */
export const CALL_CASES: readonly StallCase[] = [...SERVICE_CASES, ...LOG_CALL_CASES];

/** The Collector, its results and errors, and the HTTP handler of pushes. */
export { Collector, type CollectorOptions, type ProcessOptions } from '../collector/collector.js';
export {
  type AckResult,
  type DoneResult,
  type MessageFacts,
  type PartlyRefusedResult,
  ProcessError,
  type ProcessResult,
  type RefusedResult,
  type RetryResult,
} from '../collector/result.js';
export type {
  EntryResult,
  FailedEntry,
  RefusedEntryResult,
  SettledEntry,
} from '../collector/entry_result.js';
export { type BundleFacts, readBundleFacts } from '../bundle/facts.js';
export {
  asCollectorError,
  BackendError,
  CollectorError,
  type ErrorCode,
  ERRORS,
  type GrpcCode,
  type Refusal,
} from '../common/errors.js';
export { createPushHandler, type HttpHandler } from '../push/create_handler.js';
export type { PushHandlerOptions } from '../push/handler.js';
export type { Authenticator } from '../push/auth/authenticator.js';
export type { DeadLetter, DeadLetters } from '../dead_letters/dead_letter.js';
export type { Log } from '../telemetry/log.js';

import { GRPC_CODES, type GrpcCode } from '../../common/errors.js';
import type { HttpAnswer } from './exchange.js';

/** The media type of requests and answers. */
export const BINARY = 'application/prpc; encoding=binary';

/** Why a call failed, before it is known which streams it was about. */
export interface Failure {
  readonly status: GrpcCode;
  /** What happened, and what to do. */
  readonly detail: string;
  /** The server says that it may work the next time, whatever the status. */
  readonly transient?: boolean;
}

/** What came of a call: the message that was answered, or why there is none. */
export type Reply = { readonly body: Uint8Array } | { readonly failure: Failure };

/** What an answer without a gRPC code means (protocol section 4); all else is Internal, for it says nothing of the data. */
const STATUSES: ReadonlyMap<number, GrpcCode> = new Map([
  [401, 'Unauthenticated'],
  [403, 'PermissionDenied'],
  [503, 'Unavailable'],
]);

const ADVICE: Partial<Record<GrpcCode, string>> = {
  Unauthenticated:
    'check that the credentials are valid, and that COORDINATOR_HOST is the right one',
  PermissionDenied:
    'give the service account of the Collector the right to call the Coordinator, and check COORDINATOR_HOST',
  Unimplemented: 'check that COORDINATOR_HOST is a LogDog Coordinator',
};

/** How much of a server's text goes into a message. */
const TEXT_CHARS_MAX = 500;

/** Reads an answer by its gRPC code, or by its status where it has none. */
export function readAnswer(answer: HttpAnswer, origin: string): Reply {
  const header = answer.header('x-prpc-grpc-code');
  if (header === undefined) return { failure: notPrpc(answer, origin) };
  const status = /^\d{1,2}$/.test(header) ? GRPC_CODES[Number(header)] : undefined;
  if (status === undefined) {
    const code = JSON.stringify(readable(header));
    return internal(`${origin} answers with an unknown gRPC code ${code}`);
  }
  if (status !== 'OK') return { failure: failureOf(status, answer.body.toString()) };
  if (!isBinary(answer.header('content-type') ?? '')) {
    return internal(`${origin} answers with another content type than ${BINARY}`);
  }
  return { body: answer.body };
}

/** A status and a server's text, with what to do where a setting may be wrong. */
export function failureOf(status: GrpcCode, text: string, transient = false): Failure {
  const advice = ADVICE[status];
  const said = readable(text) || 'no reason given';
  return { status, detail: advice === undefined ? said : `${said} (${advice})`, transient };
}

function notPrpc({ status, header }: HttpAnswer, origin: string): Failure {
  const code = STATUSES.get(status) ?? 'Internal';
  const where = status >= 300 && status < 400 ? `, a redirect to ${host(header('location'))}` : '';
  const what = `${origin} answers ${status}${where}, which is not a pRPC answer`;
  const advice = ADVICE[code] ?? 'check COORDINATOR_HOST';
  return { status: code, detail: `${what}: ${advice}` };
}

/** Where a redirect leads, without what may stand in its query. */
function host(location: string | undefined): string {
  return readable(/^https?:\/\/[^/?#@]+/i.exec(location ?? '')?.[0] ?? 'another path');
}

/** Spaces and case do not matter in a media type. */
function isBinary(contentType: string): boolean {
  return contentType.toLowerCase().replace(/\s+/g, '') === BINARY.replace(' ', '');
}

function internal(detail: string): Reply {
  return { failure: { status: 'Internal', detail: `${detail}: check COORDINATOR_HOST` } };
}

/** A server's text, fit for a line of a message. */
function readable(text: string): string {
  const line = text.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').trim();
  return line.length > TEXT_CHARS_MAX ? `${line.slice(0, TEXT_CHARS_MAX)}…` : line;
}

/** A failure without the secrets that a server's text may repeat, in whatever form it prints them. */
export function withoutSecrets(failure: Failure, secrets: Iterable<Uint8Array>): Failure {
  let { detail } = failure;
  for (const { buffer, byteOffset, byteLength } of secrets) {
    const secret = Buffer.from(buffer, byteOffset, byteLength);
    for (const form of ['utf8', 'latin1', 'hex', 'base64', 'base64url'] as const) {
      const printed = secret.toString(form);
      if (printed !== '') detail = detail.replaceAll(printed, '(secret)');
    }
  }
  return { ...failure, detail };
}

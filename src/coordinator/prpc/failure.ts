import type { GrpcCode } from '../../common/errors.js';

/** Why a call failed, before it is known which streams it was about. */
export interface Failure {
  readonly status: GrpcCode;
  /** What happened, and what to do. */
  readonly detail: string;
  /** The server says that it may work the next time, whatever the status. */
  readonly transient?: boolean;
}

/** How much of a server's text goes into a message. */
const TEXT_CHARS_MAX = 500;

/** A server's text, fit for a line of a message. */
export function readable(text: string): string {
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

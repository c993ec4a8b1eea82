import type { Failure } from './answer.js';

/** What goes wrong on the way, by the code of the error, and what to do about it. */
const RULES = [
  {
    codes:
      /^(ECONNREFUSED|ENOTFOUND|EAI_\w+|EHOSTUNREACH|ENETUNREACH|ETIMEDOUT|UND_ERR_CONNECT_TIMEOUT)$/,
    status: 'Unavailable',
    text: 'cannot be reached: check COORDINATOR_HOST, and that it runs',
  },
  {
    codes: /CERT|SELF_SIGNED|UNABLE_TO_VERIFY|ALTNAME/,
    status: 'Unavailable',
    text: 'has a certificate that cannot be trusted: check COORDINATOR_HOST',
  },
  {
    codes: /^(EPROTO|ERR_SSL_\w+|ERR_TLS_\w+)$/,
    status: 'Unavailable',
    text: 'does not talk TLS: check COORDINATOR_HOST, and if it is to talk plain http, set COORDINATOR_INSECURE=1',
  },
  {
    codes: /^(HPE_\w+|HTTPParserError)$/,
    status: 'Internal',
    text: 'does not talk HTTP as expected: check COORDINATOR_HOST and COORDINATOR_INSECURE',
  },
  {
    codes: /^UND_ERR_(RES_EXCEEDED_MAX_SIZE|HEADERS_OVERFLOW)$/,
    status: 'Internal',
    text: 'answers more than any pRPC answer: check COORDINATOR_HOST',
  },
  {
    codes: /^(UND_ERR_SOCKET|ECONNRESET|EPIPE|ECONNABORTED)$/,
    status: 'Unavailable',
    text: 'closed the connection before its answer was whole',
  },
] as const;

/** A fault of the transport, as a failure that says what to do. */
export function faultFailure(fault: Error, origin: string): Failure {
  const code = codeOf(fault);
  const rule = RULES.find(({ codes }) => codes.test(code));
  const text = rule?.text ?? 'could not be asked';
  // Not the fault itself: it may carry what the server sent.
  return { status: rule?.status ?? 'Unavailable', detail: `${origin} ${text} (${code})` };
}

/**
 * Whether a connection went before the answer began: one that was kept alive and that the other side, or a pause of this
 * process, had ended meanwhile. All calls are idempotent, so it is worth another connection at once.
 */
export function isStaleConnection(fault: Error): boolean {
  return /^(UND_ERR_SOCKET|ECONNRESET|EPIPE)$/.test(codeOf(fault));
}

function codeOf(fault: Error): string {
  return 'code' in fault && typeof fault.code === 'string' ? fault.code : fault.name;
}

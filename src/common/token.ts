/** Whether a text can be a bearer token (RFC 6750), of a length that a server takes in a header. */
export function isToken(text: string): boolean {
  return /^[\w.~+/=-]{1,16384}$/.test(text);
}

/** Returns whether a host, as a setting or a URL has it, is this machine's own: nothing else reaches it. */
export function isLoopbackHost(host: string): boolean {
  return /^(localhost|127\.[\d.]+|\[?::1\]?)$/.test(host);
}

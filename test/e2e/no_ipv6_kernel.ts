/** Loaded before the program's own code (`--require`): binds as a kernel does that has no IPv6. */
interface TcpWrap {
  readonly TCP: { readonly prototype: { bind6: () => number } };
}

/** What libuv calls EAFNOSUPPORT on Linux. */
const UV_EAFNOSUPPORT = -97;

const { binding } = process as unknown as { binding: (name: string) => TcpWrap };
binding('tcp_wrap').TCP.prototype.bind6 = () => UV_EAFNOSUPPORT;

/** What Node has behind a terminal; not among its types. */
interface Handle {
  setBlocking?(blocking: boolean): void;
}

/**
 * Has writes to an output of the process return where its reader stands still. Node does so for pipes and sockets itself,
 * and has those to a terminal wait, during which no signal is handled. The terminal was opened anew for this process, so
 * that others see nothing of it.
 */
export function unblock(output: NodeJS.WriteStream): void {
  const { _handle: handle } = output as { _handle?: Handle };
  if (output.isTTY) handle?.setBlocking?.(false);
}

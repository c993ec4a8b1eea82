import { type FunctionProcess, type Reply, wrap } from '../test/e2e/function.js';
import { unwrap } from '../test/e2e/unwrapped.js';

/** How a message is pushed. */
export type Envelope = 'unwrapped' | 'wrapped';

/** Messages under way at once. */
const AT_ONCE = 16;

/** Pushes messages, 16 at once, each of which must be acked. */
export async function pushAll(
  target: FunctionProcess,
  messages: readonly Buffer[],
  envelope: Envelope,
): Promise<void> {
  // Idle ones, of the turn before, may be closed in the moment when they are used.
  target.disconnect();
  let next = 0;
  const push = async () => {
    for (let message = messages[next++]; message !== undefined; message = messages[next++]) {
      const { status, text } = await send(target, message, envelope);
      if (status !== 204) throw new Error(`a push was answered with ${status} ${text}`);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, push));
}

async function send(target: FunctionProcess, message: Buffer, envelope: Envelope): Promise<Reply> {
  const wrapped = wrap(message);
  if (envelope === 'wrapped') return target.send(wrapped);
  const { headers, body } = unwrap(wrapped);
  return target.send(body, headers);
}

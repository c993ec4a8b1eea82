import { LogStreamWriter, type StreamType } from '../../../src/cli/butler/bundler.js';
import { Sender } from '../../../src/cli/butler/sender.js';
import { SECRET } from '../../../src/testing/message.js';
import type { FunctionProcess } from '../../e2e/function.js';

interface Sent {
  readonly project?: string;
  readonly prefix?: string;
  readonly name: string;
  readonly type?: StreamType;
  readonly contentType?: string;
  readonly tags?: Record<string, string>;
}

/** Sends a stream as a Butler does, and ends it. */
export async function sendStream(
  func: FunctionProcess,
  { project = 'chromium', prefix = 'builds/8123/linux-rel', ...stream }: Sent,
  chunks: Iterable<Buffer>,
): Promise<void> {
  const sender = new Sender(async (data) => {
    const { status, text } = await func.push(data);
    if (status !== 204) throw new Error(text);
  });
  const defaults = { type: 'text', contentType: 'text/plain' } as const;
  const writer = new LogStreamWriter({ ...defaults, ...stream, project, prefix, secret: SECRET });
  for (const chunk of chunks) await sender.send(writer.write(chunk));
  await sender.send(writer.end());
  await sender.drain();
}

/** Datagrams as a Butler's stream protocol has them, each with its size before it. */
export function datagrams(items: readonly Buffer[]): Buffer {
  return Buffer.concat(
    items.flatMap((item) => {
      const head: number[] = [];
      let size = item.length;
      for (; size >= 0x80; size >>>= 7) head.push((size & 0x7f) | 0x80);
      return [Buffer.from([...head, size]), item];
    }),
  );
}

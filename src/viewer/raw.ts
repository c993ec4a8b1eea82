import { once } from 'node:events';
import type { ServerResponse } from 'node:http';
import { logpb } from '../proto/gen/logpb.js';
import type { StreamRequest } from '../storage/storage.js';
import type { LogSource } from './log_source.js';

/** How many bytes are gathered before they are sent. */
const CHUNK_BYTES = 64 * 1024;

/** Sends a stream's very bytes as a file to save, a piece at a time, as fast as they are taken. */
export async function sendRaw(
  response: ServerResponse,
  source: LogSource,
  stream: StreamRequest,
  { signal, headOnly }: { signal: AbortSignal; headOnly: boolean },
): Promise<void> {
  let pieces: Uint8Array[] = [];
  let bytes = 0;
  const flush = async () => {
    if (!response.headersSent) writeHead(response, stream);
    const chunk = Buffer.concat(pieces);
    pieces = [];
    bytes = 0;
    if (chunk.length > 0 && !response.write(chunk)) await once(response, 'drain', { signal });
  };
  for await (const log of source.logs(stream, { signal })) {
    for (const piece of bytesOf(log)) {
      pieces.push(piece);
      bytes += piece.length;
    }
    // The head alone says that the stream is there.
    if (headOnly) break;
    if (bytes >= CHUNK_BYTES) await flush();
  }
  await flush();
  response.end();
}

function writeHead(response: ServerResponse, { path }: StreamRequest): void {
  const name = path.slice(path.lastIndexOf('/') + 1).replace(/[^\w.-]/g, '_');
  response.writeHead(200, {
    'Content-Type': 'application/octet-stream',
    'Content-Disposition': `attachment; filename="${name === '' ? 'log' : name}"`,
    'Cache-Control': 'no-store',
  });
}

/** Returns the bytes of a stream that a log holds: lines with their ends, binary data, or a datagram. */
function bytesOf(data: Uint8Array): Uint8Array[] {
  const { text, binary, datagram } = logpb.LogEntry.decode(data);
  if (text) {
    return (text.lines ?? []).flatMap(({ value, delimiter }) => [
      value ?? new Uint8Array(0),
      Buffer.from(delimiter ?? ''),
    ]);
  }
  return [(binary ?? datagram)?.data ?? new Uint8Array(0)];
}

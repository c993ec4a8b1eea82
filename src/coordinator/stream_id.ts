import { createHash } from 'node:crypto';

/** A stream's id in its project: hex(sha256(path)) (protocol section 4). */
export function streamId(path: string): string {
  return createHash('sha256').update(path).digest('hex');
}

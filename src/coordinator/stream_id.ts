import { hash } from 'node:crypto';

/** A stream's id in its project: hex(sha256(path)) (protocol section 4). */
export function streamId(path: string): string {
  return hash('sha256', path, 'hex');
}

import type { Measured } from './measure.js';

/** The longest that a request may hold the event loop at a stretch: what others notice. */
export const MAX_STALL_MS = 100;

/** The CPU time that a request may cost in all. */
export const MAX_CPU_MS = 1000;

/**
 * The most resident memory of the process, whatever it was sent before: its 60 MiB when idle, 128 MiB of buffers that it
 * keeps, a body of 14 MiB, what that unpacks to, 10,000 streams of 2 kB, and as much garbage as V8 makes before it collects.
 * An instance of 512 MiB takes it.
 */
export const MAX_MEMORY_BYTES = 448 * 1024 * 1024;

/** What is past its bound, in words; empty where nothing is. */
export function pastBounds({ stallMs, cpuMs, memoryBytes }: Measured): string[] {
  const past: string[] = [];
  if (stallMs > MAX_STALL_MS) past.push('stall');
  if (cpuMs > MAX_CPU_MS) past.push('CPU');
  if (memoryBytes > MAX_MEMORY_BYTES) past.push('memory');
  return past;
}

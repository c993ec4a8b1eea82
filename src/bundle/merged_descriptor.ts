import { type Descriptor, pastBounds, scanDescriptor, serialized } from './descriptor.js';

/** What a merged descriptor takes at first: most are far smaller. */
const FIRST_BYTES = 512;

/**
 * Merges the descriptors of one entry. Messages merge as their bytes join, so each is checked by itself and copied once,
 * and the whole is scanned once, at the end.
 */
export class MergedDescriptor {
  private bytes = Buffer.allocUnsafe(FIRST_BYTES);
  private length = 0;
  private fields = 0;
  /** What bound it is past: then what comes is not looked into. */
  private past: string | undefined;

  /** @param first the one that came before any log, if there was one */
  constructor(first: Descriptor | undefined) {
    if (first !== undefined) this.append(first);
  }

  /** @throws CollectorError BAD_PROTOBUF */
  add(bytes: Buffer, start: number, end: number): void {
    if (start < end && this.past === undefined) this.append(scanDescriptor(bytes, start, end));
  }

  whole(): Descriptor {
    const whole = scanDescriptor(this.bytes, 0, this.length);
    whole.past ??= this.past;
    return whole;
  }

  private append(next: Descriptor): void {
    const length = this.length + next.end - next.start;
    this.fields += next.fields;
    this.past = pastBounds(length, this.fields);
    // Its name may be in it, which is worth a copy.
    if (this.past !== undefined && this.length > 0) return;
    if (length > this.bytes.length) {
      const larger = Buffer.allocUnsafe(2 * length);
      this.bytes.copy(larger, 0, 0, this.length);
      this.bytes = larger;
    }
    serialized(next).copy(this.bytes, this.length);
    this.length = length;
  }
}

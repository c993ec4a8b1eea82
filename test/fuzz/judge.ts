import type { Bundle } from '../../src/bundle/bundle.js';
import { scanBundle } from '../../src/bundle/scan.js';
import { unpack } from '../../src/bundle/unpack.js';
import { CollectorError } from '../../src/common/errors.js';
import { logpb } from '../../src/proto/gen/logpb.js';
import { judgeBundle, type PlainBundle, PlainRefusal } from '../plain/bundle.js';
import { BUNDLE, METADATA } from '../plain/schema.js';
import { openMessage, splitFrames } from '../plain/unpack.js';
import { compareBundles } from './compare.js';
import { compareDecoders, type Comparison, type Generated } from './decoders.js';

/** Something to read: a whole message, or a serialized bundle alone. */
export interface FuzzCase {
  readonly layer: 'message' | 'bundle';
  readonly bytes: Buffer;
  /** Nothing in it may be refused. */
  readonly valid: boolean;
}

/** Bytes around a bundle: what reads them reads past its end, or before its start. */
/** Bundles are scanned in slices of up to this many bytes too. */
const MAX_SLICE = 61;
const MARGIN = 11;

/** Reads cases by the scan, by protobufjs and by the plain model, and counts what came of them. */
export class Judge {
  /** By name: what was accepted and refused, and where protobufjs is known to differ. */
  readonly counts = new Map<string, number>();

  /** Says what is wrong with a case; undefined where all agree. */
  async check(one: FuzzCase): Promise<string | undefined> {
    const { layer, bytes, valid } = one;
    return layer === 'bundle' ? this.checkBundle(bytes, valid) : this.checkMessage(bytes);
  }

  private checkBundle(bytes: Buffer, valid: boolean): string | undefined {
    const comparison = this.decoders(BUNDLE, logpb.ButlerLogBundle, bytes);
    const plain = judged(comparison);
    this.tally('bundle', plain);
    if (valid && !accepted(plain)) return 'the plain model refuses a valid bundle';
    return (
      comparison.difference ??
      compareBundles(
        caught(() => scan(bytes)),
        plain,
      ) ??
      compareBundles(
        caught(() => scan(bytes, 1 + (bytes.length % MAX_SLICE))),
        plain,
      )
    );
  }

  private async checkMessage(bytes: Buffer): Promise<string | undefined> {
    const { plain, difference } = this.openPlainly(bytes);
    this.tally('message', plain);
    if (difference !== undefined) return difference;
    const before = Buffer.from(bytes);
    let unpacked: Bundle | CollectorError;
    try {
      unpacked = await unpack(bytes);
    } catch (thrown) {
      unpacked = refusal(thrown);
    }
    if (!before.equals(bytes)) return 'unpacking changed the message';
    return compareBundles(unpacked, plain);
  }

  private openPlainly(bytes: Buffer): {
    plain: PlainBundle | PlainRefusal;
    difference: string | undefined;
  } {
    let bundle: Uint8Array;
    try {
      bundle = openMessage(bytes).bundle;
    } catch (thrown) {
      if (!(thrown instanceof PlainRefusal)) throw thrown;
      const { code } = thrown;
      const framed = !['EMPTY_MESSAGE', 'BAD_FRAME', 'FRAME_TOO_LARGE'].includes(code);
      const comparison = framed
        ? this.decoders(METADATA, logpb.ButlerMetadata, splitFrames(bytes)[0]!)
        : undefined;
      return { plain: thrown, difference: comparison?.difference };
    }
    const metadata = this.decoders(METADATA, logpb.ButlerMetadata, splitFrames(bytes)[0]!);
    const comparison = this.decoders(BUNDLE, logpb.ButlerLogBundle, bundle);
    return { plain: judged(comparison), difference: metadata.difference ?? comparison.difference };
  }

  private decoders(
    schema: Parameters<typeof compareDecoders>[0],
    generated: Generated,
    bytes: Uint8Array,
  ): Comparison {
    const comparison = compareDecoders(schema, generated, bytes);
    for (const name of comparison.known) this.count(name);
    return comparison;
  }

  private tally(layer: string, plain: PlainBundle | PlainRefusal): void {
    if (plain instanceof PlainRefusal) {
      this.count(`${layer} refused: ${plain.code}`);
      return;
    }
    this.count(`${layer} accepted`);
    for (const entry of plain.entries) {
      this.count(
        entry.kind === 'refused' ? `entry refused: ${entry.code}` : `entry: ${entry.kind}`,
      );
    }
  }

  private count(name: string): void {
    this.counts.set(name, (this.counts.get(name) ?? 0) + 1);
  }
}

function judged({ message }: Comparison): PlainBundle | PlainRefusal {
  if (message === undefined) return new PlainRefusal('BAD_PROTOBUF');
  try {
    return judgeBundle(message);
  } catch (thrown) {
    if (thrown instanceof PlainRefusal) return thrown;
    throw thrown;
  }
}

function accepted(plain: PlainBundle | PlainRefusal): boolean {
  return !(plain instanceof PlainRefusal) && plain.entries.every(({ kind }) => kind !== 'refused');
}

/** Scans a copy in the middle of something else. */
function scan(bytes: Buffer, slice?: number): Bundle {
  const around = Buffer.alloc(bytes.length + 2 * MARGIN, 0x2a);
  around.set(bytes, MARGIN);
  const bundle = scanBundle(around.subarray(MARGIN, MARGIN + bytes.length), '1', Infinity, slice);
  const margins = [...around.subarray(0, MARGIN), ...around.subarray(-MARGIN)];
  if (margins.some((byte) => byte !== 0x2a)) throw new Error('the scan wrote past its bytes');
  return bundle;
}

function caught(run: () => Bundle): Bundle | CollectorError {
  try {
    return run();
  } catch (thrown) {
    return refusal(thrown);
  }
}

/** Bad input is all that a bundle can be at fault for; anything else is a crash. */
function refusal(thrown: unknown): CollectorError {
  if (thrown instanceof CollectorError && !thrown.retryable) return thrown;
  throw thrown;
}
